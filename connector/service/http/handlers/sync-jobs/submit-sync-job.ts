import type { Handler } from '../../operation-context.js'
import { acceptJob } from './accept-job.js'
import { presentJob } from './sync-job.js'

export const submitSyncJob: Handler = async (request, context) =>
  presentJob(await acceptJob(request, context))
