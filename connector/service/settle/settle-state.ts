import type { DataverseClient } from '../../dataverse/index.js'
import { recordKey, recordValues, wholeRecord } from '../../engine/index.js'
import type { TargetTable } from '../../engine/index.js'
import type { SettleEntry, SettleRecord } from '../../engine/settle/index.js'
import { pagesOfBoth } from '../worker/pages-of.js'
import { recordQueries, storedRecords } from '../worker/read-records.js'
import type { OpenDecision } from './open-decisions.js'
import { entryQueries, settleEntry } from './settle-entries.js'

/**
 * Reads, in one `$batch`, the records of one table that some decisions are about, and all that
 * counts of their entries.
 *
 * @param table Null where the environment has no such table any more.
 */
export async function readSettleRecords(
  client: DataverseClient,
  targetTable: string,
  table: TargetTable | null,
  decisions: readonly OpenDecision[],
): Promise<readonly SettleRecord[]> {
  const wanted = {
    ids: new Set(decisions.map(({ targetId }) => targetId)),
    columns: new Set(decisions.flatMap(columnsOf)),
  }
  const reads = table
    ? recordQueries(new Map([[targetTable, table]]), new Map([[targetTable, wanted]]))
    : []
  const [recordPages, entryPages] = await pagesOfBoth(
    client,
    reads.map(({ operation }) => operation),
    entryQueries(targetTable, wanted),
  )
  const stored = new Map(
    reads.flatMap((read, index) => storedRecords(read, recordPages[index] ?? [])),
  )
  const entries = new Map<string, SettleEntry[]>()
  for (const row of entryPages.flat()) {
    const others = entries.get(row.targetId)
    if (others) others.push(settleEntry(row))
    else entries.set(row.targetId, [settleEntry(row)])
  }
  return [...wanted.ids].map((targetId) => {
    const record = stored.get(recordKey(targetTable, targetId))
    return {
      targetTable,
      targetId,
      table,
      exists: record !== undefined,
      etag: record?.etag ?? null,
      values: record?.values ?? {},
      entries: entries.get(targetId) ?? [],
    }
  })
}

function columnsOf({ aspectKey, value }: OpenDecision): readonly string[] {
  return aspectKey === wholeRecord ? [...recordValues(value).keys()] : [aspectKey]
}
