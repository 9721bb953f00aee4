import type { Rule } from '../../rule.js'
import {
  activeOperations,
  duplicateRevisions,
  emptyRevisions,
  productionOperations,
  revisionGiven,
  revisionInId,
  statusOfConnector,
} from './families.js'
import { idGiven, idLength, idPascalCase, idSanitized, idUnique } from './ids.js'
import {
  binaryInForms,
  consumesGiven,
  mimeTypesFit,
  mimeTypesSupported,
  mimeTypesValid,
} from './mime-types.js'
import { nextLinkName, nextLinkProduced } from './paging.js'
import {
  deprecatedSaid,
  replacementApi,
  replacementOfDeprecated,
  replacementOperation,
} from './replacement.js'

export const operationRules: readonly Rule[] = [
  duplicateRevisions,
  activeOperations,
  productionOperations,
  emptyRevisions,
  revisionGiven,
  revisionInId,
  statusOfConnector,
  idGiven,
  idUnique,
  idSanitized,
  idPascalCase,
  idLength,
  consumesGiven,
  mimeTypesValid,
  mimeTypesSupported,
  mimeTypesFit,
  binaryInForms,
  nextLinkName,
  nextLinkProduced,
  replacementOfDeprecated,
  replacementApi,
  replacementOperation,
  deprecatedSaid,
]
