import type { Handler } from '../../operation-context.js'
import { acceptJob } from './accept-job.js'
import { runAnswer, runToken } from './job-run.js'

export const runSyncJob: Handler = async (request, context) => {
  const job = await acceptJob(request, context)
  return runAnswer(job, `${request.path}/${runToken(job.id, context)}`, context)
}
