import type { Rule } from '../../rule.js'
import { typesOfKeywords, typesOfMembers } from './json-types.js'
import {
  bodySchemaCount,
  operationCount,
  operationSchemaCount,
  schemaCount,
  schemaDepth,
} from './counts.js'
import { choicesGiven, choicesTyped, namedAreChoices, namedOnce, namesGiven } from './enums.js'
import { extensionNames, extensionsKnown, keywordsSupported } from './keywords.js'
import { referenceLoop, requiredLoop } from './loops.js'
import { exclusiveRules, multiples, negativeRules, orderRules, patterns } from './ranges.js'
import {
  plainReferences,
  pointers,
  referenceRules,
  sharedParametersPlain,
  sharedResponsesPlain,
} from './references.js'
import {
  internalOptional,
  readOnlyInput,
  requiredDeclared,
  requiredGiven,
  requiredOfObjects,
} from './required.js'
import {
  arraysTyped,
  binaryOnTop,
  defaultsTyped,
  dictionaries,
  discriminators,
  fileType,
  formatsKnown,
  knownValues,
  noDuplicates,
} from './values.js'

export const schemaRules: readonly Rule[] = [
  operationCount,
  schemaCount,
  operationSchemaCount,
  bodySchemaCount,
  schemaDepth,
  choicesGiven,
  choicesTyped,
  namedOnce,
  namesGiven,
  namedAreChoices,
  keywordsSupported,
  extensionNames,
  extensionsKnown,
  referenceLoop,
  requiredLoop,
  ...negativeRules,
  ...orderRules,
  ...exclusiveRules,
  multiples,
  patterns,
  ...referenceRules,
  pointers,
  plainReferences,
  sharedParametersPlain,
  sharedResponsesPlain,
  requiredGiven,
  requiredDeclared,
  requiredOfObjects,
  typesOfKeywords,
  typesOfMembers,
  readOnlyInput,
  internalOptional,
  arraysTyped,
  noDuplicates,
  defaultsTyped,
  knownValues,
  formatsKnown,
  binaryOnTop,
  fileType,
  discriminators,
  dictionaries,
]
