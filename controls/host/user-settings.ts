import { datePattern, firstDayOfWeek, halfOfDay, separatorAfter } from './date-patterns.js'
import { timeZoneOffsetMinutes } from './formatting.js'
import type { HostUser } from './types.js'

type UserSettings = ComponentFramework.UserSettings

/** The user's settings, their names of days and months taken from the browser's locale data. */
export function userSettingsOf(user: HostUser): UserSettings {
  return {
    userId: `{${user.id.toUpperCase()}}`,
    userName: user.name,
    languageId: user.languageId,
    isRTL: user.isRightToLeft,
    securityRoles: [],
    getTimeZoneOffsetMinutes: (date = new Date()) => timeZoneOffsetMinutes(user.timeZone, date),
    ...localeInfo(user.locale),
  }
}

type LocaleInfo = Pick<UserSettings, 'dateFormattingInfo' | 'numberFormattingInfo'>

/** Controls get their settings with every view of them; reading a locale takes longer than a view. */
const localeInfos = new Map<string, LocaleInfo>()

function localeInfo(locale: string): LocaleInfo {
  const known = localeInfos.get(locale)
  if (known) return known
  const info = {
    dateFormattingInfo: dateFormattingInfo(locale),
    numberFormattingInfo: numberFormattingInfo(locale),
  }
  localeInfos.set(locale, info)
  return info
}

const shortDate = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
const longDate = { dateStyle: 'full' } as const
const shortTime = { timeStyle: 'short' } as const
const longTime = { timeStyle: 'medium' } as const

function dateFormattingInfo(locale: string): UserSettings['dateFormattingInfo'] {
  // 2023 began on a Sunday, so its first seven days are a week and its months are the year's.
  const names = (options: Intl.DateTimeFormatOptions, count: number, at: (index: number) => Date) =>
    Array.from({ length: count }, (_, index) =>
      new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(at(index)),
    )
  const day = (index: number) => new Date(Date.UTC(2023, 0, index + 1))
  const month = (index: number) => new Date(Date.UTC(2023, index, 1))
  const months = names({ month: 'long' }, 12, month)
  const pattern = (options: Intl.DateTimeFormatOptions) => datePattern(locale, options)
  const shortMonths = names({ month: 'short' }, 12, month)
  return {
    amDesignator: halfOfDay(locale, 9),
    pmDesignator: halfOfDay(locale, 21),
    dayNames: names({ weekday: 'long' }, 7, day),
    abbreviatedDayNames: names({ weekday: 'short' }, 7, day),
    shortestDayNames: names({ weekday: 'narrow' }, 7, day),
    monthNames: months,
    monthGenitiveNames: months,
    abbreviatedMonthNames: shortMonths,
    abbreviatedMonthGenitiveNames: shortMonths,
    calendarWeekRule: 0,
    calendar: {
      minSupportedDateTime: new Date('0001-01-01T00:00:00Z'),
      maxSupportedDateTime: new Date('9999-12-31T23:59:59Z'),
      algorithmType: 1,
      calendarType: 1,
      twoDigitYearMax: 2049,
    },
    dateSeparator: separatorAfter(locale, shortDate, 'month'),
    timeSeparator: separatorAfter(locale, shortTime, 'hour'),
    firstDayOfWeek: firstDayOfWeek(locale),
    fullDateTimePattern: `${pattern(longDate)} ${pattern(longTime)}`,
    longDatePattern: pattern(longDate),
    longTimePattern: pattern(longTime),
    monthDayPattern: pattern({ month: 'long', day: 'numeric' }),
    shortDatePattern: pattern(shortDate),
    shortTimePattern: pattern(shortTime),
    sortableDateTimePattern: "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
    universalSortableDateTimePattern: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
    yearMonthPattern: pattern({ year: 'numeric', month: 'long' }),
  }
}

function numberFormattingInfo(locale: string): UserSettings['numberFormattingInfo'] {
  const parts = new Intl.NumberFormat(locale).formatToParts(-12_345.6)
  const part = (type: string, otherwise: string) =>
    parts.find((each) => each.type === type)?.value ?? otherwise
  const decimal = part('decimal', '.')
  const group = part('group', ',')
  return {
    currencyDecimalDigits: 2,
    currencyDecimalSeparator: decimal,
    currencyGroupSeparator: group,
    currencyGroupSizes: [3],
    currencyNegativePattern: 1,
    currencyPositivePattern: 0,
    currencySymbol: '$',
    nanSymbol: 'NaN',
    nativeDigits: Array.from({ length: 10 }, (_, digit) => String(digit)),
    negativeInfinitySymbol: '-∞',
    negativeSign: part('minusSign', '-'),
    numberDecimalDigits: 2,
    numberDecimalSeparator: decimal,
    numberGroupSeparator: group,
    numberGroupSizes: [3],
    numberNegativePattern: 1,
    perMilleSymbol: '‰',
    percentDecimalDigits: 2,
    percentDecimalSeparator: decimal,
    percentGroupSeparator: group,
    percentGroupSizes: [3],
    percentNegativePattern: 0,
    percentPositivePattern: 0,
    percentSymbol: '%',
    positiveInfinitySymbol: '∞',
    positiveSign: '+',
  }
}
