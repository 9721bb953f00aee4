import { update } from '../../../../dataverse/index.js'
import { integrationSyncJob } from '../../../../../solution/tables/index.js'
import { ApiError } from '../../errors.js'
import type { Handler } from '../../operation-context.js'
import { changeJob } from './change-job.js'
import { presentJob, statusLabel } from './sync-job.js'

/**
 * A job under way is only asked to stop: its worker, or the one that takes it over, ends what it has
 * begun and counts what was written.
 */
export const cancelSyncJob: Handler = async (request, context) => {
  const job = await changeJob(request, context, ({ id, etag, jobStatus, ...found }) => {
    const now = new Date(context.now())
    switch (jobStatus) {
      case 'open':
      case 'submitted':
        return update(
          integrationSyncJob,
          id,
          {
            jobStatus: 'cancelled',
            completedDateTime: now,
            processMessage: 'Cancelled before its items were handled.',
          },
          { ifMatch: etag },
        )
      case 'processing':
        return found.cancelRequestedOn === null
          ? update(integrationSyncJob, id, { cancelRequestedOn: now }, { ifMatch: etag })
          : null
      case 'cancelled':
        return null
      case 'completed':
      case 'completedWithErrors':
      case 'failed':
        throw new ApiError('SyncJobFinished', { jobId: id, status: statusLabel(jobStatus) })
    }
  })
  return presentJob(job)
}
