import type { OperationHandler } from '../../operation-context.js'
import { getSyncJob } from './get-sync-job.js'
import { listSyncItems } from './list-sync-items.js'
import { listSyncJobs } from './list-sync-jobs.js'
import { submitSyncJob } from './submit-sync-job.js'

export const syncJobHandlers = {
  GetSyncJob: { handle: getSyncJob },
  ListSyncItems: { handle: listSyncItems },
  ListSyncJobs: { handle: listSyncJobs },
  SubmitSyncJob: { handle: submitSyncJob, status: 201 },
} as const satisfies Readonly<Record<string, OperationHandler>>
