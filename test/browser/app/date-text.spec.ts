import fc from 'fast-check'

import type { ColumnMetadata } from '../../../controls/host/table-metadata.js'
import {
  dateKind,
  dateText,
  dateValue,
} from '../../../solution/local/app/client/record/date-text.js'
import type { DateKind } from '../../../solution/local/app/client/record/date-text.js'

const column = (behavior: string, format: string): ColumnMetadata => ({
  logicalName: 'x',
  label: 'X',
  type: 'DateTime',
  format,
  behavior,
  required: false,
  secured: false,
  targets: [],
  options: [],
})

describe('dates in fields', () => {
  it('are kept by the behaviour of their column', () => {
    const kinds: readonly (readonly [string, string, DateKind])[] = [
      ['UserLocal', 'DateAndTime', 'local'],
      ['UserLocal', 'DateOnly', 'localDay'],
      ['DateOnly', 'DateOnly', 'day'],
      ['TimeZoneIndependent', 'DateAndTime', 'fixed'],
      ['TimeZoneIndependent', 'DateOnly', 'day'],
    ]
    for (const [behavior, format, kind] of kinds) {
      expect(dateKind(column(behavior, format))).toBe(kind)
    }
  })

  it('come back as they were stored, at any time of the year', () => {
    const seconds = fc.integer({ min: 0, max: 4_000_000_000 })
    fc.assert(
      fc.property(seconds, (at) => {
        const stored = new Date(at * 1_000).toISOString()
        const day = stored.slice(0, 10)
        expect(dateValue('fixed', dateText('fixed', stored))).toBe(stored)
        expect(dateValue('day', dateText('day', day))).toBe(day)
      }),
    )
  })

  it('are the same everywhere where their column says so', () => {
    expect(dateText('fixed', '2026-03-09T14:05:00Z')).toBe('2026-03-09T14:05')
    expect(dateValue('fixed', '2026-03-09T14:05')).toBe('2026-03-09T14:05:00.000Z')
  })

  it('begin at midnight of the user where only the day is shown', () => {
    const midnight = new Date(2026, 2, 9).toISOString()
    expect(dateText('localDay', midnight)).toBe('2026-03-09')
    expect(dateValue('localDay', '2026-03-09')).toBe(midnight)
  })

  it('are refused where they are none', () => {
    for (const text of ['soon', '2026', '09/03/2026']) {
      expect(dateValue('local', text)).toBeUndefined()
    }
  })
})
