import { DataverseError } from '../../../../dataverse/index.js'
import { ApiError, invalidRequest } from '../../errors.js'
import type { OperationContext, OperationRequest } from '../../operation-context.js'
import { shorten } from '../../shorten.js'
import { itemFaults } from '../../submission/item-faults.js'
import { jobWrites } from '../../submission/job-writes.js'
import { newJob } from '../../submission/new-job.js'
import type { NewJob } from '../../submission/new-job.js'
import { namedTables } from '../../submission/normalise.js'
import type { SubmitSyncJobRequest } from '../../submission/request.js'
import { existingTables } from '../../tables.js'
import { presentJob, readJob, shownJobColumns } from './sync-job.js'

/** Most tables of one job: a worker holds the lanes of all of them. */
const mostTables = 40

/** Checks everything, then writes once: what is accepted is whole, what is refused leaves no trace. */
export async function submitSyncJob(
  { body, requestId, caller }: OperationRequest,
  context: OperationContext,
): Promise<object> {
  const request = body as SubmitSyncJobRequest
  const [first, ...others] = itemFaults(request.items)
  if (first) throw invalidRequest(first, ...others)
  await existingTables(namedTables(request), mostTables, context)

  const job = await newJob({
    request,
    requestId,
    submittedBy: caller.name,
    submitted: context.now(),
    order: context.nextOrder(),
  })
  try {
    await context.client.send(jobWrites(job))
  } catch (error) {
    if (!isAlreadyThere(error)) throw error
    return presentJob(await firstSubmission(job, context))
  }
  context.metrics.countItems(request.items.length)
  context.onSubmitted()
  return presentJob({ id: job.id, ...job.row })
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof DataverseError && error.status === 412
}

/**
 * The job that has the submission's id, as it is now.
 *
 * @throws ApiError SubmissionKeyReused where it was submitted with other content.
 */
async function firstSubmission({ id, row }: NewJob, context: OperationContext) {
  const found = await readJob(id, [...shownJobColumns, 'payloadHash'], context)
  if (found.payloadHash === row.payloadHash) return found
  const submissionKey = shorten(row.submissionKey)
  const { sourceSystemKey: source } = row
  throw new ApiError('SubmissionKeyReused', { submissionKey, source, jobId: id }, [
    {
      path: 'submissionKey',
      message: `submissionKey ${submissionKey} was used for other content by job ${id}.`,
      value: submissionKey,
      expected: 'a key not used before, or the same content',
    },
  ])
}
