import { filter, query } from '../../dataverse/index.js'
import type { DataverseClient } from '../../dataverse/index.js'
import type { SyncItem } from '../../engine/index.js'
import type { RecordedItem } from '../../engine/replay/index.js'
import { integrationSyncItem, integrationSyncJob } from '../../../solution/tables/index.js'
import { JobRefusedError } from '../worker/errors.js'
import { longestChunk, sizeOf } from '../worker/item-size.js'
import { readsPayload } from '../worker/job-row.js'
import { postedItems } from '../worker/posted-items.js'
import { itemColumns, itemOfRecord, recordedItem } from './item-record.js'
import type { ItemRecord } from './item-record.js'
import type { Reading, RecordedJob } from './recorded-job.js'

/** Where a row stands among those of its job. */
export type RowPlace = Pick<ItemRecord, 'id' | 'sequenceNumber' | 'createdOn'>

/** Items that were decided together, as far as the worker's settings have not changed since. */
export interface RecordedPage {
  readonly items: readonly RecordedItem[]
  /** The row of the first. */
  readonly first: RowPlace
}

/** Rows read at once: their long values may be as large as a whole payload. */
const rowsAtOnce = 500

const rows = filter(integrationSyncItem)

function ofJob({ row }: RecordedJob) {
  return rows.eq('integrationSyncJob', { table: integrationSyncJob.logicalName, id: row.id })
}

/**
 * The items of a closed job with their outcomes, a chunk at a time, from its payload; once that is
 * gone, and for items made in Dataverse or run again, from their rows.
 */
export async function* recordedItems(
  reading: Reading,
  job: RecordedJob,
): AsyncGenerator<RecordedPage> {
  let next = 0
  if (readsPayload(job.row)) {
    const source = postedItems(reading.client, job.row)
    for (;;) {
      const items = await payloadItems(source.next, next, reading.chunkItems)
      if (items === null) break
      if (items.length === 0) return
      next += items.length
      const page = await withOutcomes(reading.client, job, items)
      if (page) yield page
    }
  }
  yield* itemsOfRows(reading, job, next)
}

/** Null where the payload is gone. */
async function payloadItems(
  next: (from: number, count: number) => Promise<readonly SyncItem[]>,
  from: number,
  count: number,
): Promise<readonly SyncItem[] | null> {
  try {
    return await next(from, count)
  } catch (error) {
    if (error instanceof JobRefusedError) return null
    throw error
  }
}

async function withOutcomes(
  client: DataverseClient,
  job: RecordedJob,
  items: readonly SyncItem[],
): Promise<RecordedPage | null> {
  const from = items[0]?.sequence ?? 0
  const bySequence = new Map<number, ItemRecord>()
  const between = query(integrationSyncItem, {
    select: itemColumns,
    filter: rows.and(
      ofJob(job),
      rows.ge('sequenceNumber', from),
      rows.lt('sequenceNumber', from + items.length),
    ),
    pageSize: rowsAtOnce,
  })
  for await (const page of client.pages(between)) {
    for (const row of page.rows) bySequence.set(row.sequenceNumber ?? -1, row)
  }
  const recorded = items.flatMap((item) => {
    const row = bySequence.get(item.sequence)
    return row ? (recordedItem(job, row, item, false) ?? []) : []
  })
  const first = bySequence.get(recorded[0]?.item.sequence ?? -1)
  return first ? { items: recorded, first } : null
}

async function* itemsOfRows(
  { client, chunkItems }: Reading,
  job: RecordedJob,
  from: number,
): AsyncGenerator<RecordedPage> {
  let items: RecordedItem[] = []
  let first: RowPlace | null = null
  let [sequence, decided, size] = [from, 0, 0]
  const inOrder = query(integrationSyncItem, {
    select: itemColumns,
    filter: from === 0 ? ofJob(job) : rows.and(ofJob(job), rows.ge('sequenceNumber', from)),
    orderBy: ['sequenceNumber asc', 'createdOn asc', 'id asc'],
    pageSize: rowsAtOnce,
  })
  for await (const page of client.pages(inOrder)) {
    for (const row of page.rows) {
      const recorded = recordedItem(job, row, itemOfRecord(job, row, sequence++), true)
      if (!recorded) continue
      first ??= row
      items.push(recorded)
      if (recorded.gap === null) decided += 1
      size += sizeOf(recorded.item)
      if (decided < chunkItems && items.length < chunkItems && size < longestChunk) continue
      yield { items, first }
      items = []
      first = null
      decided = size = 0
    }
  }
  if (first) yield { items, first }
}
