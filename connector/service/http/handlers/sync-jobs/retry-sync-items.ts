import { filter, query, update } from '../../../../dataverse/index.js'
import type { RowChanges } from '../../../../dataverse/index.js'
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
import type { ChangedJob } from './change-job.js'
import { presentJob, statusLabel } from './sync-job.js'

interface Query {
  readonly itemStatus?: readonly string[]
  readonly outcomeReason?: readonly string[]
  readonly retryKey?: string
}

/**
 * Submits a job again for the items that wait. Which they are is written on the job; whoever runs it
 * decides each once, under the policies and maps of then: of a finished inbound job its worker, of an
 * outbound one, which may still wait for acknowledgements, what watches over offers.
 */
export const retrySyncItems: Handler = async (request, context) => {
  const asked = request.query as Query
  const job = await changeJob(request, context, async (found) => {
    const scope = scopeOf(asked, found)
    const retryKey = keyHash(writeRetryScope(scope), asked.retryKey ?? request.requestId)
    if (found.retryKey === retryKey) return null
    if (!mayRetry(found)) {
      const status = statusLabel(found.jobStatus)
      throw new ApiError('SyncJobUnfinished', { jobId: found.id, status })
    }
    if (!(await anyWaits(found.id, scope, context))) return null
    const retryScope = writeRetryScope(scope)
    return update(
      integrationSyncJob,
      found.id,
      submission(found, { retryKey, retryScope }, context.now()),
      {
        ifMatch: found.etag,
      },
    )
  })
  context.onSubmitted()
  return presentJob(job)
}

function mayRetry({ jobStatus, direction, retryScope }: ChangedJob): boolean {
  const isOffering = direction === 'outbound' && jobStatus === 'submitted' && retryScope === null
  return (
    isOffering ||
    jobStatus === 'completed' ||
    jobStatus === 'completedWithErrors' ||
    jobStatus === 'failed'
  )
}

function submission(
  { direction, runNumber, submittedDateTime }: ChangedJob,
  retry: { readonly retryKey: string; readonly retryScope: string },
  now: number,
): RowChanges<typeof integrationSyncJob> {
  const changes = {
    ...retry,
    jobStatus: 'submitted',
    runNumber: (runNumber ?? 0) + 1,
    completedDateTime: null,
    processMessage: null,
  } as const
  return direction === 'outbound'
    ? { ...changes, nextSequence: null, submittedDateTime: submittedDateTime ?? new Date(now) }
    : { ...changes, decisionClock: null, configurationHash: null, attempts: 0 }
}

/** What is held of an offer waits for nobody in the ledger, whatever the reason. */
function scopeOf(asked: Query, { direction }: Pick<ChangedJob, 'direction'>): RetryScope {
  const reasons = direction === 'outbound' ? allReasons : retriedReasons
  return {
    statuses: retriedStatuses.filter((name) => isAsked(asked.itemStatus, itemStatus[name].label)),
    reasons: reasons.filter((name) => isAsked(asked.outcomeReason, outcomeReason[name].label)),
  }
}

const allReasons = Object.keys(outcomeReason) as (keyof typeof outcomeReason)[]

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
