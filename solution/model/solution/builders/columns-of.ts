import type { Column } from '../../column.js'
import type { Table } from '../../table.js'
import { isSystemColumn } from './system-columns.js'

/**
 * Refuses a column of another table. `place` says where it was used: `view Held Items`.
 *
 * @throws Error naming the table, the place and the column.
 */
export function checkColumn(table: Table, column: Column, place: string): void {
  if (isSystemColumn(column) || Object.values(table.columns).includes(column)) return
  throw new Error(
    `${place} of table ${table.schemaName} uses column ${column.schemaName} (${column.label}), ` +
      `which is not a column of that table.`,
  )
}

/** The column that names a row. */
export function nameColumnOf(table: Table): Column {
  const column = Object.values(table.columns).find(({ primaryName }) => primaryName)
  if (!column) throw new Error(`Table ${table.schemaName} declares no primary name.`)
  return column
}
