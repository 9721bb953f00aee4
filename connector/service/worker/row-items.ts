import { chunksForIn, filter, query } from '../../dataverse/index.js'
import type { DataverseClient, StoredRow } from '../../dataverse/index.js'
import { newRecordId } from '../../engine/index.js'
import type { SyncItem } from '../../engine/index.js'
import { integrationSyncItem, integrationSyncJob } from '../../../solution/tables/index.js'
import type { ItemSource } from './item-source.js'
import { longestChunk } from './item-size.js'
import { jobFacts, runOf } from './job-row.js'
import type { JobRow } from './job-row.js'
import { rowContent } from './row-content.js'

const shortColumns = [
  'sequenceNumber',
  'targetTable',
  'targetId',
  'externalKey',
  'fieldName',
  'newValue',
  'sourceValue',
  'codeList',
  'relatedTable',
  'relatedSourceSystemKey',
  'occurredDateTime',
] as const

const columns = [...shortColumns, 'longValue'] as const

/** Rows of a page of long values, each of which may hold a million characters. */
const longRowsAPage = 20

export type ItemRow = StoredRow<typeof integrationSyncItem, (typeof columns)[number]>

/** The items of a job whose item rows were made in Dataverse: those still pending, in their order. */
export function rowItems(client: DataverseClient, job: JobRow): ItemSource {
  const items = filter(integrationSyncItem)
  const pending = items.and(
    items.eq('integrationSyncJob', { table: integrationSyncJob.logicalName, id: job.id }),
    items.or(items.isNull('itemStatus'), items.eq('itemStatus', 'pending')),
  )
  const orderBy = ['sequenceNumber asc', 'createdOn asc', 'id asc'] as const
  /** Long values by row id, in the items' order, until they fill a chunk; `all`: whether none is left. */
  const longValues = async () => {
    const byId = new Map<string, string>()
    let size = 0
    const pages = client.pages(
      query(integrationSyncItem, {
        select: ['longValue'],
        filter: items.and(pending, items.isNotNull('longValue')),
        orderBy,
        pageSize: longRowsAPage,
      }),
    )
    for await (const { rows } of pages) {
      for (const { id, longValue } of rows) {
        if (size >= longestChunk) return { byId, all: false }
        byId.set(id, longValue ?? '')
        size += longValue?.length ?? 0
      }
    }
    return { byId, all: true }
  }
  return {
    received: null,
    next: async (from, count) => {
      const found = await client.send(
        query(integrationSyncItem, { select: shortColumns, filter: pending, orderBy, top: count }),
      )
      if (found.rows.length === 0) return []
      const long = await longValues()
      const last = [...long.byId.keys()].at(-1)
      const end = long.all ? -1 : found.rows.findIndex(({ id }) => id === last)
      const rows = end === -1 ? found.rows : found.rows.slice(0, end + 1)
      return rows.map((row, index) =>
        syncItem(job, { ...row, longValue: long.byId.get(row.id) ?? null }, from + index),
      )
    },
    load: async (places) => {
      const sequences = new Map(places.map(({ id, sequence }) => [id, sequence]))
      const found: SyncItem[] = []
      for (const ids of chunksForIn([...sequences.keys()], 'guid')) {
        const { rows } = await client.send(
          query(integrationSyncItem, { select: columns, filter: items.in('id', ids) }),
        )
        for (const row of rows) found.push(syncItem(job, row, sequences.get(row.id) ?? 0))
      }
      return found.sort((a, b) => a.sequence - b.sequence)
    },
  }
}

function syncItem(job: JobRow, row: ItemRow, sequence: number): SyncItem {
  return {
    id: row.id,
    sequence,
    targetTable: row.targetTable ?? job.entityType ?? '',
    externalKey: row.externalKey,
    targetId: givenId(job, row),
    codeList: row.codeList,
    occurred: row.occurredDateTime?.getTime() ?? jobFacts(job).submitted,
    content: rowContent(row, job.sourceSystemKey),
    isRow: true,
  }
}

/** The record that the item names. The id we meant to give a new record is none until that is made. */
function givenId(job: JobRow, { targetId, targetTable, externalKey }: ItemRow): string | null {
  const id = targetId?.toLowerCase().replace(/[{}]/g, '') ?? null
  if (runOf(job) === 0 || targetTable === null || externalKey === null) return id
  const { sourceSystemKey } = job
  return id === newRecordId({ sourceSystemKey, targetTable, externalKey }) ? null : id
}
