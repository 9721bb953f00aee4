import {
  chunksForIn,
  filter,
  isConcurrencyConflict,
  notRun,
  query,
  update,
} from '../../dataverse/index.js'
import type { DataverseClient, StoredRow } from '../../dataverse/index.js'
import { integrationSyncItem, integrationSyncJob } from '../../../solution/tables/index.js'
import { closingUpdate } from '../worker/close-job.js'
import { added, emptyTally, total } from '../worker/job-row.js'
import type { Tally } from '../worker/job-row.js'
import { pagesOf } from '../worker/pages-of.js'

const jobs = filter(integrationSyncJob)
const items = filter(integrationSyncItem)

type OfferingJob = StoredRow<typeof integrationSyncJob, 'jobStatus'>

/** How often jobs are looked at anew that others change at the same time. */
const attempts = 3

/**
 * Closes those of some outbound jobs that are submitted and have no item left to be acknowledged,
 * with the counts of their items. A job that others keep changing stays for the next look, one whose
 * held items are to be offered again until they were.
 */
export async function closeAcknowledged(
  client: DataverseClient,
  jobIds: readonly string[],
  now: () => number,
): Promise<void> {
  let waiting = jobIds
  for (let attempt = 1; attempt <= attempts && waiting.length > 0; attempt++) {
    const offering = await offeringJobs(client, waiting)
    const tallies = await talliesOf(client, offering)
    const closed = offering.flatMap((job, index) => {
      const counted = tallies[index]
      return counted && counted.pending === 0 ? [{ job, tally: counted.tally }] : []
    })
    if (closed.length === 0) return
    const outcomes = await client.batch(
      closed.map(({ job, tally }) =>
        update(integrationSyncJob, job.id, closingUpdate(total(tally), tally, null, { now }), {
          ifMatch: job.etag,
        }),
      ),
      { continueOnError: true },
    )
    waiting = outcomes.flatMap((outcome, index) => {
      if (outcome.ok) return []
      if (outcome.error !== notRun && !isConcurrencyConflict(outcome.error)) throw outcome.error
      return closed[index]?.job.id ?? []
    })
  }
}

async function offeringJobs(
  client: DataverseClient,
  ids: readonly string[],
): Promise<readonly OfferingJob[]> {
  const pages = await pagesOf(
    client,
    chunksForIn([...ids], 'guid').map((group) =>
      query(integrationSyncJob, {
        select: ['jobStatus'],
        filter: jobs.and(
          jobs.in('id', group),
          jobs.eq('direction', 'outbound'),
          jobs.eq('jobStatus', 'submitted'),
          jobs.isNull('retryScope'),
        ),
      }),
    ),
  )
  return pages.flat()
}

interface Counted {
  /** Items that are still to be acknowledged. */
  readonly pending: number
  readonly tally: Tally
}

/** How the items of some jobs stand, job by job. */
export async function talliesOf(
  client: DataverseClient,
  offering: readonly { readonly id: string }[],
): Promise<readonly Counted[]> {
  const pages = await pagesOf(
    client,
    offering.map(({ id }) =>
      query(integrationSyncItem, {
        select: ['itemStatus'],
        filter: items.eq('integrationSyncJob', { table: integrationSyncJob.logicalName, id }),
      }),
    ),
  )
  return pages.map((rows) => {
    const statuses = rows.flatMap(({ itemStatus: status }) =>
      status === null || status === 'pending' ? [] : [status],
    )
    return { pending: rows.length - statuses.length, tally: added(emptyTally, statuses) }
  })
}
