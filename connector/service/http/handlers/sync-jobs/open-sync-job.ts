import type { Handler } from '../../operation-context.js'
import { openedJob } from '../../submission/opened-job.js'
import type { OpenSyncJobRequest } from '../../submission/opened-job.js'
import { existingTables } from '../../tables.js'
import { writtenOnce } from './accept-job.js'
import { presentJob } from './sync-job.js'

export const openSyncJob: Handler = async ({ body, requestId, caller }, context) => {
  const request = body as OpenSyncJobRequest
  await existingTables([{ table: request.entityType, path: 'entityType' }], 1, context)
  const job = openedJob({ request, requestId, submittedBy: caller.name })
  const first = await writtenOnce(job, context)
  return presentJob(first ?? { id: job.id, ...job.row })
}
