import { retrieve } from '../../dataverse/index.js'
import type { Operation, StoredRow } from '../../dataverse/index.js'
import type { ItemStatus, JobFacts } from '../../engine/index.js'
import { integrationSyncJob } from '../../../solution/tables/index.js'

const columns = [
  'name',
  'jobStatus',
  'entityType',
  'sourceSystemKey',
  'submittedDateTime',
  'submissionKey',
  'targetTables',
  'relatedTables',
  'codeLists',
  'payload',
  'payloadParts',
  'payloadHash',
  'nextSequence',
  'decisionClock',
  'configurationHash',
  'cancelRequestedOn',
  'runNumber',
  'retryScope',
  'leaseOwner',
  'leaseExpiresOn',
  'attempts',
  'received',
  'applied',
  'held',
  'unchanged',
  'superseded',
  'rejected',
  'failed',
  'createdOn',
] as const

export type JobRow = StoredRow<typeof integrationSyncJob, (typeof columns)[number]>

export function jobQuery(id: string): Operation<JobRow> {
  return retrieve(integrationSyncJob, id, { select: columns })
}

/** A posted job brings its items as payload; the items of any other are rows made in Dataverse. */
export function isPosted(job: JobRow): boolean {
  return job.payloadHash !== null
}

/**
 * Whether the job takes its items from its payload. When items that waited are run again, they are
 * rows like those of a job made in Dataverse.
 */
export function readsPayload(job: JobRow): boolean {
  return isPosted(job) && runOf(job) === 0
}

/** How many times items of the job were run again. */
export function runOf({ runNumber }: Pick<JobRow, 'runNumber'>): number {
  return runNumber ?? 0
}

export function jobFacts(job: JobRow): JobFacts {
  const submitted = job.submittedDateTime ?? job.createdOn
  return {
    id: job.id,
    sourceSystemKey: job.sourceSystemKey,
    submitted: submitted?.getTime() ?? 0,
    run: runOf(job),
  }
}

/** How many items ended in each status. */
export type Tally = Readonly<Record<ItemStatus, number>>

export const emptyTally: Tally = {
  applied: 0,
  held: 0,
  unchanged: 0,
  superseded: 0,
  rejected: 0,
  failed: 0,
}

export function tallyOf(job: JobRow): Tally {
  return {
    applied: job.applied ?? 0,
    held: job.held ?? 0,
    unchanged: job.unchanged ?? 0,
    superseded: job.superseded ?? 0,
    rejected: job.rejected ?? 0,
    failed: job.failed ?? 0,
  }
}

export function added(tally: Tally, statuses: Iterable<ItemStatus>): Tally {
  const sum: Record<ItemStatus, number> = { ...tally }
  for (const status of statuses) sum[status] += 1
  return sum
}

export function total(tally: Tally): number {
  return Object.values(tally).reduce((sum, count) => sum + count, 0)
}
