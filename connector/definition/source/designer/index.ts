import type { Family } from '../swagger.js'
import { designerDefinitions } from './definitions.js'
import { designerPaths } from './paths.js'

/** What the designer asks for while a maker builds a flow: what there is to choose from. */
export const designer: Family = {
  paths: designerPaths,
  definitions: designerDefinitions,
  duties: {
    ListSourceSystems: 'anyone',
    ListTables: 'anyone',
    ListColumns: 'anyone',
    ListCodeLists: 'anyone',
    GetRecordSchema: 'anyone',
  },
}
