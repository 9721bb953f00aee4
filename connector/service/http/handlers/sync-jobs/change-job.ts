import { isConcurrencyConflict } from '../../../../dataverse/index.js'
import type { AnyOperation, StoredRow } from '../../../../dataverse/index.js'
import type { integrationSyncJob } from '../../../../../solution/tables/index.js'
import { requireSource } from '../../../auth/authorize.js'
import { ApiError } from '../../errors.js'
import type { OperationContext, OperationRequest } from '../../operation-context.js'
import { readJob, shownJobColumns } from './sync-job.js'

const columns = [
  ...shownJobColumns,
  'payload',
  'payloadParts',
  'payloadHash',
  'targetTables',
  'relatedTables',
  'codeLists',
  'runNumber',
  'retryKey',
  'retryScope',
  'cancelRequestedOn',
] as const

export type ChangedJob = StoredRow<typeof integrationSyncJob, (typeof columns)[number]>

/** Tries of a change that others get in the way of. */
const mostTries = 20

/**
 * Changes a job that the request names, anew from how it stands now as long as others change it at
 * the same time.
 *
 * `plan`: the write, which names the version of the job that it is given; null: nothing to change.
 *
 * @throws ApiError SyncJobNotFound, Forbidden; StoreUnavailable after many tries.
 */
export async function changeJob(
  { params, caller }: OperationRequest,
  context: OperationContext,
  plan: (job: ChangedJob) => Promise<AnyOperation | null> | AnyOperation | null,
): Promise<ChangedJob> {
  const { jobId } = params as { readonly jobId: string }
  for (let attempt = 1; attempt <= mostTries; attempt++) {
    const job = await readJob(jobId.toLowerCase(), columns, context)
    requireSource(caller, job.sourceSystemKey)
    const write = await plan(job)
    if (!write) return job
    try {
      await context.client.send(write)
      return await readJob(job.id, columns, context)
    } catch (error) {
      if (!isConcurrencyConflict(error)) throw error
    }
  }
  throw new ApiError('StoreUnavailable', {})
}
