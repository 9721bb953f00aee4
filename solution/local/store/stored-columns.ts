import type { HostedColumn, HostedSchema, HostedTable } from '../schema/index.js'
import type { Store } from './open-database.js'
import { quoted } from './sql-names.js'

/** A data file whose rows do not fit the schema it is opened with. */
export class ColumnChangedError extends Error {
  override readonly name = 'ColumnChangedError'
}

interface StoredColumn {
  readonly kind: string
  /** Logical names with commas between. */
  readonly targets: string
}

/** What the values of a file are of: SQLite itself would take any value in any column. */
const columnsTable =
  'CREATE TABLE IF NOT EXISTS "$columns" (tablename TEXT NOT NULL, columnname TEXT NOT NULL, ' +
  'kind TEXT NOT NULL, targets TEXT NOT NULL, PRIMARY KEY (tablename, columnname))'

/** Kinds whose values every other kind of the group can hold as they are stored. */
const exchangeable: readonly (readonly string[])[] = [
  ['text', 'memo'],
  ['integer', 'bigInteger'],
  ['decimal', 'float', 'money'],
]

/**
 * Compares what the file's values are of with the schema, and notes it for the next time. Throws
 * `ColumnChangedError`, naming table and column, where values were stored as another type.
 */
export function checkStoredColumns(database: Store, schema: HostedSchema): void {
  database.exec(columnsTable)
  const stored = storedColumns(database)
  const note = database.prepare('INSERT OR REPLACE INTO "$columns" VALUES (?, ?, ?, ?)')
  for (const table of schema.tables.values()) {
    for (const column of table.columns.values()) {
      const targets = column.targets.join()
      const before = stored.get(`${table.logicalName}.${column.logicalName}`)
      if (before?.kind === column.kind && before.targets === targets) continue
      if (before) checkChange(database, table, column, before)
      note.run([table.logicalName, column.logicalName, column.kind, targets])
    }
  }
}

function storedColumns(database: Store): ReadonlyMap<string, StoredColumn> {
  const rows = database
    .prepare('SELECT tablename, columnname, kind, targets FROM "$columns"')
    .all() as readonly (StoredColumn & {
    readonly tablename: string
    readonly columnname: string
  })[]
  return new Map(rows.map((row) => [`${row.tablename}.${row.columnname}`, row]))
}

function checkChange(
  database: Store,
  table: HostedTable,
  column: HostedColumn,
  before: StoredColumn,
): void {
  if (column.generatedAs !== undefined || isEmpty(database, table, column)) {
    if (before.targets !== '') addTypeColumn(database, table, column, before)
    return
  }
  const sameKind = before.kind === column.kind || areExchangeable(before.kind, column.kind)
  const widened = before.targets
    .split(',')
    .every((target) => target === '' || column.targets.includes(target))
  if (sameKind && widened) {
    addTypeColumn(database, table, column, before)
    return
  }
  throw new ColumnChangedError(
    `The data file holds ${table.logicalName}.${column.logicalName} as ${described(before)}, but it ` +
      `is now ${described({ kind: column.kind, targets: column.targets.join() })}. ` +
      'Use another data file (--data), or delete this one to start over.',
  )
}

function isEmpty(database: Store, table: HostedTable, column: HostedColumn): boolean {
  const name = quoted(column.logicalName)
  const statement = `SELECT 1 FROM ${quoted(table.logicalName)} WHERE ${name} IS NOT NULL LIMIT 1`
  return database.prepare(statement).get() === undefined
}

function areExchangeable(a: string, b: string): boolean {
  return exchangeable.some((group) => group.includes(a) && group.includes(b))
}

/** A lookup that had one target says of each row which table it means once it has several. */
function addTypeColumn(
  database: Store,
  table: HostedTable,
  { logicalName, typeColumn }: HostedColumn,
  before: StoredColumn,
): void {
  if (typeColumn === undefined || before.targets.includes(',')) return
  const name = quoted(table.logicalName)
  database.exec(`ALTER TABLE ${name} ADD COLUMN ${quoted(typeColumn)} TEXT`)
  database
    .prepare(
      `UPDATE ${name} SET ${quoted(typeColumn)} = ? WHERE ${quoted(logicalName)} IS NOT NULL`,
    )
    .run([before.targets])
}

function described({ kind, targets }: StoredColumn): string {
  return targets === '' ? kind : `${kind} to ${targets.split(',').join(', ')}`
}
