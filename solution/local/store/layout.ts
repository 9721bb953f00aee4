import type { AlternateKey } from '../../model/index.js'
import type { HostedColumn, HostedTable } from '../schema/index.js'
import { usualStatus } from '../schema/index.js'
import { systemUser } from '../../tables/index.js'
import { isIndexHinted, isSmallTable } from './index-hints.js'
import { quoted, quotedList } from './sql-names.js'

/**
 * How rows lie in SQLite. A table and its columns have their logical names.
 *
 * - text: TEXT, compared without regard to case (ASCII letters only, SQLite's NOCASE; Dataverse's
 *   collation folds other alphabets and accents as well). memo: TEXT, likewise.
 * - integer, bigInteger, choice, state, status, yesNo (0 or 1): INTEGER.
 * - decimal, float, money: REAL.
 * - dateTime: TEXT `2026-11-21T10:00:00Z`. date: TEXT `2026-11-21`.
 * - choices: TEXT, the chosen values in ascending order with commas between: `1,3`.
 * - lookup, owner, uniqueIdentifier: TEXT, a GUID in lower case; where a lookup has several targets
 *   the target's logical name is in `<column>$type`.
 * - file, image: TEXT, always null: contents are not stored.
 */
export function createTableStatements(table: HostedTable): string[] {
  const columns = [...table.columns.values()]
  const definitions = columns.flatMap(columnDefinitions)
  return [
    `CREATE TABLE IF NOT EXISTS ${quoted(table.logicalName)} (${definitions.join(', ')})`,
    ...keyIndexes(table),
    ...columns
      .filter((column) => isIndexed(table, column))
      .map((column) => columnIndex(table, column)),
  ]
}

/** The definitions of one column, for tables that exist already and lack it as well. */
export function columnDefinitions(column: HostedColumn): string[] {
  const name = quoted(column.logicalName)
  if (column.primaryId) return [`${name} TEXT NOT NULL PRIMARY KEY`]
  if (column.generatedAs !== undefined) return [`${name} TEXT AS (${column.generatedAs}) VIRTUAL`]
  const definition = `${name} ${storageClass(column)}${defaultValue(column)}`
  if (column.typeColumn === undefined) return [definition]
  const ownerDefault = column.kind === 'owner' ? ` DEFAULT '${systemUser.logicalName}'` : ''
  return [`${quoted(column.typeColumn)} TEXT${ownerDefault}`, definition]
}

function storageClass(column: HostedColumn): string {
  switch (column.kind) {
    case 'text':
    case 'memo':
      return 'TEXT COLLATE NOCASE'
    case 'integer':
    case 'bigInteger':
    case 'choice':
    case 'state':
    case 'status':
    case 'yesNo':
      return 'INTEGER'
    case 'decimal':
    case 'float':
    case 'money':
      return 'REAL'
    case 'dateTime':
    case 'date':
    case 'lookup':
    case 'owner':
    case 'uniqueIdentifier':
    case 'choices':
    case 'file':
    case 'image':
      return 'TEXT'
  }
}

/** What nearly every new row holds is a default, so that an insert need not carry it. */
function defaultValue(column: HostedColumn): string {
  if (column.kind === 'state') return ' DEFAULT 0'
  if (column.kind === 'status') return ` DEFAULT ${usualStatus}`
  return ''
}

/** SQLite does not hold rows with a null in the key against each other; nor does Dataverse. */
function keyIndexes(table: HostedTable): string[] {
  return table.keys.map(
    (key) =>
      `CREATE UNIQUE INDEX IF NOT EXISTS ${quoted(keyIndexName(table, key))} ON ` +
      `${quoted(table.logicalName)} (${quotedList(key.columns)})`,
  )
}

/** Keys of one name may be in several tables; the names of indexes are the file's. */
function keyIndexName(table: HostedTable, { schemaName }: AlternateKey): string {
  const ownName = schemaName.startsWith(`${table.schemaName}_`)
  return ownName ? schemaName : `key_${table.logicalName}_${schemaName}`
}

function isIndexed(table: HostedTable, column: HostedColumn): boolean {
  if (column.generatedAs !== undefined) return false
  if (isIndexHinted(table.logicalName, column.logicalName)) return true
  return column.kind === 'lookup' && column.custom && !column.targets.every(isSmallTable)
}

/** Empty columns stay out of the index: most lookups of most rows are empty. */
function columnIndex(table: HostedTable, column: HostedColumn): string {
  const name = quoted(column.logicalName)
  const index = quoted(`ix_${table.logicalName}_${column.logicalName}`)
  return (
    `CREATE INDEX IF NOT EXISTS ${index} ON ${quoted(table.logicalName)} (${name}) ` +
    `WHERE ${name} IS NOT NULL`
  )
}
