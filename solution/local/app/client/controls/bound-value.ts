import type { WebApiRow } from '../../../../../controls/host/data-set/entity-record.js'
import { isLookup } from '../../../../../controls/host/data-type.js'
import type { ColumnMetadata } from '../../../../../controls/host/table-metadata.js'

type LookupValue = ComponentFramework.LookupValue

/** A stored or typed value as the platform hands it to a control that is bound to the column. */
export function boundValue(column: ColumnMetadata, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null
  switch (column.type) {
    case 'DateTime':
      return typeof value === 'string' ? dateOf(value) : null
    case 'MultiSelectPicklist':
      return typeof value === 'string' ? value.split(',').map(Number) : value
    default:
      return value
  }
}

/** The stored value of a column in a row of the Web API, for a bound control. */
export function storedValue(column: ColumnMetadata, row: WebApiRow): unknown {
  return isLookup(column) ? lookupOf(column, row) : boundValue(column, row[column.logicalName])
}

/** What a control put out, as the Web API would have it; undefined where a form cannot take it. */
export function outputValue(
  column: ColumnMetadata,
  output: unknown,
): string | number | boolean | null | undefined {
  if (output === undefined || output === null) return null
  if (isLookup(column)) return undefined
  if (output instanceof Date) {
    if (Number.isNaN(output.getTime())) return null
    return isDay(column) ? dayOf(output) : output.toISOString()
  }
  if (Array.isArray(output)) return output.length === 0 ? null : output.join(',')
  const isPlain = ['string', 'number', 'boolean'].includes(typeof output)
  return isPlain ? (output as string | number | boolean) : undefined
}

function lookupOf({ logicalName }: ColumnMetadata, row: WebApiRow): readonly LookupValue[] | null {
  const key = `_${logicalName}_value`
  const id = row[key]
  if (typeof id !== 'string') return null
  return [
    {
      id,
      entityType: String(row[`${key}@Microsoft.Dynamics.CRM.lookuplogicalname`]),
      ...nameOf(row[`${key}@OData.Community.Display.V1.FormattedValue`]),
    },
  ]
}

const nameOf = (name: unknown) => (typeof name === 'string' ? { name } : {})

const isDay = ({ behavior, format }: ColumnMetadata): boolean =>
  behavior === 'DateOnly' || (format === 'DateOnly' && behavior !== 'UserLocal')

/** A day without a time is handed over as its beginning in the user's time zone. */
function dateOf(value: string): Date | null {
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00` : value)
  return Number.isNaN(at.getTime()) ? null : at
}

function dayOf(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
