import { formattingOf, timeZoneOffsetMinutes } from '../../../controls/host/formatting.js'
import { userSettingsOf } from '../../../controls/host/user-settings.js'
import { hostEnvironment } from '../support/host-environment.js'

const user = (over: Parameters<typeof hostEnvironment>[0] = {}) =>
  hostEnvironment(over).environment.user
const american = formattingOf(user())
const spanish = formattingOf(user({ user: { locale: 'es-ES', timeZone: 'Europe/Madrid' } }))
const plain = (text: string) => text.replace(/\s/g, ' ')

describe('Formatting in the host', () => {
  it('writes numbers as the user does', () => {
    expect(american.formatInteger(1_234_567)).toBe('1,234,567')
    expect(spanish.formatInteger(1_234_567)).toBe('1.234.567')
    expect(american.formatDecimal(1_234.5)).toBe('1,234.50')
    expect(spanish.formatDecimal(1_234.5, 1)).toBe('1234,5')
    expect(american.formatDecimal(-0.126, 2)).toBe('-0.13')
  })

  it('puts the sign of money before its symbol, and no symbol where none is given', () => {
    expect(american.formatCurrency(1_234.5, 2, '$')).toBe('$1,234.50')
    expect(american.formatCurrency(-1_234.5, 2, '$')).toBe('-$1,234.50')
    expect(american.formatCurrency(12, 0)).toBe('12')
  })

  it('writes moments in the time zone of the user, not of the machine', () => {
    const moment = new Date('2026-03-01T02:30:00Z')

    expect(plain(american.formatDateShort(moment, true))).toBe('2/28/2026, 9:30 PM')
    expect(american.formatDateShort(moment)).toBe('2/28/2026')
    expect(spanish.formatDateShort(moment, true)).toBe('1/3/2026, 3:30')
    expect(american.formatDateLong(moment)).toBe('Saturday, February 28, 2026')
    expect(american.formatDateLongAbbreviated(moment)).toBe('Feb 28, 2026')
    expect(spanish.formatDateYearMonth(moment)).toBe('marzo de 2026')
  })

  it('writes a time that is the same everywhere as it is stored', () => {
    const moment = new Date('2026-03-01T02:30:00Z')

    expect(plain(american.formatTime(moment, 1))).toBe('9:30 PM')
    expect(plain(american.formatTime(moment, 3))).toBe('2:30 AM')
  })

  it('follows daylight saving time', () => {
    const offset = (at: string) => timeZoneOffsetMinutes('America/New_York', new Date(at))

    expect(offset('2026-03-08T06:59:59Z')).toBe(-300)
    expect(offset('2026-03-08T07:00:00Z')).toBe(-240)
    expect(timeZoneOffsetMinutes('Asia/Kathmandu', new Date('2026-01-01T00:00:00Z'))).toBe(345)
  })

  it('counts weeks by ISO 8601, by the day that it is for the user', () => {
    const week = (day: string) => american.getWeekOfYear(new Date(`${day}T12:00:00-05:00`))

    expect(week('2026-01-01')).toBe(1)
    expect(week('2027-01-01')).toBe(53)
    expect(week('2024-12-30')).toBe(1)
    expect(american.getWeekOfYear(new Date('2026-01-05T03:00:00Z'))).toBe(1)
    expect(spanish.getWeekOfYear(new Date('2026-01-05T03:00:00Z'))).toBe(2)
  })

  it('writes dates for filters, and languages by name', () => {
    const moment = new Date('2026-03-01T02:30:00Z')

    expect(american.formatDateAsFilterStringInUTC(moment)).toBe('2026-03-01')
    expect(american.formatDateAsFilterStringInUTC(moment, true)).toBe('2026-03-01T02:30:00.000Z')
    expect(american.formatLanguage(3082)).toBe('European Spanish')
    expect(american.formatLanguage(9_999)).toBe('9999')
  })
})

describe('User settings in the host', () => {
  it('name the user, the language and the direction', () => {
    const settings = userSettingsOf(user({ user: { isRightToLeft: true, languageId: 3082 } }))

    expect(settings.userId).toBe('{11111111-1111-4111-8111-111111111111}')
    expect(settings.userName).toBe('Ada Steward')
    expect(settings.languageId).toBe(3082)
    expect(settings.isRTL).toBeTrue()
    expect(settings.getTimeZoneOffsetMinutes(new Date('2026-01-01T00:00:00Z'))).toBe(-300)
  })

  it('describe dates as the locale writes them', () => {
    const dates = (locale: string) => userSettingsOf(user({ user: { locale } })).dateFormattingInfo

    expect(dates('en-US').shortDatePattern).toBe('M/d/yyyy')
    expect(dates('en-US').shortTimePattern).toBe('h:mm tt')
    expect(dates('en-US').firstDayOfWeek).toBe(0)
    expect(dates('en-US').amDesignator).toBe('AM')
    expect(dates('de-DE').shortDatePattern).toBe('d.M.yyyy')
    expect(dates('de-DE').shortTimePattern).toBe('HH:mm')
    expect(dates('de-DE').dateSeparator).toBe('.')
    expect(dates('es-ES').longDatePattern).toBe("dddd, d 'de' MMMM 'de' yyyy")
    expect(dates('es-ES').dayNames[0]).toBe('domingo')
    expect(dates('es-ES').monthNames[11]).toBe('diciembre')
  })

  it('describe numbers as the locale writes them', () => {
    const numbers = (locale: string) =>
      userSettingsOf(user({ user: { locale } })).numberFormattingInfo

    expect(numbers('en-US').numberDecimalSeparator).toBe('.')
    expect(numbers('es-ES').numberDecimalSeparator).toBe(',')
    expect(numbers('es-ES').numberGroupSeparator).toBe('.')
    expect(numbers('fr-FR').negativeSign).toBe('-')
  })
})
