import type { Family } from '../swagger.js'
import { healthDefinitions } from './definitions.js'
import { healthPaths } from './paths.js'

export const health: Family = {
  paths: healthPaths,
  definitions: healthDefinitions,
  duties: {
    GetHealth: 'anyone',
  },
}
