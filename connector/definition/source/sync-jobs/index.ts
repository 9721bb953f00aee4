import type { Family } from '../swagger.js'
import { acknowledgementDefinitions } from './acknowledgement-definitions.js'
import { acknowledgementPaths } from './acknowledgement-paths.js'
import { controlPaths } from './control-paths.js'
import { itemDefinitions } from './item-definitions.js'
import { itemPaths } from './item-paths.js'
import { jobDefinitions } from './job-definitions.js'
import { loadDefinitions } from './load-definitions.js'
import { loadPaths } from './load-paths.js'
import { syncJobsPaths } from './paths.js'
import { runPaths } from './run-paths.js'
import { submissionDefinitions } from './submission-definitions.js'

export const syncJobs: Family = {
  paths: {
    ...syncJobsPaths,
    ...itemPaths,
    ...runPaths,
    ...loadPaths,
    ...controlPaths,
    ...acknowledgementPaths,
  },
  definitions: {
    ...submissionDefinitions,
    ...loadDefinitions,
    ...jobDefinitions,
    ...itemDefinitions,
    ...acknowledgementDefinitions,
  },
  duties: {
    SubmitSyncJob: 'submit',
    RunSyncJob: 'submit',
    GetSyncJobRun: 'address',
    OpenSyncJob: 'submit',
    AddSyncItems: 'submit',
    CloseSyncJob: 'submit',
    GetSyncJob: 'read',
    ListSyncJobs: 'read',
    ListSyncItems: 'read',
    RetrySyncItems: 'submit',
    CancelSyncJob: 'submit',
    AcknowledgeSyncItems: 'submit',
  },
}
