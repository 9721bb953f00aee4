import { lookupValue, relatedId } from './column-value.js'
import type { CanonicalValue } from './contract.js'
import { dateTimeText } from './date-text.js'
import { decimalText } from './decimal-text.js'
import type { TargetColumn } from './target-table.js'

export type WireRow = Readonly<Record<string, unknown>>
export type WireValue = string | number | boolean | null

/** The annotation that names the table a lookup points at. */
const lookupTable = '@Microsoft.Dynamics.CRM.lookuplogicalname'

/** The property of a row as read (and of `$select`) that holds the column. */
export function wireProperty(column: TargetColumn): string {
  return column.kind === 'lookup' ? `_${column.logicalName}_value` : column.logicalName
}

/**
 * The column's value in a row of the Web API. Of a lookup that points at several tables the row
 * should carry the `lookuplogicalname` annotation; without it the value is the bare id, which
 * compares equal all the same.
 */
export function canonicalFromWire(column: TargetColumn, row: WireRow): CanonicalValue {
  const property = wireProperty(column)
  const value = row[property]
  if (value === undefined || value === null || value === '') return null
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  switch (column.kind) {
    case 'text':
    case 'memo':
    case 'yesNo':
    case 'choice':
    case 'file':
    case 'image':
    case 'unsupported':
      return text
    case 'choices':
      return text
        .split(',')
        .sort((a, b) => Number(a) - Number(b))
        .join(',')
    case 'integer':
    case 'bigInteger':
      return decimalText(text, 0)?.text ?? text
    case 'decimal':
    case 'float':
    case 'money':
      return decimalText(text, column.precision ?? 2)?.text ?? text
    case 'date':
      return text.slice(0, 10)
    case 'dateTime':
      return dateTimeText(text) ?? text
    case 'uniqueIdentifier':
      return text.toLowerCase()
    case 'lookup': {
      const table = row[property + lookupTable]
      return typeof table === 'string'
        ? lookupValue(column, table, text.toLowerCase())
        : text.toLowerCase()
    }
  }
}

/**
 * The property and value to write. Throws on a value that `parseColumnValue` never gives for this
 * column.
 */
export function toWire(
  column: TargetColumn,
  value: CanonicalValue,
): readonly [property: string, value: WireValue] {
  const { logicalName } = column
  switch (column.kind) {
    case 'text':
    case 'memo':
    case 'date':
    case 'dateTime':
    case 'uniqueIdentifier':
    case 'choices':
      return [logicalName, value]
    case 'integer':
    case 'bigInteger':
    case 'decimal':
    case 'float':
    case 'money':
    case 'choice':
      return [logicalName, value === null ? null : Number(value)]
    case 'yesNo':
      return [logicalName, value === null ? null : value === 'true']
    case 'lookup':
      return lookupToWire(column, value)
    case 'file':
    case 'image':
    case 'unsupported':
      throw new Error(`Column ${logicalName} cannot be written.`)
  }
}

function lookupToWire(
  column: TargetColumn,
  value: CanonicalValue,
): readonly [property: string, value: string | null] {
  const targets = column.targets ?? []
  const named = targets.find((target) => value?.startsWith(`${target.table}/`) === true)
  // Any of the navigation properties clears the column.
  const target = named ?? (value === null || targets.length === 1 ? targets[0] : undefined)
  if (!target) throw new Error(`Lookup ${column.logicalName} cannot hold ${String(value)}.`)
  const property = `${target.navigationProperty}@odata.bind`
  return [property, value === null ? null : `/${target.entitySetName}(${relatedId(value)})`]
}
