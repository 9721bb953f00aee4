import { filter, query } from '../../dataverse/index.js'
import type { DataverseClient, Filter } from '../../dataverse/index.js'
import type { ItemStatus, SyncItem } from '../../engine/index.js'
import { integrationSyncItem, integrationSyncJob } from '../../../solution/tables/index.js'
import { added, emptyTally, isPosted } from './job-row.js'
import type { JobRow, Tally } from './job-row.js'

const rows = filter(integrationSyncItem)

function ofJob(id: string): Filter<typeof integrationSyncItem> {
  return rows.eq('integrationSyncJob', { table: integrationSyncJob.logicalName, id })
}

/** Those of some consecutive items of a posted job whose rows are there, with how they ended. */
export async function accountedItems(
  client: DataverseClient,
  job: string,
  items: readonly SyncItem[],
): Promise<ReadonlyMap<number, ItemStatus>> {
  const first = items[0]?.sequence ?? 0
  const done = new Map<number, ItemStatus>()
  const pages = client.pages(
    query(integrationSyncItem, {
      select: ['sequenceNumber', 'itemStatus'],
      filter: rows.and(
        ofJob(job),
        rows.ge('sequenceNumber', first),
        rows.lt('sequenceNumber', first + items.length),
      ),
    }),
  )
  for await (const page of pages) {
    for (const { sequenceNumber, itemStatus } of page.rows) {
      if (sequenceNumber === null || itemStatus === null || itemStatus === 'pending') continue
      done.set(sequenceNumber, itemStatus)
    }
  }
  return done
}

/** Counts a job's items by the rows themselves: some may have been added while the job ran. */
export async function tallyOfRows(client: DataverseClient, job: string): Promise<Tally> {
  return (await countedRows(client, job)).tally
}

/**
 * The counts at the end of a run whose items are rows. Items of a posted job that could not be read
 * in its first run have none: they count as failed.
 */
export async function finalTally(client: DataverseClient, job: JobRow): Promise<Tally> {
  const { tally, rows: found } = await countedRows(client, job.id)
  const unread = isPosted(job) ? Math.max(0, (job.received ?? 0) - found) : 0
  return { ...tally, failed: tally.failed + unread }
}

async function countedRows(client: DataverseClient, job: string) {
  let tally = emptyTally
  let found = 0
  const pages = client.pages(
    query(integrationSyncItem, { select: ['itemStatus'], filter: ofJob(job) }),
  )
  for await (const page of pages) {
    found += page.rows.length
    const statuses = page.rows.flatMap(({ itemStatus }) =>
      itemStatus === null || itemStatus === 'pending' ? [] : [itemStatus],
    )
    tally = added(tally, statuses)
  }
  return { tally, rows: found }
}
