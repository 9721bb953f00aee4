import type { Family } from '../swagger.js'
import { itemDefinitions } from './item-definitions.js'
import { jobDefinitions } from './job-definitions.js'
import { syncJobsPaths } from './paths.js'
import { submissionDefinitions } from './submission-definitions.js'

export const syncJobs: Family = {
  paths: syncJobsPaths,
  definitions: { ...submissionDefinitions, ...jobDefinitions, ...itemDefinitions },
  duties: {
    SubmitSyncJob: 'submit',
    GetSyncJob: 'read',
    ListSyncJobs: 'read',
    ListSyncItems: 'read',
  },
}
