import { integrationLedger, integrationSyncItem } from '../../tables/index.js'
import { isLookup } from '../schema/index.js'
import type { HostedColumn, HostedSchema, HostedTable } from '../schema/index.js'
import type { RowReader, StoredRow } from './rows.js'

/** A row that a value of another row points at. */
export interface RowReference {
  readonly table: HostedTable
  readonly id: string
}

/** The primary names of rows that are pointed at; undefined for a row that is not there. */
export type ReferenceNames = (reference: RowReference) => string | undefined

/** One logical name in every table that points at a record by table and id. */
const targetTable = integrationLedger.columns.targetTable.logicalName
const targetId = integrationLedger.columns.targetId.logicalName

/** Columns that hold the value of another record's column, with the column that names that one. */
const governedValues: ReadonlyMap<string, string> = new Map([
  [integrationLedger.columns.value.logicalName, integrationLedger.columns.aspectKey.logicalName],
  [
    integrationLedger.columns.previousValue.logicalName,
    integrationLedger.columns.aspectKey.logicalName,
  ],
  [
    integrationSyncItem.columns.newValue.logicalName,
    integrationSyncItem.columns.fieldName.logicalName,
  ],
])

/**
 * The column of the target record that this cell holds a value of (a ledger entry's value, an
 * item's new value); undefined for every other cell.
 */
export function governedColumn(
  schema: HostedSchema,
  column: HostedColumn,
  row: StoredRow,
): HostedColumn | undefined {
  const namedBy = governedValues.get(column.logicalName)
  if (namedBy === undefined) return undefined
  const table = schema.tables.get(String(row[targetTable]))
  return table?.columns.get(String(row[namedBy]))
}

/** What the cell points at: a lookup, a target id, or the value of a governed lookup. */
export function referenceOf(
  schema: HostedSchema,
  column: HostedColumn,
  row: StoredRow,
): RowReference | undefined {
  const id = row[column.logicalName]
  if (typeof id !== 'string') return undefined
  const tableName = tableNameOf(schema, column, row)
  const table = tableName === undefined ? undefined : schema.tables.get(tableName)
  return table && { table, id }
}

function tableNameOf(
  schema: HostedSchema,
  column: HostedColumn,
  row: StoredRow,
): string | undefined {
  if (column.logicalName === targetId) return String(row[targetTable])
  if (isLookup(column)) {
    return column.typeColumn === undefined
      ? column.targets[0]
      : (row[column.typeColumn]?.toString() ?? undefined)
  }
  const governed = governedColumn(schema, column, row)
  return governed && isLookup(governed) ? governed.targets[0] : undefined
}

/** Reads the names of everything the rows point at, a query a table. */
export function readReferenceNames(
  reader: RowReader,
  references: readonly RowReference[],
): ReferenceNames {
  const idsByTable = new Map<HostedTable, Set<string>>()
  for (const { table, id } of references) {
    const ids = idsByTable.get(table)
    if (ids) ids.add(id)
    else idsByTable.set(table, new Set([id]))
  }
  const names = new Map(
    [...idsByTable].map(([table, ids]) => [table, reader.names(table, [...ids])]),
  )
  return ({ table, id }) => names.get(table)?.get(id)
}
