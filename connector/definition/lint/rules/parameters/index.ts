import type { Rule } from '../../rule.js'
import {
  bodyProperties,
  bodySchema,
  collectionFormats,
  emptyValues,
  files,
  internalDefault,
  internalParameters,
  schemaOfBody,
} from './form.js'
import {
  bodyOrForm,
  nameNotAmbiguous,
  noBodyOfFetch,
  ownBodies,
  ownDuplicates,
  pathBodies,
  pathDuplicates,
} from './lists.js'
import { connectionId, formNames, reservedName } from './names.js'

export const parameterRules: readonly Rule[] = [
  bodySchema,
  bodyProperties,
  schemaOfBody,
  files,
  emptyValues,
  collectionFormats,
  internalParameters,
  internalDefault,
  ownDuplicates,
  pathDuplicates,
  ownBodies,
  pathBodies,
  bodyOrForm,
  noBodyOfFetch,
  nameNotAmbiguous,
  connectionId,
  reservedName,
  formNames,
]
