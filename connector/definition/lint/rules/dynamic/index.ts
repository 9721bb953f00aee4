import type { Rule } from '../../rule.js'
import {
  parameterFound,
  requiredFromRequired,
  requiredPassed,
  sourceShown,
  typesAgree,
  valuesAgree,
} from './arguments.js'
import { newerFormRules, pathsAgree, propertiesForPath } from './newer-forms.js'
import { inSchema, mentionedOperation, treeGiven, treeSelection } from './operations.js'
import { producesArray, producesProperty } from './results.js'

export const dynamicRules: readonly Rule[] = [
  parameterFound,
  requiredPassed,
  requiredFromRequired,
  typesAgree,
  valuesAgree,
  sourceShown,
  ...newerFormRules,
  propertiesForPath,
  pathsAgree,
  mentionedOperation,
  inSchema,
  treeGiven,
  treeSelection,
  producesArray,
  producesProperty,
]
