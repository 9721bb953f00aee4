import { DataverseError } from '../../../../dataverse/index.js'
import { ApiError } from '../../errors.js'
import type { OperationContext, OperationRequest } from '../../operation-context.js'
import { shorten } from '../../shorten.js'
import { jobWrites } from '../../submission/job-writes.js'
import { newJob } from '../../submission/new-job.js'
import type { NewJob } from '../../submission/new-job.js'
import { checkedItems } from '../../submission/checked-items.js'
import type { SubmitSyncJobRequest } from '../../submission/request.js'
import { readJob, shownJobColumns } from './sync-job.js'
import type { ShownJob } from './sync-job.js'

/**
 * Checks everything, then writes once: what is accepted is whole, what is refused leaves no trace.
 * A repeated submission gives the first job as it is now.
 */
export async function acceptJob(
  { body, requestId, caller }: OperationRequest,
  context: OperationContext,
): Promise<ShownJob> {
  const request = body as SubmitSyncJobRequest
  await checkedItems(request, context)
  const job = await newJob({
    request,
    requestId,
    submittedBy: caller.name,
    submitted: context.now(),
    order: context.nextOrder(),
  })
  const first = await writtenOnce(job, context)
  if (first) return first
  context.metrics.countItems(request.items.length)
  context.onSubmitted()
  return { id: job.id, ...job.row }
}

/**
 * Writes a new job; the first one of its id where it is there already.
 *
 * @throws ApiError SubmissionKeyReused where that was made of other content.
 */
export async function writtenOnce(
  job: NewJob,
  context: OperationContext,
): Promise<ShownJob | undefined> {
  try {
    await context.client.send(jobWrites(job))
    return undefined
  } catch (error) {
    if (!(error instanceof DataverseError) || error.status !== 412) throw error
  }
  const { id, row } = job
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
