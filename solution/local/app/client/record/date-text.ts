import type { ColumnMetadata } from '../../../../../controls/host/table-metadata.js'

/**
 * How a date is kept and typed. `day`: a day without time zone; `localDay`: the instant at which a day
 * begins for the user; `fixed`: a time that is the same everywhere; `local`: an instant.
 */
export type DateKind = 'day' | 'localDay' | 'fixed' | 'local'

/** The kind of a date column, by its behaviour, or by its format where it names none. */
export function dateKind({ behavior = '', format }: ColumnMetadata): DateKind {
  if (behavior === 'DateOnly') return 'day'
  const isDay = format === 'DateOnly'
  if (behavior === 'TimeZoneIndependent') return isDay ? 'day' : 'fixed'
  if (!isDay) return 'local'
  return behavior === 'UserLocal' ? 'localDay' : 'day'
}

/** A stored date as the browser's field for dates has it; empty where it is none. */
export function dateText(kind: DateKind, value: string): string {
  switch (kind) {
    case 'day':
      return value.slice(0, 10)
    case 'fixed':
      return shortTime(value)
    case 'local':
      return shortTime(localTime(value))
    case 'localDay':
      return localTime(value).slice(0, 10)
  }
}

/** The value to store for a field's text; undefined where it is no date. */
export function dateValue(kind: DateKind, text: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0]
  // A text without a time zone is read as the user's; a day alone would be read as UTC's.
  const at = new Date(kind === 'localDay' ? `${day ?? ''}T00:00:00` : text)
  if (day === undefined || Number.isNaN(at.getTime())) return undefined
  switch (kind) {
    case 'day':
      return day
    case 'fixed':
      return new Date(`${text}Z`).toISOString()
    case 'local':
    case 'localDay':
      return at.toISOString()
  }
}

/** `2026-03-09T14:05:00` at the user's place. */
function localTime(value: string): string {
  const at = new Date(value)
  if (Number.isNaN(at.getTime())) return ''
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19)
}

/** `2026-03-09T14:05`; seconds only where there are any. */
const shortTime = (text: string): string =>
  text.slice(0, 19).endsWith(':00') ? text.slice(0, 16) : text.slice(0, 19)
