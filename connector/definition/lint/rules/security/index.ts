import type { Rule } from '../../rule.js'
import { schemePropertiesGiven, schemePropertiesKnown } from './definitions.js'
import {
  requirementDefined,
  requirementEmpty,
  requirementScopes,
  requirementValue,
} from './requirements.js'

export const securityRules: readonly Rule[] = [
  schemePropertiesGiven,
  schemePropertiesKnown,
  requirementDefined,
  requirementValue,
  requirementEmpty,
  requirementScopes,
]
