import { createMetadataCache, filter, query } from '../../../../connector/dataverse/index.js'
import { replayJob } from '../../../../connector/service/what-if/replay-job.js'
import type { JobReplay } from '../../../../connector/service/what-if/replay-job.js'
import type { Reading } from '../../../../connector/service/what-if/recorded-job.js'
import { integrationSyncJob } from '../../../../solution/tables/index.js'
import type { WorkerStack } from '../../../support/worker-stack.js'

/** As workers of a stack are set up: chunks of 20 items. */
export async function readingOf(stack: WorkerStack, chunkItems = 20): Promise<Reading> {
  const { client } = stack
  const { userId } = await client.whoAmI()
  return { client, metadata: createMetadataCache(client), serviceUserId: userId, chunkItems }
}

/** Replays of all closed jobs, in the order they were submitted. */
export async function replays(stack: WorkerStack, chunkItems = 20): Promise<readonly JobReplay[]> {
  const reading = await readingOf(stack, chunkItems)
  const { rows } = await stack.client.send(
    query(integrationSyncJob, {
      select: ['submissionOrder'],
      filter: filter(integrationSyncJob).in('jobStatus', ['completed', 'completedWithErrors']),
      orderBy: ['submissionOrder asc'],
    }),
  )
  const found: JobReplay[] = []
  for (const { id } of rows) found.push(await replayJob(reading, id, 50))
  return found
}

/** What is wrong with replays that should be identical throughout; empty where nothing is. */
export function faultsOf(found: readonly JobReplay[]): readonly string[] {
  return found.flatMap(({ jobName, shown }) =>
    shown.map((one) => {
      const told = one.result === 'different' ? one.replayed : one
      const { id: _, ...item } = one.item
      return `${jobName}: ${JSON.stringify(item)} was ${JSON.stringify(one.recorded)}, now ${JSON.stringify(told)}`
    }),
  )
}
