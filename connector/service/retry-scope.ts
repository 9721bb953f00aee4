import type { retriedStatuses } from '../definition/source/sync-jobs/retried.js'
import type { outcomeReason } from '../../solution/tables/index.js'

/** Which items of a job are to be run again: those with one of the statuses and one of the reasons. */
export interface RetryScope {
  readonly statuses: readonly (typeof retriedStatuses)[number][]
  readonly reasons: readonly (keyof typeof outcomeReason)[]
}

/** The form in which a job keeps its scope. */
export function writeRetryScope({ statuses, reasons }: RetryScope): string {
  return JSON.stringify({ statuses, reasons })
}

export function readRetryScope(text: string): RetryScope {
  return JSON.parse(text) as RetryScope
}
