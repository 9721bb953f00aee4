import { chunksForIn, guid, rawFilter, rawQuery } from '../../dataverse/index.js'
import type { DataverseClient, Operation, Page, WireRow } from '../../dataverse/index.js'
import { canonicalFromWire, recordKey, wireProperty } from '../../engine/index.js'
import type { CanonicalValue, TargetColumn, TargetTable } from '../../engine/index.js'
import { tableOf } from './batch-steps.js'
import { pagesOf } from './pages-of.js'

/** Which rows of a table to read, and which of its columns. */
export interface WantedRecords {
  readonly ids: Iterable<string>
  readonly columns: Iterable<string>
}

export interface StoredRecord {
  readonly etag: string
  readonly values: Readonly<Record<string, CanonicalValue>>
}

export interface RecordQuery {
  readonly table: TargetTable
  readonly columns: readonly TargetColumn[]
  readonly operation: Operation<Page<WireRow>>
}

/** The reads of the wanted rows; many of them fit into one `$batch`. */
export function recordQueries(
  tables: ReadonlyMap<string, TargetTable>,
  wanted: ReadonlyMap<string, WantedRecords>,
): RecordQuery[] {
  return [...wanted].flatMap(([name, { ids, columns }]) => {
    const table = tableOf(tables, name)
    const read = [...columns].flatMap((column) => table.columns.get(column) ?? [])
    return chunksForIn([...ids], 'guid').map((group) => ({
      table,
      columns: read,
      operation: rawQuery({
        entitySetName: table.entitySetName,
        select: [table.primaryId, ...read.map(wireProperty)],
        filter: rawFilter.in(table.primaryId, group.map(guid)),
        lookupTables: read.some(({ targets = [] }) => targets.length > 1),
      }),
    }))
  })
}

export function storedRecords(
  { table, columns }: RecordQuery,
  rows: readonly WireRow[],
): [string, StoredRecord][] {
  return rows.map((row) => {
    const values: Record<string, CanonicalValue> = {}
    for (const column of columns) values[column.logicalName] = canonicalFromWire(column, row)
    const id = String(row[table.primaryId])
    return [recordKey(table.logicalName, id), { etag: String(row['@odata.etag']), values }]
  })
}

/** Reads the wanted rows in one `$batch`; a row that is not there is not in the answer. */
export async function readRecords(
  client: DataverseClient,
  tables: ReadonlyMap<string, TargetTable>,
  wanted: ReadonlyMap<string, WantedRecords>,
): Promise<ReadonlyMap<string, StoredRecord>> {
  const queries = recordQueries(tables, wanted)
  const pages = await pagesOf(
    client,
    queries.map(({ operation }) => operation),
  )
  return new Map(queries.flatMap((query, index) => storedRecords(query, pages[index] ?? [])))
}
