import type { Column, LookupRelationship } from '../../model/column.js'
import { platformSchemaName } from '../../model/solution/platform-tables.js'
import type { Table } from '../../model/table.js'

/**
 * The schema name of the table that a relationship points at: as the relationship was read with,
 * of a declared table, or of one of the platform's.
 *
 * @throws Error naming the table, the column and the target when none of these knows it.
 */
export function schemaNameOf(
  table: Table,
  column: Column,
  { target, settings }: LookupRelationship,
  tables: readonly Table[],
): string {
  const found =
    settings?.['ReferencedEntityName'] ??
    tables.find(({ logicalName }) => logicalName === target)?.schemaName ??
    platformSchemaName(target)
  if (found !== undefined) return found
  throw new Error(
    `Table ${table.schemaName}, column ${column.schemaName}: points at the table "${target}", which is neither among the tables given nor known as one of the platform.`,
  )
}
