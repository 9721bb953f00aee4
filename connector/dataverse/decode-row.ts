import type { Table } from '../../solution/model/index.js'
import { rowReader } from './row-codec.js'
import type { ColumnName, StoredRow } from './system-columns.js'
import type { WireRow } from './wire.js'

/** A row as the wire has it, by our names. Throws an UnreadableRowError. */
export function decodeRow<
  T extends Table,
  Name extends ColumnName<T> = keyof T['columns'] & string,
>(table: T, wire: WireRow, select?: readonly Name[]): StoredRow<T, Name> {
  return rowReader<T, Name>(table, select).decode(wire)
}
