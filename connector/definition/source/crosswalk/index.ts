import type { Family } from '../swagger.js'
import { crosswalkDefinitions } from './definitions.js'
import { crosswalkPaths } from './paths.js'

export const crosswalk: Family = {
  paths: crosswalkPaths,
  definitions: crosswalkDefinitions,
  duties: {
    ResolveIdentifier: 'read',
    ResolveIdentifiers: 'read',
    ListIdentifiers: 'read',
    LinkIdentifier: 'administer',
    UnlinkIdentifier: 'administer',
  },
}
