import type { OperationHandler } from '../../operation-context.js'
import { acknowledgeSyncItems } from './acknowledge-sync-items.js'
import { addSyncItems } from './add-sync-items.js'
import { cancelSyncJob } from './cancel-sync-job.js'
import { closeSyncJob } from './close-sync-job.js'
import { getSyncJob } from './get-sync-job.js'
import { getSyncJobRun } from './get-sync-job-run.js'
import { listSyncItems } from './list-sync-items.js'
import { listSyncJobs } from './list-sync-jobs.js'
import { openSyncJob } from './open-sync-job.js'
import { retrySyncItems } from './retry-sync-items.js'
import { runSyncJob } from './run-sync-job.js'
import { submitSyncJob } from './submit-sync-job.js'

export const syncJobHandlers = {
  AcknowledgeSyncItems: { handle: acknowledgeSyncItems },
  AddSyncItems: { handle: addSyncItems, status: 201 },
  CancelSyncJob: { handle: cancelSyncJob },
  CloseSyncJob: { handle: closeSyncJob },
  GetSyncJob: { handle: getSyncJob },
  GetSyncJobRun: { handle: getSyncJobRun },
  ListSyncItems: { handle: listSyncItems },
  ListSyncJobs: { handle: listSyncJobs },
  OpenSyncJob: { handle: openSyncJob, status: 201 },
  RetrySyncItems: { handle: retrySyncItems },
  RunSyncJob: { handle: runSyncJob },
  SubmitSyncJob: { handle: submitSyncJob, status: 201 },
} as const satisfies Readonly<Record<string, OperationHandler>>
