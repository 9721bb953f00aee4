import type { Column } from '../../column.js'
import type { Table } from '../../table.js'

/**
 * The relationship by which rows of `table` point at a record of `target`.
 *
 * @throws Error when the column is no lookup of that table.
 */
export function relationshipOf(table: Table, by: Column, target: Table, place: string): string {
  if (!by.targets?.includes(target.logicalName)) {
    throw new Error(
      `${place} follows column ${by.schemaName} of table ${table.schemaName}, ` +
        `which is no lookup of ${target.logicalName}.`,
    )
  }
  const declared = by.relationships?.find((one) => one.target === target.logicalName)
  const column = by.schemaName.slice(by.schemaName.indexOf('_') + 1)
  return declared?.schemaName ?? `${table.logicalName}_${column}_${target.logicalName}`
}
