import Database from 'libsql'

import type { HostedSchema, HostedTable } from '../schema/index.js'
import { columnDefinitions, createTableStatements } from './layout.js'
import { quoted } from './sql-names.js'
import { checkStoredColumns } from './stored-columns.js'

/** An open SQLite database (libsql, with better-sqlite3's synchronous API). */
export type Store = Database.Database

/** The database file, or `:memory:` for one that ends with the process. */
export type DataLocation = string

/**
 * Opens (or makes) the database and brings its tables up to the schema: missing tables, columns
 * and indexes are added, nothing is ever dropped. Throws `ColumnChangedError`, leaving the file as it
 * was, where a column's values are of another type than the schema's.
 *
 * A committed transaction survives the end of the process (WAL, synchronous NORMAL); one that was
 * not committed leaves nothing.
 */
export function openDatabase(location: DataLocation, schema: HostedSchema): Store {
  const database = new Database(location)
  try {
    for (const setting of settings) database.pragma(setting)
    database.exec('BEGIN IMMEDIATE')
    for (const table of schema.tables.values()) createTable(database, table)
    database.exec(countersTable)
    for (const statement of deletionsTable) database.exec(statement)
    checkStoredColumns(database, schema)
    database.exec('COMMIT')
    return database
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    database.close()
    throw error
  }
}

/** Pages and cache are large because bulk writes touch many index pages at once. */
const settings = [
  'page_size = 16384',
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'cache_size = -131072',
  'wal_autocheckpoint = 4000',
  'temp_store = MEMORY',
]

/** Named counters that survive a restart: the row version and the automatic numbers. */
const countersTable =
  'CREATE TABLE IF NOT EXISTS "$counters" (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL)'

/** Every row ever deleted, for change tracking: `versionnumber` is that of the deletion. */
const deletionsTable = [
  'CREATE TABLE IF NOT EXISTS "$deletions" (tablename TEXT NOT NULL, id TEXT NOT NULL, ' +
    'versionnumber INTEGER NOT NULL, deletedon TEXT NOT NULL)',
  'CREATE INDEX IF NOT EXISTS "ix_$deletions" ON "$deletions" (tablename, versionnumber)',
]

function createTable(database: Store, table: HostedTable): void {
  const existing = new Set(columnNames(database, table))
  const [createTable, ...createIndexes] = createTableStatements(table)
  if (existing.size === 0 && createTable !== undefined) database.exec(createTable)
  else addMissingColumns(database, table, existing)
  for (const statement of createIndexes) database.exec(statement)
}

function addMissingColumns(
  database: Store,
  table: HostedTable,
  existing: ReadonlySet<string>,
): void {
  for (const column of table.columns.values()) {
    if (existing.has(column.logicalName)) continue
    for (const definition of columnDefinitions(column)) {
      database.exec(`ALTER TABLE ${quoted(table.logicalName)} ADD COLUMN ${definition}`)
    }
  }
}

function columnNames(database: Store, table: HostedTable): readonly string[] {
  const rows = database
    .prepare('SELECT name FROM pragma_table_xinfo(?)')
    .all(table.logicalName) as readonly { readonly name: string }[]
  return rows.map((row) => row.name)
}
