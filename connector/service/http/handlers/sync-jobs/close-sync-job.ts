import { update } from '../../../../dataverse/index.js'
import { integrationSyncJob } from '../../../../../solution/tables/index.js'
import { readLayout } from '../../../payload-layout.js'
import type { PayloadPart } from '../../../payload-layout.js'
import { ApiError } from '../../errors.js'
import type { Handler } from '../../operation-context.js'
import { changeJob } from './change-job.js'
import type { ChangedJob } from './change-job.js'
import { presentJob, statusLabel } from './sync-job.js'

interface Expected {
  readonly parts?: number
  readonly received?: number
}

/** A job made in Dataverse may be closed, too: its worker finds out what its items are about. */
export const closeSyncJob: Handler = async (request, context) => {
  const expected = request.query as Expected
  const job = await changeJob(request, context, (found) => {
    if (found.jobStatus !== 'open') return refusedOrDone(found)
    const parts = readLayout(found.payload)
    const fault = parts && faultOf(parts, expected)
    if (fault) throw new ApiError('SyncJobIncomplete', { jobId: found.id, fault })
    const submitted = new Date(Math.floor(context.now() / 1_000) * 1_000)
    return update(
      integrationSyncJob,
      found.id,
      {
        jobStatus: 'submitted',
        ...(parts && { submittedDateTime: submitted, submissionOrder: context.nextOrder() }),
      },
      { ifMatch: found.etag },
    )
  })
  context.onSubmitted()
  return presentJob(job)
}

/** @throws ApiError SyncJobNotOpen for a job that was cancelled. */
function refusedOrDone({ id, jobStatus }: ChangedJob): null {
  if (jobStatus !== 'cancelled') return null
  throw new ApiError('SyncJobNotOpen', { jobId: id, status: statusLabel(jobStatus) })
}

/** Most numbers that a message lists. */
const mostListed = 20

function faultOf(parts: readonly PayloadPart[], expected: Expected): string | undefined {
  const numbers = new Set(parts.map(({ partNumber }) => partNumber))
  const last = Math.max(0, expected.parts ?? 0, ...numbers)
  const missing = last - numbers.size
  if (missing > 0) {
    const listed = firstMissing(numbers, Math.min(missing, mostListed))
    const more = missing > listed.length ? ` and ${String(missing - listed.length)} more` : ''
    return `it lacks part ${listed.join(', ')}${more}`
  }
  if (expected.parts !== undefined && expected.parts !== parts.length) {
    return `it has ${String(parts.length)} parts, expected ${String(expected.parts)}`
  }
  const received = parts.reduce((sum, { items }) => sum + items, 0)
  return expected.received !== undefined && expected.received !== received
    ? `it has ${String(received)} items, expected ${String(expected.received)}`
    : undefined
}

/** The first numbers from 1 that are not there. However many lack, no more than these are made. */
function firstMissing(numbers: ReadonlySet<number>, count: number): readonly number[] {
  const missing: number[] = []
  for (let number = 1; missing.length < count; number++) {
    if (!numbers.has(number)) missing.push(number)
  }
  return missing
}
