import type { Rule } from '../../rule.js'
import {
  defaultPlain,
  examplesProduced,
  oneSchema,
  outputGiven,
  responseGiven,
  schemaSaysSomething,
  statusValid,
  successGiven,
} from './responses.js'

export const responseRules: readonly Rule[] = [
  responseGiven,
  successGiven,
  statusValid,
  oneSchema,
  defaultPlain,
  outputGiven,
  schemaSaysSomething,
  examplesProduced,
]
