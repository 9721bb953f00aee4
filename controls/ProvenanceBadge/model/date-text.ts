import { startOfDay } from './wall-clock.js'
import type { WallTime } from './wall-clock.js'

/** How the user writes dates: the platform's patterns and names. */
export interface DateStyle {
  /** `M/d/yyyy`, `dd.MM.yyyy` ... */
  readonly dayPattern: string
  /** `h:mm tt`, `HH:mm` ... */
  readonly timePattern: string
  readonly dateSeparator: string
  readonly timeSeparator: string
  readonly am: string
  readonly pm: string
  readonly monthNames: readonly string[]
  readonly shortMonthNames: readonly string[]
  readonly dayNames: readonly string[]
  readonly shortDayNames: readonly string[]
  /** A letter or two. */
  readonly shortestDayNames: readonly string[]
  /** Two digits up to this one's are years of its century. */
  readonly twoDigitYearMax: number
  /** 0: Sunday. */
  readonly firstDayOfWeek: number
}

/** The platform stores no earlier day. */
const earliest = Date.UTC(1753, 0, 1)
const latest = Date.UTC(9999, 11, 31, 23, 59, 59)

/** A wall time as the user writes it. */
export function dateText(wall: WallTime, hasTime: boolean, style: DateStyle): string {
  const { dayPattern, timePattern } = style
  return written(wall, hasTime ? `${dayPattern} ${timePattern}` : dayPattern, style)
}

function written(wall: WallTime, pattern: string, style: DateStyle): string {
  const at = new Date(wall)
  const pad = (value: number, token: string) => String(value).padStart(token.length, '0')
  const hour = at.getUTCHours()
  return pattern.replace(/'[^']*'|y+|M+|d+|h+|H+|m+|s+|t+|[/:]/g, (token) => {
    switch (token.charAt(0)) {
      case 'y':
        return token.length > 2
          ? String(at.getUTCFullYear()).padStart(4, '0')
          : pad(at.getUTCFullYear() % 100, token)
      case 'M':
        if (token.length > 3) return style.monthNames[at.getUTCMonth()] ?? token
        if (token.length === 3) return style.shortMonthNames[at.getUTCMonth()] ?? token
        return pad(at.getUTCMonth() + 1, token)
      case 'd':
        if (token.length > 3) return style.dayNames[at.getUTCDay()] ?? token
        if (token.length === 3) return style.shortDayNames[at.getUTCDay()] ?? token
        return pad(at.getUTCDate(), token)
      case 'h':
        return pad(hour % 12 === 0 ? 12 : hour % 12, token)
      case 'H':
        return pad(hour, token)
      case 'm':
        return pad(at.getUTCMinutes(), token)
      case 's':
        return pad(at.getUTCSeconds(), token)
      case 't':
        return hour < 12 ? style.am : style.pm
      case '/':
        return style.dateSeparator
      case ':':
        return style.timeSeparator
      default:
        return token.slice(1, -1)
    }
  })
}

/**
 * Reads what a person typed, in the order of their pattern or as `2026-03-01`; undefined where it is
 * no day of the calendar, or none that can be stored. Without a time: midnight.
 */
export function readDate(text: string, hasTime: boolean, style: DateStyle): WallTime | undefined {
  const parts = text.match(/\p{L}[\p{L}\p{M}.]*|\d+/gu) ?? []
  const day = readDay(parts, style)
  if (!day) return undefined
  const rest = parts.slice(day.used)
  const time = hasTime ? readTime(rest, style) : rest.length === 0 ? 0 : undefined
  if (time === undefined) return undefined
  const wall = day.wall + time
  return wall >= earliest && wall <= latest ? wall : undefined
}

function readDay(
  parts: readonly string[],
  style: DateStyle,
): { readonly wall: WallTime; readonly used: number } | undefined {
  const order = isIsoYear(parts[0]) ? 'yMd' : orderOf(style.dayPattern)
  // A weekday in front says nothing that the date does not say.
  const start = order.startsWith('w') && !isNumber(parts[0]) ? 1 : 0
  const values = new Map(
    order
      .replace('w', '')
      .split('')
      .map((kind, at) => [kind, parts[start + at]]),
  )
  const year = yearOf(values.get('y'), style)
  const month = monthOf(values.get('M'), style)
  const date = Number(values.get('d'))
  if (year === undefined || month === undefined) return undefined
  const wall = new Date(0)
  wall.setUTCFullYear(year, month, date)
  return wall.getUTCMonth() === month && wall.getUTCDate() === date
    ? { wall: startOfDay(wall.getTime()), used: start + 3 }
    : undefined
}

const isNumber = (part: string | undefined): boolean => /^\d+$/.test(part ?? '')
const isIsoYear = (part: string | undefined): boolean => /^\d{4}$/.test(part ?? '')

/** The letters of the pattern in their order, `Mdy`; `w` for a weekday's name. */
function orderOf(pattern: string): string {
  const tokens = pattern.replace(/'[^']*'/g, '').match(/y+|M+|d+/g) ?? []
  return tokens.map((token) => (/^d{3}/.test(token) ? 'w' : token.charAt(0))).join('')
}

function yearOf(part: string | undefined, { twoDigitYearMax }: DateStyle): number | undefined {
  if (!part || !/^(\d{2}|\d{4})$/.test(part)) return undefined
  if (part.length === 4) return Number(part)
  const century = Math.floor(twoDigitYearMax / 100) * 100
  const year = century + Number(part)
  return year > twoDigitYearMax ? year - 100 : year
}

function monthOf(part: string | undefined, style: DateStyle): number | undefined {
  if (!part) return undefined
  if (isNumber(part)) return Number(part) >= 1 ? Number(part) - 1 : undefined
  const wanted = bare(part)
  for (const names of [style.monthNames, style.shortMonthNames]) {
    const index = names.findIndex((name) => bare(name) === wanted)
    if (index >= 0) return index
  }
  return undefined
}

/** Milliseconds of the time of day. */
function readTime(parts: readonly string[], style: DateStyle): number | undefined {
  if (parts.length === 0) return 0
  const numbers = parts.filter(isNumber).map(Number)
  const words = parts.filter((part) => !isNumber(part)).map(bare)
  const [hour = -1, minute = 0, second = 0] = numbers
  if (numbers.length === 0 || numbers.length > 3 || minute > 59 || second > 59) return undefined
  const word = words.join('')
  if (word === '') return hour <= 23 ? timeOf(hour, minute, second) : undefined
  const isAm = word === bare(style.am) || word === 'am' || word === 'a'
  const isPm = word === bare(style.pm) || word === 'pm' || word === 'p'
  if ((!isAm && !isPm) || hour < 1 || hour > 12) return undefined
  return timeOf((hour % 12) + (isPm ? 12 : 0), minute, second)
}

const timeOf = (hour: number, minute: number, second: number): number =>
  ((hour * 60 + minute) * 60 + second) * 1_000

/** Without dots, spaces and case: `a. m.` is `am`. */
const bare = (text: string): string => text.replace(/[.\s]/g, '').toLowerCase()
