import * as fc from 'fast-check'

import { positionAfter } from '../../../controls/ValueMapCompare/view/grid/grid-position.js'
import type { Position } from '../../../controls/ValueMapCompare/view/grid/grid-position.js'
import { rowWindow } from '../../../controls/ValueMapCompare/view/grid/row-window.js'

const size = { rows: 101, columns: 5, page: 10 }

function after(key: string, from: Position, { ctrlKey = false, isRightToLeft = false } = {}) {
  return positionAfter({ key, ctrlKey, isRightToLeft }, from, size)
}

describe('A key of the grid', () => {
  const from = { row: 50, column: 2 }
  for (const [key, to] of [
    ['ArrowUp', { row: 49, column: 2 }],
    ['ArrowDown', { row: 51, column: 2 }],
    ['ArrowRight', { row: 50, column: 3 }],
    ['ArrowLeft', { row: 50, column: 1 }],
    ['PageUp', { row: 40, column: 2 }],
    ['PageDown', { row: 60, column: 2 }],
    ['Home', { row: 50, column: 0 }],
    ['End', { row: 50, column: 4 }],
  ] as const) {
    it(`${key} leads to row ${to.row}, column ${to.column}`, () => {
      expect(after(key, from)).toEqual(to)
    })
  }

  it('points the other way where text runs from right to left', () => {
    expect(after('ArrowLeft', from, { isRightToLeft: true })).toEqual({ row: 50, column: 3 })
  })

  it('with Ctrl leads to the corners', () => {
    expect(after('Home', from, { ctrlKey: true })).toEqual({ row: 0, column: 0 })
    expect(after('End', from, { ctrlKey: true })).toEqual({ row: 100, column: 4 })
  })

  it('PageUp stops at the first row before it goes to the header', () => {
    expect(after('PageUp', { row: 5, column: 0 })).toEqual({ row: 1, column: 0 })
    expect(after('PageUp', { row: 1, column: 0 })).toEqual({ row: 1, column: 0 })
  })

  it('of another meaning leads nowhere', () => {
    expect(after('a', from)).toBeUndefined()
    expect(after('Tab', from)).toBeUndefined()
  })

  it('never leaves the grid', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'End']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...keys), { maxLength: 60 }), (pressed) => {
        const end = pressed.reduce((at, key) => after(key, at) ?? at, { row: 1, column: 0 })

        expect(end.row >= 0 && end.row < size.rows).toBeTrue()
        expect(end.column >= 0 && end.column < size.columns).toBeTrue()
      }),
    )
  })
})

describe('The rows drawn', () => {
  const options = { rowHeight: 50, rows: 20_000, height: 500, focused: -1 }

  it('are those in sight and some around', () => {
    const drawn = rowWindow({ ...options, scrollTop: 50_000 })

    expect(drawn[0]).toBe(996)
    expect(drawn[drawn.length - 1]).toBe(1_014)
  })

  it('hold the one with the focus, wherever it is', () => {
    expect(rowWindow({ ...options, scrollTop: 0, focused: 19_999 })).toContain(19_999)
    expect(rowWindow({ ...options, scrollTop: 50_000, focused: 0 })[0]).toBe(0)
  })

  it('are none where there are none', () => {
    expect(rowWindow({ ...options, rows: 0, scrollTop: 0, focused: 0 })).toEqual([])
  })
})
