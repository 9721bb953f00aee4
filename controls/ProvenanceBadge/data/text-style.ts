import { dateText } from '../model/date-text.js'
import type { TextStyle } from '../model/field-text.js'

type UserContext = Pick<ComponentFramework.Context<unknown>, 'formatting' | 'userSettings'>

/** How this user writes values: their settings, and the platform's formatting by them. */
export function textStyleOf({ formatting, userSettings }: UserContext): TextStyle {
  const dates = userSettings.dateFormattingInfo
  const numbers = userSettings.numberFormattingInfo
  const date = {
    dayPattern: dates.shortDatePattern,
    timePattern: dates.shortTimePattern,
    dateSeparator: dates.dateSeparator,
    timeSeparator: dates.timeSeparator,
    am: dates.amDesignator,
    pm: dates.pmDesignator,
    monthNames: dates.monthNames,
    shortMonthNames: dates.abbreviatedMonthNames,
    dayNames: dates.dayNames,
    shortDayNames: dates.abbreviatedDayNames,
    shortestDayNames: dates.shortestDayNames,
    twoDigitYearMax: dates.calendar.twoDigitYearMax,
    firstDayOfWeek: dates.firstDayOfWeek,
  }
  return {
    date,
    number: {
      decimalSeparator: numbers.numberDecimalSeparator,
      groupSeparator: numbers.numberGroupSeparator,
      groupSizes: numbers.numberGroupSizes,
      negativeSign: numbers.negativeSign,
      nativeDigits: numbers.nativeDigits,
    },
    integer: (value) => formatting.formatInteger(value),
    decimal: (value, precision) => formatting.formatDecimal(value, precision),
    money: (value, precision, symbol) => formatting.formatCurrency(value, precision, symbol),
    moment: (at) => {
      const minutes = userSettings.getTimeZoneOffsetMinutes(new Date(at))
      return dateText(at + minutes * 60_000, true, date)
    },
  }
}
