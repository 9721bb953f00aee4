import type { Handler } from '../../operation-context.js'
import { jobOfRun, runAnswer } from './job-run.js'
import { readJob, shownJobColumns } from './sync-job.js'

/** Whoever has the address may wait at it: the job is read in the service's own name. */
export const getSyncJobRun: Handler = async (request, context) => {
  const { runToken } = request.params as { readonly runToken: string }
  const client = context.ownClient
  const job = await readJob(jobOfRun(runToken, context), shownJobColumns, { client })
  return runAnswer(job, request.path, context)
}
