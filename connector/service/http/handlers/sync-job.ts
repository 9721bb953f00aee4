import { retrieve } from '../../../dataverse/index.js'
import type { StoredRow } from '../../../dataverse/index.js'
import { integrationSyncJob } from '../../../../solution/tables/index.js'
import { ApiError } from '../errors.js'
import type { OperationContext } from '../operation-context.js'
import { presentColumns } from '../present.js'

/** The columns of a job that answers show, under the same names. */
export const shownJobColumns = [
  'name',
  'jobStatus',
  'direction',
  'sourceSystemKey',
  'entityType',
  'submissionKey',
  'submittedBy',
  'submittedDateTime',
  'completedDateTime',
  'processMessage',
  'received',
  'applied',
  'held',
  'unchanged',
  'superseded',
  'rejected',
  'failed',
] as const

type ShownColumn = (typeof shownJobColumns)[number]

export type ShownJob = Partial<Omit<StoredRow<typeof integrationSyncJob, ShownColumn>, 'etag'>> & {
  readonly id: string
}

/** A job made by hand may have no counts yet. */
const noCounts = {
  received: 0,
  applied: 0,
  held: 0,
  unchanged: 0,
  superseded: 0,
  rejected: 0,
  failed: 0,
}

/** `definitions/SyncJob`. */
export function presentJob(job: ShownJob): object {
  return {
    jobId: job.id,
    ...noCounts,
    ...presentColumns(integrationSyncJob, job, shownJobColumns),
  }
}

/** @throws ApiError SyncJobNotFound. */
export async function readJob<Name extends keyof typeof integrationSyncJob.columns>(
  jobId: string,
  select: readonly Name[],
  { client }: OperationContext,
): Promise<StoredRow<typeof integrationSyncJob, Name>> {
  const job = await client.retrieveOrNull(
    retrieve<typeof integrationSyncJob, Name>(integrationSyncJob, jobId, { select }),
  )
  if (!job) throw new ApiError('SyncJobNotFound', { jobId })
  return job
}
