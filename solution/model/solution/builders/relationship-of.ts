import type { Column } from '../../column.js'
import type { Table } from '../../table.js'
import { columnRelationships } from '../relationship.js'

/**
 * The relationship by which rows of `table` point at a record of `target`.
 *
 * @throws Error when the column is no lookup of that table.
 */
export function relationshipOf(table: Table, by: Column, target: Table, place: string): string {
  const relationship = columnRelationships(table, by).find(
    (one) => one.target === target.logicalName,
  )
  if (relationship) return relationship.schemaName
  throw new Error(
    `${place} follows column ${by.schemaName} of table ${table.schemaName}, ` +
      `which is no lookup of ${target.logicalName}.`,
  )
}
