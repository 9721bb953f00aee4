import type { HostUser } from './types.js'

/** Texts of numbers and dates for one user: their locale and time zone. */
export function formattingOf({ locale, timeZone }: HostUser): ComponentFramework.Formatting {
  const date = (value: Date, options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { timeZone, ...options }).format(value)
  const number = (value: number, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, options).format(value)
  const day = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
  const time = { hour: 'numeric', minute: '2-digit' } as const
  const digits = (precision = 2) => ({
    minimumFractionDigits: precision,
    maximumFractionDigits: precision,
  })
  return {
    formatInteger: (value) => number(value, { maximumFractionDigits: 0 }),
    formatDecimal: (value, precision) => number(value, digits(precision)),
    formatCurrency: (value, precision, symbol = '') =>
      (value < 0 ? '-' : '') + symbol + number(Math.abs(value), digits(precision)),
    formatDateShort: (value, includeTime = false) =>
      date(value, includeTime ? { ...day, ...time } : day),
    formatDateLong: (value) => date(value, { dateStyle: 'full' }),
    formatDateLongAbbreviated: (value) => date(value, { dateStyle: 'medium' }),
    formatDateYearMonth: (value) => date(value, { year: 'numeric', month: 'long' }),
    formatTime: (value, behavior) =>
      // Behaviour 3 is the time-zone-independent one: shown as it is stored.
      date(value, behavior === 3 ? { ...time, timeZone: 'UTC' } : time),
    formatDateAsFilterStringInUTC: (value, includeTime = false) =>
      includeTime ? value.toISOString() : value.toISOString().slice(0, 10),
    formatLanguage: (value) => languageName(value, locale),
    getWeekOfYear: (value) =>
      isoWeek(new Date(value.getTime() + timeZoneOffsetMinutes(timeZone, value) * 60_000)),
  }
}

/** Language codes of the platform (LCID) that people of this page may meet, as BCP 47. */
const languages: Readonly<Record<number, string>> = {
  1025: 'ar',
  1031: 'de',
  1033: 'en-US',
  1036: 'fr',
  1037: 'he',
  1040: 'it',
  1041: 'ja',
  2052: 'zh-CN',
  2070: 'pt-PT',
  3082: 'es-ES',
}

function languageName(lcid: number, locale: string): string {
  const tag = languages[lcid]
  const name = tag && new Intl.DisplayNames(locale, { type: 'language' }).of(tag)
  return name ?? String(lcid)
}

const dayMs = 86_400_000

/** The ISO 8601 week of a date that is given as UTC: the year's first one has its first Thursday. */
function isoWeek(date: Date): number {
  const weekday = (date.getUTCDay() + 6) % 7
  const thursday = new Date(date.getTime() + (3 - weekday) * dayMs)
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  return Math.floor((thursday.getTime() - newYear) / (7 * dayMs)) + 1
}

/** Minutes that the user's time zone is ahead of UTC at this instant. */
export function timeZoneOffsetMinutes(timeZone: string, at: Date): number {
  const parts = dateFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return Math.round((local - at.getTime()) / 60_000)
}

/** Making a format costs more than using it a hundred times. */
const dateFormats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = dateFormats.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat(locale, options)
  dateFormats.set(key, format)
  return format
}
