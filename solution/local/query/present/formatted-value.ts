import type { HostedColumn } from '../../schema/index.js'

/** A value as a row's JSON holds it. */
export type JsonValue = string | number | boolean | null

/**
 * What a person sees of a value, in the user's language and format (English of the United States,
 * UTC); undefined where the platform formats nothing. Lookups are formatted by the row they show.
 */
export function formattedValue(column: HostedColumn, value: JsonValue): string | undefined {
  if (value === null) return undefined
  switch (column.kind) {
    case 'choice':
    case 'state':
    case 'status':
      return column.options?.get(Number(value))?.label
    case 'choices':
      return chosenLabels(column, String(value)).join('; ')
    case 'yesNo':
      return value === true ? 'Yes' : 'No'
    case 'integer':
    case 'bigInteger':
      return formattedNumber(Number(value), 0)
    case 'decimal':
    case 'float':
      return formattedNumber(Number(value), column.precision ?? 2)
    case 'money':
      return formattedMoney(Number(value), column.precision ?? 2)
    case 'dateTime':
      return formattedDateTime(String(value))
    case 'date':
      return formattedDate(String(value))
    case 'text':
    case 'memo':
    case 'lookup':
    case 'owner':
    case 'uniqueIdentifier':
    case 'file':
    case 'image':
      return undefined
  }
}

/** The labels of the options in a stored `1,3`. */
export function chosenLabels(column: HostedColumn, value: string): readonly string[] {
  return value.split(',').map((one) => column.options?.get(Number(one))?.label ?? one)
}

const numberFormats = new Map<number, Intl.NumberFormat>()

/** `1234.5` -> `1,234.50` */
export function formattedNumber(value: number, digits: number): string {
  const known = numberFormats.get(digits)
  if (known) return known.format(value)
  const format = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  numberFormats.set(digits, format)
  return format.format(value)
}

function formattedMoney(value: number, digits: number): string {
  const amount = `$${formattedNumber(Math.abs(value), digits)}`
  return value < 0 ? `(${amount})` : amount
}

/** `2026-11-21T15:04:05Z` -> `11/21/2026 3:04 PM` */
function formattedDateTime(value: string): string {
  const hour = Number(value.slice(11, 13))
  const half = hour < 12 ? 'AM' : 'PM'
  return `${formattedDate(value)} ${hour % 12 === 0 ? 12 : hour % 12}:${value.slice(14, 16)} ${half}`
}

function formattedDate(value: string): string {
  const [year, month, day] = value.slice(0, 10).split('-')
  return `${Number(month)}/${Number(day)}/${year ?? ''}`
}
