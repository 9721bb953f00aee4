import { retrieve } from '../../../../dataverse/index.js'
import type { StoredRow } from '../../../../dataverse/index.js'
import { integrationSyncJob, jobStatus } from '../../../../../solution/tables/index.js'
import { ApiError } from '../../errors.js'
import type { OperationContext } from '../../operation-context.js'
import { presentColumns } from '../../present.js'

const counts = [
  'received',
  'applied',
  'held',
  'unchanged',
  'superseded',
  'rejected',
  'failed',
] as const

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
  ...counts,
] as const

type ShownColumn = (typeof shownJobColumns)[number]

export type ShownJob = Partial<Omit<StoredRow<typeof integrationSyncJob, ShownColumn>, 'etag'>> & {
  readonly id: string
}

/** A job made by hand may have no counts yet. */
function countsOf(job: ShownJob): Readonly<Record<string, number>> {
  return Object.fromEntries(counts.map((name) => [name, job[name] ?? 0]))
}

/** `definitions/SyncJob`. */
export function presentJob(job: ShownJob): object {
  const shown = presentColumns(integrationSyncJob, job, shownJobColumns)
  return { jobId: job.id, ...shown, ...countsOf(job) }
}

const unfinished: ReadonlySet<unknown> = new Set(['open', 'submitted', 'processing'])

/** Whether nothing will happen to the job any more, unless somebody asks for it. */
export function isFinished({ jobStatus: status }: Pick<ShownJob, 'jobStatus'>): boolean {
  return !unfinished.has(status)
}

/** The job's status as people know it. */
export function statusLabel(status: keyof typeof jobStatus): string {
  return jobStatus[status].label
}

/** @throws ApiError SyncJobNotFound. */
export async function readJob<Name extends keyof typeof integrationSyncJob.columns>(
  jobId: string,
  select: readonly Name[],
  { client }: Pick<OperationContext, 'client'>,
): Promise<StoredRow<typeof integrationSyncJob, Name>> {
  const job = await client.retrieveOrNull(
    retrieve<typeof integrationSyncJob, Name>(integrationSyncJob, jobId, { select }),
  )
  if (!job) throw new ApiError('SyncJobNotFound', { jobId })
  return job
}
