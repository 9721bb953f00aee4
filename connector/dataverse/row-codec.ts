import type { Columns, Table } from '../../solution/model/index.js'
import { columnCodec, lookupTableAnnotation } from './column-codec.js'
import type { ColumnCodec } from './column-codec.js'
import { ProtocolError, UnreadableRowError } from './errors.js'
import { systemColumns } from './system-columns.js'
import type { ColumnName, RowChanges, StoredRow } from './system-columns.js'
import { isRecord } from './wire.js'
import type { WireRow } from './wire.js'

/** All column codecs of a table by property name; those of the platform's own columns read only. */
export interface TableCodec {
  readonly table: Table
  readonly declared: ReadonlyMap<string, ColumnCodec>
  readonly readable: ReadonlyMap<string, ColumnCodec>
}

const compiled = new WeakMap<Table, TableCodec>()

/** The codec of a table, compiled at first use. */
export function codecOf(table: Table): TableCodec {
  const known = compiled.get(table)
  if (known) return known
  const declared = columnCodecs(table, table.columns)
  const codec: TableCodec = {
    table,
    declared,
    readable: new Map([...columnCodecs(table, systemColumns), ...declared]),
  }
  compiled.set(table, codec)
  return codec
}

function columnCodecs(table: Table, columns: Columns): ReadonlyMap<string, ColumnCodec> {
  return new Map(
    Object.entries(columns).map(([name, column]): [string, ColumnCodec] => [
      name,
      columnCodec(table, column),
    ]),
  )
}

/** Throws a TypeError that names the column for a value it cannot hold or a name nobody declared. */
export function encodeRow<T extends Table>(table: T, row: RowChanges<T>): Record<string, unknown> {
  const wire: Record<string, unknown> = {}
  addEncoded(codecOf(table), row, wire)
  return wire
}

/** Adds the columns of `row` to `wire`. */
export function addEncoded(
  codec: TableCodec,
  row: Readonly<Record<string, unknown>>,
  wire: Record<string, unknown>,
): void {
  for (const name in row) {
    const value = row[name]
    if (value === undefined) continue
    const column = codec.declared.get(name)
    if (!column) throw new TypeError(`Table ${codec.table.logicalName} declares no column ${name}.`)
    column.encode(value, wire)
  }
}

/** The row that `addEncoded` added to `wire`. */
export function restoredRow(codec: TableCodec, wire: WireRow): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const [name, column] of codec.declared) {
    const value = column.restore(wire)
    if (value !== undefined) row[name] = value
  }
  return row
}

/** Reads rows of one table with one list of columns. */
export interface RowReader<Row> {
  /** Names for `$select`, the primary id first. */
  readonly select: readonly string[]
  /** Annotations that the rows must carry to be read. */
  readonly annotations: readonly string[]
  /** Throws an UnreadableRowError when a value is not one its column declares. */
  readonly decode: (wire: unknown) => Row
}

/** A reader of these columns, by default of all declared ones. */
export function rowReader<T extends Table, Name extends ColumnName<T>>(
  table: T,
  select?: readonly Name[],
): RowReader<StoredRow<T, Name>> {
  const codec = codecOf(table)
  const names: readonly string[] = select ?? Object.keys(table.columns)
  const columns = names.map((name) => ({ name, codec: columnNamed(codec, name) }))
  const polymorphic = columns.some(({ codec: { column } }) => (column.targets?.length ?? 0) > 1)

  function decode(wire: unknown): StoredRow<T, Name> {
    const row = readableRow(table, wire)
    const decoded: Record<string, unknown> = { id: row.id, etag: row.etag }
    for (const { name, codec: column } of columns) {
      const value = column.decode(row.wire)
      if (value === undefined) throw unreadable(table, row.id, column, row.wire)
      decoded[name] = value
    }
    return decoded as StoredRow<T, Name>
  }

  return {
    select: [table.primaryId, ...columns.map((column) => column.codec.wireName)],
    annotations: polymorphic ? [lookupTableAnnotation] : [],
    decode,
  }
}

/** The codec of a property. Throws a TypeError for a name that nobody declared. */
export function columnNamed(codec: TableCodec, name: string): ColumnCodec {
  const column = codec.readable.get(name)
  if (!column) throw new TypeError(`Table ${codec.table.logicalName} declares no column ${name}.`)
  return column
}

function readableRow(
  table: Table,
  wire: unknown,
): { readonly id: string; readonly etag: string; readonly wire: WireRow } {
  if (!isRecord(wire)) throw new ProtocolError(`A row of ${table.logicalName} is no JSON object.`)
  const id = wire[table.primaryId]
  const etag = wire['@odata.etag']
  if (typeof id !== 'string') {
    throw new ProtocolError(`A row of ${table.logicalName} came without ${table.primaryId}.`)
  }
  return { id: id.toLowerCase(), etag: typeof etag === 'string' ? etag : '', wire }
}

function unreadable(table: Table, id: string, codec: ColumnCodec, wire: WireRow): Error {
  const value = wire[codec.wireName]
  const problem =
    value === null || value === undefined
      ? 'it is empty, but the column is required.'
      : `${JSON.stringify(value)} is not a value the column declares.`
  return new UnreadableRowError(table.logicalName, id, codec.column.logicalName, problem)
}
