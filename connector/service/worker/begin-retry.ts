import { filter, query, updateMultiple } from '../../dataverse/index.js'
import { integrationSyncItem, integrationSyncJob } from '../../../solution/tables/index.js'
import { readRetryScope } from '../retry-scope.js'
import { tallyOfRows } from './accounted-items.js'
import type { HeldJob } from './held-job.js'
import { leaseEnd } from './held-lanes.js'
import type { Tally } from './job-row.js'
import { valueOf } from './pages-of.js'
import type { WorkerContext } from './worker-context.js'

/** Rows made pending at once. */
const rowsAtOnce = 1_000

interface RetriedJob {
  readonly id: string
  readonly retryScope: string
}

/**
 * Makes the items that are to be run again pending, then says so on the job. None of them is decided
 * before that, so a repetition after a cut finds and leaves the same items. Each step names the
 * job's version first: a worker that lost the job changes nothing.
 *
 * Gives the counts of the other items.
 */
export async function beginRetry(
  { client, now, options }: WorkerContext,
  held: HeldJob,
  job: RetriedJob,
): Promise<Tally> {
  const waiting = waitingItems(job)
  for (;;) {
    const { rows } = await client.send(waiting)
    if (rows.length === 0) break
    const [fence, reset] = await client.batch([
      held.operation({ leaseExpiresOn: leaseEnd({ now, leaseMs: options.leaseMs }) }),
      updateMultiple(integrationSyncItem, rows.map(pending)),
    ])
    held.written(valueOf(fence).etag)
    valueOf(reset)
  }
  const tally = await tallyOfRows(client, job.id)
  await held.update({ ...tally, retryScope: null })
  return tally
}

function waitingItems({ id, retryScope }: RetriedJob) {
  const { statuses, reasons } = readRetryScope(retryScope)
  const items = filter(integrationSyncItem)
  return query(integrationSyncItem, {
    select: ['itemStatus'],
    filter: items.and(
      items.eq('integrationSyncJob', { table: integrationSyncJob.logicalName, id }),
      items.in('itemStatus', statuses),
      items.in('outcomeReason', reasons),
    ),
    top: rowsAtOnce,
  })
}

function pending({ id }: { readonly id: string }) {
  const row = { itemStatus: 'pending', outcomeReason: null, processMessage: null } as const
  return { id, row }
}
