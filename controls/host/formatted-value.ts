import { formattingOf } from './formatting.js'
import type { ColumnMetadata } from './table-metadata.js'
import type { HostUser } from './types.js'

/** A bound column's value as its user reads it; empty for no value. */
export function formattedValue(value: unknown, column: ColumnMetadata, user: HostUser): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateText(value, column, user)
  if (Array.isArray(value)) return value.map((each) => partText(each, column)).join('; ')
  if (typeof value === 'number') return numberText(value, column, formattingOf(user))
  if (typeof value === 'boolean') return optionLabel(Number(value), column) ?? String(value)
  return typeof value === 'string' ? value : ''
}

/** A lookup's name, or a choice's label. */
function partText(part: unknown, column: ColumnMetadata): string {
  if (typeof part === 'number') return optionLabel(part, column) ?? String(part)
  return (part as Partial<ComponentFramework.LookupValue>).name ?? ''
}

function numberText(
  value: number,
  column: ColumnMetadata,
  formatting: ComponentFramework.Formatting,
): string {
  switch (column.type) {
    case 'Integer':
    case 'BigInt':
      return formatting.formatInteger(value)
    case 'Decimal':
    case 'Double':
      return formatting.formatDecimal(value, column.precision)
    case 'Money':
      return formatting.formatCurrency(value, column.precision)
    default:
      return optionLabel(value, column) ?? String(value)
  }
}

function dateText(value: Date, { behavior, format }: ColumnMetadata, user: HostUser): string {
  const hasTime = format !== 'DateOnly'
  if (!behavior || behavior === 'UserLocal') {
    return formattingOf(user).formatDateShort(value, hasTime)
  }
  // A date that is the same everywhere comes as this time in the browser's own zone.
  const [year, month, day] = [value.getFullYear(), value.getMonth(), value.getDate()]
  const same = new Date(Date.UTC(year, month, day, value.getHours(), value.getMinutes()))
  return formattingOf({ ...user, timeZone: 'UTC' }).formatDateShort(same, hasTime)
}

function optionLabel(value: number, { options }: ColumnMetadata): string | undefined {
  return options.find((option) => option.value === value)?.label
}
