import fc from 'fast-check'

import type { ColumnMetadata } from '../../../controls/host/table-metadata.js'
import { readText, textOf, withText } from '../../../solution/local/app/client/record/draft.js'

const column = (type: string, more: Partial<ColumnMetadata> = {}): ColumnMetadata => ({
  logicalName: 'x',
  label: 'X',
  type,
  format: '',
  required: false,
  secured: false,
  targets: [],
  options: [],
  ...more,
})

describe('the texts that fields edit', () => {
  it('give back the value that they were made of', () => {
    const values: readonly (readonly [type: string, fc.Arbitrary<unknown>])[] = [
      ['Integer', fc.integer()],
      ['Boolean', fc.boolean()],
      ['Picklist', fc.nat()],
      ['String', fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== '')],
    ]
    for (const [type, arbitrary] of values) {
      fc.assert(
        fc.property(arbitrary, (value) => {
          const one = column(type)
          expect(readText(one, textOf(one, value))).toEqual({ value: value as string })
        }),
      )
    }
  })

  it('give back a time to the second, and a date without one', () => {
    const time = column('DateTime')
    for (const value of ['2026-03-09T14:05:00.000Z', '2026-12-31T23:59:59.000Z']) {
      expect(readText(time, textOf(time, value))).toEqual({ value })
    }
    const date = column('DateTime', { format: 'DateOnly' })
    expect(readText(date, textOf(date, '2026-03-09'))).toEqual({ value: '2026-03-09' })
  })

  it('are refused where the column cannot take them', () => {
    const refused: readonly (readonly [ColumnMetadata, string])[] = [
      [column('Integer'), '1.5'],
      [column('Decimal', { minValue: 0, maxValue: 1 }), '1.01'],
      [column('Decimal'), 'Infinity'],
      [column('String', { maxLength: 2 }), 'abc'],
      [column('String', { required: true }), ' '],
      [column('DateTime'), 'soon'],
    ]
    for (const [one, text] of refused) expect('problem' in readText(one, text)).toBeTrue()
    expect(readText(column('Integer'), '')).toEqual({ value: null })
  })

  it('are no change where they are what is stored', () => {
    expect(withText({ x: 'new', y: 'kept' }, 'x', 'old', 'old')).toEqual({ y: 'kept' })
  })
})
