import { filter, query } from '../../../dataverse/index.js'
import type { ColumnName, DataverseClient, StoredRow } from '../../../dataverse/index.js'
import type { Table } from '../../../../solution/model/index.js'

/** Rows by their ids, as many as the client's user may see. At most 700 ids. */
export async function rowsById<T extends Table, Name extends ColumnName<T>>(
  client: DataverseClient,
  table: T,
  ids: readonly string[],
  select: readonly Name[],
): Promise<ReadonlyMap<string, StoredRow<T, Name>>> {
  if (ids.length === 0) return new Map()
  const where = filter(table).in('id', ids)
  const { rows } = await client.send(query<T, Name>(table, { select, filter: where }))
  return new Map(rows.map((row) => [row.id, row]))
}
