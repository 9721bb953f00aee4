import type { Rule } from '../../rule.js'
import {
  pathDefaults,
  pathQuery,
  pathReference,
  pathStart,
  pathTemplate,
  pathWildcard,
} from './form.js'
import { duplicatePath, partialDuplicatePath, redefined } from './twins.js'
import {
  parametersInPath,
  pathParameterEncoding,
  pathParameterRequired,
  queryParameterEncoding,
  variablesDeclared,
} from './variables.js'

export const pathRules: readonly Rule[] = [
  pathStart,
  pathQuery,
  pathWildcard,
  pathTemplate,
  pathDefaults,
  pathReference,
  redefined,
  duplicatePath,
  partialDuplicatePath,
  variablesDeclared,
  parametersInPath,
  pathParameterRequired,
  pathParameterEncoding,
  queryParameterEncoding,
]
