import type { TableDefinition } from '../dataverse/index.js'
import type { TargetTable } from '../engine/target-table.js'

/** A table as the engine decides about it, from the environment's metadata. */
export function toTargetTable(definition: TableDefinition): TargetTable {
  const { logicalName, entitySetName, label, primaryId, columns } = definition
  return { logicalName, entitySetName, label, primaryId, columns }
}
