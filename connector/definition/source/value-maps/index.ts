import type { Family } from '../swagger.js'
import { valueMapsDefinitions } from './definitions.js'
import { valueMapsPaths } from './paths.js'

export const valueMaps: Family = {
  paths: valueMapsPaths,
  definitions: valueMapsDefinitions,
  duties: {
    TranslateValue: 'read',
    TranslateValues: 'read',
    ListValueMaps: 'read',
    ListUnmappedCodes: 'read',
    CompareValueMaps: 'read',
    UpsertValueMaps: 'administer',
  },
}
