import * as fc from 'fast-check'

import { timeZoneOffsetMinutes } from '../../../controls/host/formatting.js'
import { dateText, readDate } from '../../../controls/ProvenanceBadge/model/date-text.js'
import {
  behaviour,
  browserWallTime,
  dateFromWall,
  wallTimeOf,
} from '../../../controls/ProvenanceBadge/model/wall-clock.js'
import { styleOf } from './texts.js'

const dayMs = 86_400_000
const zones = [
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Asia/Kolkata',
  'Europe/Berlin',
  'UTC',
  'America/Sao_Paulo',
  'America/New_York',
  'Pacific/Pago_Pago',
]
const zone = fc.constantFrom(...zones)
const day = fc
  .integer({ min: Date.UTC(1753, 0, 1) / dayMs, max: Date.UTC(9999, 11, 31) / dayMs })
  .map((number) => number * dayMs)

/** A date as a browser in another time zone would read it off its clock. */
class DateInZone extends Date {
  constructor(
    at: number,
    private readonly minutesAhead: number,
  ) {
    super(at)
  }

  get wall() {
    return new Date(this.getTime() + this.minutesAhead * 60_000)
  }

  override getFullYear = () => this.wall.getUTCFullYear()
  override getMonth = () => this.wall.getUTCMonth()
  override getDate = () => this.wall.getUTCDate()
  override getHours = () => this.wall.getUTCHours()
  override getMinutes = () => this.wall.getUTCMinutes()
  override getSeconds = () => this.wall.getUTCSeconds()
}

const dateOnly = (timeZone: string) => ({
  behavior: behaviour.dateOnly,
  hasTime: false,
  minutesAhead: (at: Date) => timeZoneOffsetMinutes(timeZone, at),
})

describe('A date without a time', () => {
  it('is the same day for everybody, wherever they and their browser are', () => {
    fc.assert(
      fc.property(zone, fc.integer({ min: -12 * 60, max: 14 * 60 }), day, (user, browser, wall) => {
        const stored = new DateInZone(wall, browser)
        expect(wallTimeOf(stored, dateOnly(user))).toBe(wall)
        // What was put out and is not saved yet: midnight of that browser's clock.
        const echoed = new DateInZone(wall - browser * 60_000, browser)
        expect(wallTimeOf(echoed, dateOnly(user))).toBe(wall)
      }),
    )
  })

  it("goes out as that day of the browser's calendar, and comes back as it", () => {
    fc.assert(
      fc.property(zone, day, (user, wall) => {
        const out = dateFromWall(wall)
        const shown = new Date(wall)
        expect([out.getFullYear(), out.getMonth(), out.getDate()]).toEqual([
          shown.getUTCFullYear(),
          shown.getUTCMonth(),
          shown.getUTCDate(),
        ])
        expect(wallTimeOf(out, dateOnly(user))).toBe(wall)
      }),
    )
  })

  it('is the day that a user-local value falls on in the time zone of the user', () => {
    const evening = new Date('2026-03-01T02:30:00Z')
    const inNewYork = { ...dateOnly('America/New_York'), behavior: behaviour.userLocal }
    expect(wallTimeOf(evening, inNewYork)).toBe(Date.UTC(2026, 1, 28))
  })
})

describe('A date with a time', () => {
  const at = new Date('2026-07-01T22:15:00Z')
  const rules = (behavior: number) => ({ ...dateOnly('Asia/Kolkata'), behavior, hasTime: true })

  it('reads on the clock of the user where it is local to them', () => {
    expect(wallTimeOf(at, rules(behaviour.userLocal))).toBe(Date.UTC(2026, 6, 2, 3, 45))
  })

  it('reads as it was stored where time zones do not matter to it', () => {
    expect(wallTimeOf(at, rules(behaviour.timeZoneIndependent))).toBe(at.getTime())
  })

  it("goes out as what the browser's clock must read", () => {
    const wall = Date.UTC(2026, 6, 2, 3, 45)
    expect(browserWallTime(dateFromWall(wall))).toBe(wall)
  })
})

describe('The text of a date', () => {
  for (const locale of ['en-US', 'en-GB', 'de-DE', 'sv-SE', 'ja-JP']) {
    it(`is read as it was written, in ${locale}`, () => {
      const { date } = styleOf(locale)
      const minute = fc.integer({ min: Date.UTC(1960) / 60_000, max: Date.UTC(2049) / 60_000 })
      fc.assert(
        fc.property(minute, (minutes) => {
          const wall = minutes * 60_000
          expect(readDate(dateText(wall, true, date), true, date)).toBe(wall)
          const midnight = Math.floor(wall / dayMs) * dayMs
          expect(readDate(dateText(wall, false, date), false, date)).toBe(midnight)
        }),
      )
    })
  }

  it('goes by the order of the user, and takes ISO dates from anybody', () => {
    const day = Date.UTC(2026, 2, 4)
    const read = (text: string, locale: string) => readDate(text, false, styleOf(locale).date)
    expect(read('3/4/2026', 'en-US')).toBe(day)
    expect(read('4.3.2026', 'de-DE')).toBe(day)
    expect(read('04/03/26', 'en-GB')).toBe(day)
    expect(read('2026-03-04', 'en-US')).toBe(day)
  })

  it('is refused where there is no such day, or it says more than a date', () => {
    const { date } = styleOf()
    for (const text of [
      '2/30/2026',
      '13/1/2026',
      '1/1',
      'tomorrow',
      '1/1/2026 x',
      '1/1/1752',
      '1/1/20265',
    ]) {
      expect(readDate(text, false, date))
        .withContext(text)
        .toBeUndefined()
    }
    for (const text of ['1/1/2026 25:00', '1/1/2026 13:00 PM', '1/1/2026 1:60', '1/1/2026 x']) {
      expect(readDate(text, true, date))
        .withContext(text)
        .toBeUndefined()
    }
  })

  it('never throws, whatever is typed', () => {
    const { date } = styleOf()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, hasTime) => {
        const wall = readDate(text, hasTime, date)
        expect(wall === undefined || Number.isSafeInteger(wall)).toBeTrue()
      }),
    )
  })
})
