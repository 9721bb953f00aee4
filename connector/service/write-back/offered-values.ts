import { chunksForIn, filter, query, through } from '../../dataverse/index.js'
import type { DataverseClient, Operation, Page, StoredRow } from '../../dataverse/index.js'
import { recordKey } from '../../engine/index.js'
import type { OfferedValue } from '../../engine/index.js'
import { integrationSyncItem, integrationSyncJob } from '../../../solution/tables/index.js'
import { pagesOf } from '../worker/pages-of.js'
import type { WantedRecords } from '../worker/read-records.js'

const columns = [
  'targetTable',
  'targetId',
  'fieldName',
  'sourceValue',
  'longValue',
  'itemStatus',
  'occurredDateTime',
  'appliedDateTime',
] as const

type Row = StoredRow<typeof integrationSyncItem, (typeof columns)[number]>

const items = filter(integrationSyncItem)
const jobs = filter(integrationSyncJob)

/** What a source was offered of some records, oldest first, by `recordKey`. */
export async function offeredValues(
  client: DataverseClient,
  sourceSystemKey: string,
  wanted: ReadonlyMap<string, WantedRecords>,
): Promise<ReadonlyMap<string, readonly OfferedValue[]>> {
  const pages = await pagesOf(client, offeredQueries(sourceSystemKey, wanted))
  const rows = [...pages.flat()].sort((a, b) => decided(a) - decided(b) || version(a) - version(b))
  const byRecord = new Map<string, OfferedValue[]>()
  for (const row of rows) {
    const key = recordKey(row.targetTable ?? '', row.targetId ?? '')
    const others = byRecord.get(key)
    if (others) others.push(offeredValue(row))
    else byRecord.set(key, [offeredValue(row)])
  }
  return byRecord
}

/**
 * Items that were held or refused changed nothing at the source: one that was superseded while it was
 * held still has the reason.
 */
function offeredQueries(
  sourceSystemKey: string,
  wanted: ReadonlyMap<string, WantedRecords>,
): Operation<Page<Row>>[] {
  const offered = through(
    integrationSyncItem,
    'integrationSyncJob',
    integrationSyncJob,
    jobs.and(jobs.eq('direction', 'outbound'), jobs.eq('sourceSystemKey', sourceSystemKey)),
  )
  return [...wanted].flatMap(([targetTable, { ids, columns: fields }]) =>
    chunksForIn([...ids], 'hash').map((group) =>
      query(integrationSyncItem, {
        select: columns,
        filter: items.and(
          items.in('targetId', group),
          items.eq('targetTable', targetTable),
          items.in('fieldName', [...fields]),
          items.in('itemStatus', ['pending', 'applied', 'superseded']),
          items.isNull('outcomeReason'),
          offered,
        ),
      }),
    ),
  )
}

function offeredValue(row: Row): OfferedValue {
  return {
    column: row.fieldName ?? '',
    value: row.longValue ?? row.sourceValue,
    decided: decided(row),
    acknowledged: row.itemStatus === 'applied' ? (row.appliedDateTime?.getTime() ?? null) : null,
  }
}

function decided({ occurredDateTime }: Row): number {
  return occurredDateTime?.getTime() ?? 0
}

/** Tells apart what was decided within one second, as long as nothing else is written to the rows. */
function version({ etag }: Row): number {
  return Number(/\d+/.exec(etag)?.[0] ?? 0)
}
