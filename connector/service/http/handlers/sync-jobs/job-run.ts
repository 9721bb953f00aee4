import { ApiError } from '../../errors.js'
import { HandlerAnswer } from '../../handler-answer.js'
import type { OperationContext } from '../../operation-context.js'
import { isFinished, presentJob } from './sync-job.js'
import type { ShownJob } from './sync-job.js'

/** What the token of a run is signed for. */
const purpose = 'sync-job-run'

/** The platform waits no longer for an answer. Milliseconds. */
const lifetime = 30 * 24 * 60 * 60_000

/** What the address ends in at which whoever knows it waits for a job. */
export function runToken(jobId: string, { tokens, now }: OperationContext): string {
  return tokens.sign(purpose, jobId, now() + lifetime)
}

/**
 * The id of the job that a run's address is about.
 *
 * @throws ApiError SyncJobRunNotFound, SyncJobRunExpired.
 */
export function jobOfRun(token: string, { tokens }: OperationContext): string {
  const opened = tokens.open(purpose, token)
  if (opened.state === 'valid' && typeof opened.content === 'string') return opened.content
  throw opened.state === 'expired'
    ? new ApiError('SyncJobRunExpired', {})
    : new ApiError('SyncJobRunNotFound', {})
}

/** The finished job; before, where to ask again and when. `path`: of the run's address. */
export function runAnswer(
  job: ShownJob,
  path: string,
  { publicBaseUrl, now }: OperationContext,
): object {
  if (isFinished(job)) return new HandlerAnswer({ status: 200, body: presentJob(job) })
  return new HandlerAnswer({
    status: 202,
    headers: {
      location: `${publicBaseUrl()}${path}`,
      'retry-after': String(secondsToWait(job, now())),
    },
  })
}

/** A tenth of the time that the job has taken so far, from 2 seconds to a minute. */
function secondsToWait({ submittedDateTime }: ShownJob, now: number): number {
  const age = (now - (submittedDateTime?.getTime() ?? now)) / 1_000
  return Math.min(60, Math.max(2, Math.round(age / 10)))
}
