import { filter, query, update } from '../../../../dataverse/index.js'
import { keyHash } from '../../../../engine/ids.js'
import { retriedReasons, retriedStatuses } from '../../../../definition/source/sync-jobs/retried.js'
import {
  integrationSyncItem,
  integrationSyncJob,
  itemStatus,
  outcomeReason,
} from '../../../../../solution/tables/index.js'
import { writeRetryScope } from '../../../retry-scope.js'
import type { RetryScope } from '../../../retry-scope.js'
import { ApiError } from '../../errors.js'
import type { Handler, OperationContext } from '../../operation-context.js'
import { changeJob } from './change-job.js'
import { presentJob, statusLabel } from './sync-job.js'

interface Query {
  readonly itemStatus?: readonly string[]
  readonly outcomeReason?: readonly string[]
  readonly retryKey?: string
}

/**
 * Submits a finished job again for the items that wait. Which they are is written on the job; its
 * worker makes them pending and decides each once, under the policies and maps of then.
 */
export const retrySyncItems: Handler = async (request, context) => {
  const asked = request.query as Query
  const scope = scopeOf(asked)
  const retryKey = keyHash(writeRetryScope(scope), asked.retryKey ?? request.requestId)
  const job = await changeJob(request, context, async ({ id, etag, ...found }) => {
    if (found.retryKey === retryKey) return null
    const { jobStatus } = found
    const isOver =
      jobStatus === 'completed' || jobStatus === 'completedWithErrors' || jobStatus === 'failed'
    if (!isOver)
      throw new ApiError('SyncJobUnfinished', { jobId: id, status: statusLabel(jobStatus) })
    if (!(await anyWaits(id, scope, context))) return null
    return update(
      integrationSyncJob,
      id,
      {
        jobStatus: 'submitted',
        runNumber: (found.runNumber ?? 0) + 1,
        retryKey,
        retryScope: writeRetryScope(scope),
        decisionClock: null,
        configurationHash: null,
        completedDateTime: null,
        processMessage: null,
        attempts: 0,
      },
      { ifMatch: etag },
    )
  })
  context.onSubmitted()
  return presentJob(job)
}

function scopeOf(asked: Query): RetryScope {
  return {
    statuses: retriedStatuses.filter((name) => isAsked(asked.itemStatus, itemStatus[name].label)),
    reasons: retriedReasons.filter((name) =>
      isAsked(asked.outcomeReason, outcomeReason[name].label),
    ),
  }
}

function isAsked(labels: readonly string[] | undefined, label: string): boolean {
  return labels?.includes(label) ?? true
}

async function anyWaits(
  jobId: string,
  { statuses, reasons }: RetryScope,
  { client }: OperationContext,
): Promise<boolean> {
  const items = filter(integrationSyncItem)
  const { rows } = await client.send(
    query(integrationSyncItem, {
      select: ['itemStatus'],
      filter: items.and(
        items.eq('integrationSyncJob', { table: integrationSyncJob.logicalName, id: jobId }),
        items.in('itemStatus', statuses),
        items.in('outcomeReason', reasons),
      ),
      top: 1,
    }),
  )
  return rows.length > 0
}
