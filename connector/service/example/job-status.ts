import { jobStatus } from '../../../solution/tables/index.js'
import type { SyncJob } from './api.js'

const closed: readonly string[] = [
  jobStatus.completed.label,
  jobStatus.completedWithErrors.label,
  jobStatus.failed.label,
  jobStatus.cancelled.label,
]

export function isClosed(job: SyncJob): boolean {
  return closed.includes(job.jobStatus)
}

/** The outcomes an item can end with, as counted by a job. */
export const outcomes = [
  'applied',
  'held',
  'unchanged',
  'superseded',
  'rejected',
  'failed',
] as const

/** How many of the job's items have an outcome. */
export function settledItems(job: SyncJob): number {
  return outcomes.reduce((sum, outcome) => sum + job[outcome], 0)
}
