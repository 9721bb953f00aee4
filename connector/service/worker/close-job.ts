import type { RowChanges } from '../../dataverse/index.js'
import { maxLength } from '../../../solution/tables/index.js'
import type { integrationSyncJob } from '../../../solution/tables/index.js'
import { leaseEnd } from './held-lanes.js'
import { total } from './job-row.js'
import type { Tally } from './job-row.js'
import type { WorkerContext } from './worker-context.js'

type JobChanges = RowChanges<typeof integrationSyncJob>

/** What a job's row says after a chunk: how far it is, and that its worker is alive. */
export function progressUpdate(
  nextSequence: number,
  tally: Tally,
  { now, options }: WorkerContext,
): JobChanges {
  return { nextSequence, ...tally, leaseExpiresOn: leaseEnd({ now, leaseMs: options.leaseMs }) }
}

/** What a job's row says at an end of it. */
export type JobEnding = typeof closingUpdate

/**
 * What a job's row says where it was cancelled. What was written stays and is counted; the other
 * items are never decided.
 */
export const cancelledUpdate: JobEnding = (nextSequence, tally, received, { now }) => ({
  nextSequence,
  ...tally,
  jobStatus: 'cancelled',
  completedDateTime: new Date(now()),
  processMessage:
    received === null
      ? `Cancelled after ${String(total(tally))} items.`
      : `Cancelled after ${String(total(tally))} of ${String(received)} items.`,
  ...nobody,
})

const nobody = { leaseOwner: null, leaseExpiresOn: null } as const

/**
 * What a job's row says at its end.
 *
 * `received`: how many items the job was posted with; null for a job whose items are rows.
 *
 * @throws Error where an item is not accounted for: such a job must not close.
 */
export function closingUpdate(
  nextSequence: number,
  tally: Tally,
  received: number | null,
  { now }: Pick<WorkerContext, 'now'>,
  failure?: string,
): JobChanges {
  const accounted = total(tally)
  if (received !== null && received !== accounted) {
    throw new Error(`The job received ${received} items and accounts for ${accounted}.`)
  }
  return {
    nextSequence,
    ...tally,
    received: accounted,
    jobStatus: finalStatus(tally, failure),
    completedDateTime: new Date(now()),
    processMessage: failure?.slice(0, maxLength.message) ?? summary(tally),
    ...nobody,
  }
}

function finalStatus(
  tally: Tally,
  failure: string | undefined,
): 'completed' | 'completedWithErrors' | 'failed' {
  if (failure !== undefined) return 'failed'
  return tally.rejected + tally.failed > 0 ? 'completedWithErrors' : 'completed'
}

function summary(tally: Tally): string {
  const counts = Object.entries(tally).filter(([, count]) => count > 0)
  if (counts.length === 0) return 'The job had no items.'
  return `${counts.map(([status, count]) => `${count} ${status}`).join(', ')}.`
}
