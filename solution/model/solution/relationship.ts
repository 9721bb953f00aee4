import type { Column } from '../column.js'
import type { LookupRelationship } from '../column.js'
import type { Table } from '../table.js'

/**
 * The name of a lookup's relationship, by the pattern of Microsoft's Core solution:
 * `govcdm_compliancerequirement_ComplianceFramework_govcdm_complianceframework` = the table, the
 * column as its schema name has it without prefix, the table pointed at.
 *
 * @param target logical name of the table pointed at.
 */
export function relationshipName(
  table: Pick<Table, 'logicalName'>,
  column: Pick<Column, 'schemaName'>,
  target: string,
): string {
  return `${table.logicalName}_${withoutPrefix(column.schemaName)}_${target}`
}

/** The name of the relationship of a file column, by the platform's rule. */
export function fileRelationshipName(
  table: Pick<Table, 'schemaName'>,
  column: Pick<Column, 'schemaName'>,
): string {
  return `FileAttachment_${table.schemaName}_${column.schemaName}`
}

/** Logical name of the platform's table of the files in file columns. */
export const fileAttachment = 'fileattachment'

/** The relationships of a column of a declared or read table: one for each target of a lookup. */
export function columnRelationships(table: Table, column: Column): readonly LookupRelationship[] {
  if (column.relationships) return column.relationships
  if (column.kind === 'file') {
    return table.listed
      ? []
      : [{ schemaName: fileRelationshipName(table, column), target: fileAttachment }]
  }
  return (column.targets ?? []).map((target) => ({
    schemaName: relationshipName(table, column, target),
    target,
  }))
}

/**
 * The single-valued navigation property of a lookup of a solution: the column's schema name, with
 * the target's logical name where there are several.
 */
export function navigationProperty(
  column: { readonly schemaName: string; readonly targets?: readonly string[] },
  target: string,
): string {
  return (column.targets ?? []).length > 1 ? `${column.schemaName}_${target}` : column.schemaName
}

/** `govcdm_IntegrationSyncJob` -> `IntegrationSyncJob`: the table's name has the prefix already. */
function withoutPrefix(schemaName: string): string {
  return schemaName.slice(schemaName.indexOf('_') + 1)
}
