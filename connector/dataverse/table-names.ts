import type { Column, Table } from '../../solution/model/index.js'
import { localTables } from '../../solution/tables/index.js'

const entitySetNames: ReadonlyMap<string, string> = new Map(
  localTables.map((table) => [table.logicalName, table.entitySetName]),
)

/** The set of a declared table. Throws for a table that is not declared. */
export function entitySetNameOf(logicalName: string): string {
  const name = entitySetNames.get(logicalName)
  if (name === undefined)
    throw new Error(`Table ${logicalName} is not declared in solution/tables.`)
  return name
}

/**
 * The single-valued navigation property of a lookup. The platform names those of its own tables in
 * lower case and all others by their schema name; a lookup with several target tables has one each.
 */
export function navigationProperty(table: Table, column: Column, target: string): string {
  const name = table.origin === 'platform' ? column.logicalName : column.schemaName
  return (column.targets?.length ?? 0) > 1 ? `${name}_${target}` : name
}
