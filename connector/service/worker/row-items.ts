import { chunksForIn, filter, query } from '../../dataverse/index.js'
import type { DataverseClient, StoredRow } from '../../dataverse/index.js'
import type { SyncItem } from '../../engine/index.js'
import { integrationSyncItem, integrationSyncJob } from '../../../solution/tables/index.js'
import type { ItemSource } from './item-source.js'
import { jobFacts } from './job-row.js'
import type { JobRow } from './job-row.js'
import { rowContent } from './row-content.js'

const columns = [
  'sequenceNumber',
  'targetTable',
  'targetId',
  'externalKey',
  'fieldName',
  'newValue',
  'longValue',
  'sourceValue',
  'codeList',
  'relatedTable',
  'relatedSourceSystemKey',
  'occurredDateTime',
] as const

export type ItemRow = StoredRow<typeof integrationSyncItem, (typeof columns)[number]>

/** The items of a job whose item rows were made in Dataverse: those still pending, in their order. */
export function rowItems(client: DataverseClient, job: JobRow): ItemSource {
  const items = filter(integrationSyncItem)
  const pending = items.and(
    items.eq('integrationSyncJob', { table: integrationSyncJob.logicalName, id: job.id }),
    items.or(items.isNull('itemStatus'), items.eq('itemStatus', 'pending')),
  )
  return {
    received: null,
    next: async (from, count) => {
      const { rows } = await client.send(
        query(integrationSyncItem, {
          select: columns,
          filter: pending,
          orderBy: ['sequenceNumber asc', 'createdOn asc', 'id asc'],
          top: count,
        }),
      )
      return rows.map((row, index) => syncItem(job, row, from + index))
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
    targetId: row.targetId?.toLowerCase().replace(/[{}]/g, '') ?? null,
    codeList: row.codeList,
    occurred: row.occurredDateTime?.getTime() ?? jobFacts(job).submitted,
    content: rowContent(row, job.sourceSystemKey),
    isRow: true,
  }
}
