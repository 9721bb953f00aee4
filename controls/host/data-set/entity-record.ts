import { isLookup } from '../data-type.js'
import type { ColumnMetadata, TableMetadata } from '../table-metadata.js'

type EntityRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord
type EntityReference = ComponentFramework.EntityReference
type Value = ReturnType<EntityRecord['getValue']>
export type WebApiRow = Readonly<Record<string, unknown>>

const formatted = '@OData.Community.Display.V1.FormattedValue'
const lookupTable = '@Microsoft.Dynamics.CRM.lookuplogicalname'

/**
 * One row as a data set hands it out in model-driven apps: choices as text of their number, times as
 * ISO 8601 text, lookups as references, an absent value as null.
 */
export function entityRecord(
  table: TableMetadata,
  row: WebApiRow,
  formatting: ComponentFramework.Formatting,
): EntityRecord {
  return new RowRecord(table, row, formatting)
}

/** Thousands of them are made at once. */
class RowRecord implements EntityRecord {
  readonly #table: TableMetadata
  readonly #row: WebApiRow
  readonly #formatting: ComponentFramework.Formatting

  constructor(table: TableMetadata, row: WebApiRow, formatting: ComponentFramework.Formatting) {
    this.#table = table
    this.#row = row
    this.#formatting = formatting
  }

  getRecordId(): string {
    return String(this.#row[this.#table.primaryId])
  }

  getValue(name: string): Value {
    return valueOf(this.#row, name, this.#table.columns.get(name)) as Value
  }

  getFormattedValue(name: string): string {
    return formattedValueOf(this.#row, name, this.#table.columns.get(name), this.#formatting)
  }

  getNamedReference(): EntityReference {
    return {
      id: { guid: this.getRecordId() },
      etn: this.#table.logicalName,
      name: textOf(this.#row[this.#table.primaryName]),
    }
  }
}

function valueOf(row: WebApiRow, name: string, column?: ColumnMetadata): unknown {
  if (column && isLookup(column)) return referenceOf(row, name)
  const value = row[name]
  if (value === undefined || value === null) return null
  if (column?.type === 'Picklist' || column?.type === 'State' || column?.type === 'Status') {
    return textOf(value)
  }
  return value
}

function referenceOf(row: WebApiRow, name: string): EntityReference | null {
  const key = `_${name}_value`
  const id = row[key]
  if (typeof id !== 'string') return null
  return {
    id: { guid: id },
    etn: textOf(row[key + lookupTable]),
    name: textOf(row[key + formatted]),
  }
}

/** The Web API formats for its own user settings; times are formatted for the page's user. */
function formattedValueOf(
  row: WebApiRow,
  name: string,
  column: ColumnMetadata | undefined,
  formatting: ComponentFramework.Formatting,
): string {
  const value = row[name]
  if (column?.type === 'DateTime' && column.format !== 'DateOnly' && typeof value === 'string') {
    return formatting.formatDateShort(new Date(value), true)
  }
  const key = column && isLookup(column) ? `_${name}_value` : name
  return textOf(row[key + formatted] ?? row[key])
}

function textOf(value: unknown): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : ''
}
