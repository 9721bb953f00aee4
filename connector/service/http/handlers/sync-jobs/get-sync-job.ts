import type { Handler } from '../../operation-context.js'
import { presentJob, readJob, shownJobColumns } from './sync-job.js'

export const getSyncJob: Handler = async ({ params }, context) => {
  const { jobId } = params as { readonly jobId: string }
  return presentJob(await readJob(jobId.toLowerCase(), shownJobColumns, context))
}
