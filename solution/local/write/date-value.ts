import { DataverseError } from '../errors.js'

const dateTimePattern =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/
const datePattern = /^(\d{4})-(\d\d)-(\d\d)$/
const earliestYear = 1753

/**
 * A date-time with its zone (`2026-11-21T10:00:00Z`, `...+02:00`) in UTC and whole seconds;
 * undefined when the value is none. Throws when it lies before 1753, the platform's first year.
 */
export function readDateTime(value: unknown, property: string): string | undefined {
  if (typeof value !== 'string') return undefined
  const parts = dateTimePattern.exec(value)
  if (!parts || !isCalendarDay(parts)) return undefined
  const milliseconds = Date.parse(value)
  if (Number.isNaN(milliseconds)) return undefined
  const text = value.length === 20 && value.endsWith('Z') ? value : utcSeconds(milliseconds)
  refuseEarly(text, value, property)
  return text
}

/** A calendar day, `2026-11-21`; undefined when the value is none. */
export function readDate(value: unknown, property: string): string | undefined {
  if (typeof value !== 'string') return undefined
  const parts = datePattern.exec(value)
  if (!parts || !isCalendarDay(parts)) return undefined
  refuseEarly(value, value, property)
  return value
}

/** An instant as rows hold it: `2026-11-21T10:00:00Z`. */
export function utcSeconds(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}

function isCalendarDay(parts: RegExpExecArray): boolean {
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (month < 1 || month > 12 || day < 1) return false
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function refuseEarly(text: string, value: string, property: string): void {
  if (Number(text.slice(0, 4)) >= earliestYear) return
  throw new DataverseError(
    'dateOutOfRange',
    `DateTime is less than minimum value supported by CrmDateTime. Actual value: ${value}, ` +
      `Minimum value supported: 01/01/1753 00:00:00. Property: '${property}'.`,
  )
}
