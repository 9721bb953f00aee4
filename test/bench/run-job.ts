import { setTimeout as pause } from 'node:timers/promises'

import type { SyncJob } from '../../connector/service/example/api.js'
import { isClosed } from '../../connector/service/example/job-status.js'
import { contact, integrationLedger, integrationSyncJob } from '../../solution/tables/index.js'
import { benchSource } from './contacts.js'
import type { FieldItem } from './contacts.js'
import type { Stack } from './stack.js'
import { costOf, readTrace, resetTrace } from './trace.js'
import type { TraceCost, TraceEntry } from './trace.js'

/** What one job cost, from posting it to its end. */
export interface JobCost extends TraceCost {
  readonly jobId: string
  readonly items: number
  readonly seconds: number
}

const pollMs = 50
let submissions = 0

/**
 * Posts a job, waits until it is closed, and tells what that cost.
 *
 * @throws Error where the job ended otherwise than expected; a cost is of use only for a known end.
 */
export async function runJob(
  stack: Pick<Stack, 'api' | 'dataverseUrl'>,
  items: readonly FieldItem[],
  isExpected: (job: SyncJob) => boolean = isAllWellEnded,
): Promise<JobCost> {
  submissions += 1
  await resetTrace(stack.dataverseUrl)
  const start = performance.now()
  let job = await stack.api.submitSyncJob({
    sourceSystemKey: benchSource,
    entityType: contact.logicalName,
    submissionKey: `bench-${submissions}`,
    items,
  })
  let asked = 0
  while (!isClosed(job)) {
    await pause(pollMs)
    asked += 1
    job = await stack.api.getSyncJob(job.jobId)
  }
  const seconds = (performance.now() - start) / 1_000
  if (!isExpected(job)) {
    throw new Error(`The job ended otherwise than expected: ${JSON.stringify(job)}`)
  }
  const { jobId } = job
  const requests = requestsOf(jobId, asked, await readTrace(stack.dataverseUrl))
  return { ...costOf(requests), jobId, items: items.length, seconds }
}

/**
 * The requests that the job was run by. Left out: metadata, which is cached; looks for work that
 * found none; and one read of the job for each time that we asked the service how far it is.
 */
function requestsOf(
  jobId: string,
  asked: number,
  entries: readonly TraceEntry[],
): readonly TraceEntry[] {
  const jobs = integrationSyncJob.entitySetName
  const entrySet = integrationLedger.entitySetName
  let answers = asked
  return entries.filter(({ method, url, rowsRead }) => {
    if (method !== 'GET') return true
    if (url.startsWith('EntityDefinitions')) return false
    if (url.startsWith(`${jobs}?`) || url.startsWith(`${entrySet}?`)) return rowsRead > 0
    return !url.startsWith(`${jobs}(${jobId})`) || --answers < 0
  })
}

function isAllWellEnded({ received, applied, unchanged }: SyncJob): boolean {
  return applied + unchanged === received
}
