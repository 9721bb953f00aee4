import type { ColumnDefinition, TableDefinition } from '../../../../dataverse/index.js'
import { columnTypes } from '../../../../definition/source/designer/definitions.js'
import type { OperationContext } from '../../operation-context.js'
import { existingTables } from '../../tables.js'

export type WritableKind = keyof typeof columnTypes

export interface WritableColumn extends ColumnDefinition {
  readonly kind: WritableKind
}

/**
 * The columns of a table that sync items can write.
 *
 * @throws ApiError UnknownTable, ProtectedTable.
 */
export async function writableColumns(
  targetTable: string,
  context: OperationContext,
): Promise<readonly WritableColumn[]> {
  const named = [{ table: targetTable, path: 'targetTable' }]
  const table = (await existingTables(named, 1, context)).get(targetTable)
  return table ? [...table.columns.values()].filter((column) => isWritable(table, column)) : []
}

function isWritable(
  { primaryId }: TableDefinition,
  column: ColumnDefinition,
): column is WritableColumn {
  const { logicalName, kind, validForCreate, validForUpdate } = column
  return logicalName !== primaryId && kind in columnTypes && (validForCreate || validForUpdate)
}
