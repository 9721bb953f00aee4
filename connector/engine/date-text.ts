const dateParts = /^(\d{4})-(\d{2})-(\d{2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/
const dateTimeParts =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:([Zz])|([+-])(\d{2}):?(\d{2}))$/

/** The first day that Dataverse stores. */
const firstDay = '1753-01-01'

/** The calendar day `2026-11-21` of a day, or of a day with midnight behind it; else undefined. */
export function dateText(input: string): string | undefined {
  const match = dateParts.exec(input)
  if (!match) return undefined
  const [, year = '', month = '', day = ''] = match
  const text = `${year}-${month}-${day}`
  return isDay(Number(year), Number(month), Number(day)) && text >= firstDay ? text : undefined
}

/**
 * `2026-11-21T10:00:00Z` of an ISO 8601 date-time with a zone. Fractions of a second are cut off,
 * as Dataverse does. Undefined when the text is no such time or names no zone.
 */
export function dateTimeText(input: string): string | undefined {
  const match = dateTimeParts.exec(input)
  if (!match) return undefined
  const [, day = '', hours = '', minutes = '', seconds = '00'] = match
  if (dateText(day) === undefined) return undefined
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  const local = `${day}T${hours}:${minutes}:${seconds}Z`
  if (match[5] !== undefined) return local
  const [zoneHours, zoneMinutes] = [Number(match[7]), Number(match[8])]
  if (zoneHours > 14 || zoneMinutes > 59) return undefined
  const ahead = (zoneHours * 60 + zoneMinutes) * (match[6] === '-' ? -1 : 1)
  const utc = timeText(Date.parse(local) - ahead * 60_000)
  return utc.length === local.length && utc >= firstDay ? utc : undefined
}

/** The time put into words last: those of one chunk are mostly the same. */
let lastText = { time: 0, text: '1970-01-01T00:00:00Z' }

/** A time in milliseconds since 1970 as `2026-11-21T10:00:00Z`. */
export function timeText(time: number): string {
  if (time !== lastText.time) {
    lastText = { time, text: `${new Date(time).toISOString().split('.')[0] ?? ''}Z` }
  }
  return lastText.text
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return day <= days
}
