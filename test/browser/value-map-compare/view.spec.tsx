import { fireEvent, screen } from '@testing-library/react'
import * as React from 'react'

import type { Strings } from '../../../controls/shared/strings.js'
import { CompareView } from '../../../controls/ValueMapCompare/view/CompareView.js'
import type { CompareProps } from '../../../controls/ValueMapCompare/view/props.js'
import { mapping } from './mappings.js'
import {
  cellAt,
  cleanup,
  codesShown,
  countries,
  propsOf,
  readStrings,
  renderView,
  rowsOf,
  until,
} from './view-page.js'

let strings: Strings

const show = (over: Partial<CompareProps> = {}) => renderView(propsOf(strings, over))
const button = (name: string | RegExp) => screen.getByRole('button', { name })

function press(key: string, options: { ctrlKey?: boolean } = {}): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...options })
}

describe('The value map comparison', () => {
  beforeAll(async () => {
    strings = await readStrings()
  })
  afterEach(cleanup)

  it('shows a row a canonical code and a column a source system', () => {
    show()

    expect(codesShown()).toEqual(['AQ', 'DE', 'GN', 'GW', 'NO'])
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Canonical code',
      'IOC',
      'ISO',
      'Any source',
    ])
    expect(cellAt(5, 1).textContent).toBe('NORNorway')
  })

  it('says each mark in words and beside an icon, and where a code comes from any source', () => {
    show()

    expect(cellAt(2, 1).textContent).toBe('GERLow: 0.50')
    expect(cellAt(3, 1).textContent).toBe('GBS, GUIConflictSeveral')
    expect(cellAt(3, 2).textContent).toBe('GapAdd')
    expect(cellAt(1, 1).textContent).toBe('ANTARCTICAFrom any source')
    expect(cellAt(3, 1).querySelectorAll('svg[aria-hidden=true]').length).toBe(2)
  })

  it('counts the marks, and shows only their rows on demand', () => {
    show()
    fireEvent.click(button('Conflict: 2'))

    expect(codesShown()).toEqual(['GN', 'GW'])
    expect(button('Conflict: 2').getAttribute('aria-pressed')).toBe('true')
    expect(screen.getByText('2 of 5 codes shown')).toBeTruthy()
  })

  it('finds what is searched for, and says so where nothing is', () => {
    show()
    const search = screen.getByRole('searchbox', { name: 'Search codes and labels' })
    fireEvent.change(search, { target: { value: 'guinea' } })

    expect(codesShown()).toEqual(['GN', 'GW'])

    fireEvent.change(search, { target: { value: 'atlantis' } })

    expect(codesShown()).toEqual([])

    fireEvent.click(button('Clear filters'))

    expect(codesShown().length).toBe(5)
  })

  it('orders rows by a column from the menu of its header', () => {
    show()
    fireEvent.click(cellAt(0, 1))
    fireEvent.click(screen.getByRole('menuitemcheckbox', { name: 'Sort Z to A' }))

    expect(codesShown()).toEqual(['NO', 'GW', 'DE', 'GN', 'AQ'])
    expect(screen.getByRole('columnheader', { name: 'IOC' }).getAttribute('aria-sort')).toBe(
      'descending',
    )
  })

  it('hides a system from the menu of its header and shows it again from the bar', () => {
    show()
    fireEvent.click(cellAt(0, 2))
    fireEvent.click(screen.getByRole('menuitem', { name: 'Hide this system' }))

    expect(screen.queryByRole('columnheader', { name: 'ISO' })).toBeNull()

    fireEvent.click(button('Systems'))
    fireEvent.click(screen.getByRole('menuitem', { name: 'Show all' }))

    expect(screen.getByRole('columnheader', { name: 'ISO' })).toBeTruthy()
  })

  it('compares two systems side by side, with counts that filter', () => {
    show()
    fireEvent.click(screen.getByRole('switch', { name: 'Compare two systems' }))

    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Canonical code',
      'IOC',
      'ISO',
      'Comparison',
    ])

    fireEvent.click(button('Only IOC: 2'))

    expect(codesShown()).toEqual(['GN', 'GW'])
    expect(cellAt(1, 3).textContent).toBe('Only IOC')

    fireEvent.click(screen.getByRole('switch', { name: 'Compare two systems' }))

    expect(codesShown().length).toBe(5)
  })

  it('is walked by arrows, one tab stop in all, and keeps to its edges', () => {
    show()

    expect(document.querySelectorAll('[data-cell][tabindex="0"]').length).toBe(1)

    cellAt(1, 0).focus()
    press('ArrowRight')
    press('ArrowDown')

    expect(document.activeElement).toBe(cellAt(2, 1))

    press('End', { ctrlKey: true })

    expect(document.activeElement).toBe(cellAt(5, 3))

    press('ArrowDown')

    expect(document.activeElement).toBe(cellAt(5, 3))

    press('Home', { ctrlKey: true })

    expect(document.activeElement).toBe(cellAt(0, 0))
    expect(document.querySelectorAll('[data-cell][tabindex="0"]').length).toBe(1)
  })

  it('draws of 20,000 rows only those in sight, and leads the focus to the last by one key', () => {
    const many = Array.from({ length: 20_000 }, (_, index) =>
      mapping('A', `S${index}`, `C${index}`),
    )
    show({ rows: rowsOf(many) })

    expect(document.querySelectorAll('[role=row]').length).toBeLessThan(40)
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('20001')

    cellAt(1, 1).focus()
    press('End', { ctrlKey: true })

    expect(document.activeElement?.textContent).toBe('S19999')
    expect(document.querySelectorAll('[role=row]').length).toBeLessThan(40)
  })

  for (const extent of ['loading', 'capped'] as const) {
    it(`shows no gap, no conflict, no count and no add while rows are ${extent}`, async () => {
      show({ rows: rowsOf(countries, extent) })

      expect(screen.getByRole('grid').textContent).not.toMatch(/Gap|Conflict|Add/)
      expect(screen.queryByRole('button', { name: /: \d/ })).toBeNull()
      expect(screen.queryByRole('button', { name: 'Add mapping' })).toBeNull()
      expect(
        await screen.findByText(
          extent === 'loading'
            ? 'Loading, 8 of 12: gaps are not shown until all rows are here.'
            : /more than 20,000 mappings/,
        ),
      ).toBeTruthy()
    })
  }

  it('takes filters by marks back up when rows that were missing are there', () => {
    const { rerender } = show()
    fireEvent.click(button('Conflict: 2'))
    rerender(<CompareView {...propsOf(strings, { rows: rowsOf(countries, 'loading') })} />)

    expect(codesShown().length).toBe(5)

    rerender(<CompareView {...propsOf(strings)} />)

    expect(codesShown()).toEqual(['GN', 'GW'])
  })

  it('tells loading, empty, failed and forbidden apart', async () => {
    const { rerender } = show({ rows: { state: 'loading' } })

    expect(screen.getByRole('progressbar', { name: 'Loading the code list' })).toBeTruthy()

    rerender(<CompareView {...propsOf(strings, { rows: rowsOf([]) })} />)

    expect(await screen.findByText('This code list has no mappings in use.')).toBeTruthy()

    const failed = { state: 'error', message: 'SQL timeout' } as const
    const onRefresh = jasmine.createSpy('onRefresh')
    rerender(<CompareView {...propsOf(strings, { rows: failed, onRefresh })} />)
    fireEvent.click(button('Try again'))

    expect(await screen.findByText('The value maps could not be loaded: SQL timeout')).toBeTruthy()
    expect(onRefresh).toHaveBeenCalledTimes(1)

    rerender(<CompareView {...propsOf(strings, { mayRead: false })} />)

    expect(await screen.findByText(/You have no access to value maps/)).toBeTruthy()
    expect(screen.queryByRole('grid')).toBeNull()
  })

  it('exports what is shown, in its order, as a file named after the list', async () => {
    const files: Blob[] = []
    const create = spyOn(URL, 'createObjectURL').and.callFake((file) => {
      files.push(file as Blob)
      return 'blob:spec'
    })
    const revoke = spyOn(URL, 'revokeObjectURL')
    const names: string[] = []
    spyOn(HTMLAnchorElement.prototype, 'click').and.callFake(function (this: HTMLAnchorElement) {
      names.push(this.download)
    })
    show()
    fireEvent.click(button('Conflict: 2'))
    fireEvent.click(button('Export CSV'))

    expect(names).toEqual(['Country.csv'])
    expect(await files[0]?.text()).toBe(
      [
        '"Canonical code","Canonical label","IOC: code","IOC: label","IOC: confidence","IOC: remarks","ISO: code","ISO: label","ISO: confidence","ISO: remarks","Any source: code","Any source: label","Any source: confidence","Any source: remarks"',
        '"GN","Guinea","GBS\nGUI","","1.00\n1.00","Conflict\nSeveral codes","","","","Gap","","","",""',
        '"GW","Guinea-Bissau","GUI","","1.00","Conflict","","","","Gap","","","",""',
        '',
      ].join('\r\n'),
    )

    cleanup()

    expect(create).toHaveBeenCalledTimes(1)
    expect(revoke).toHaveBeenCalledOnceWith('blob:spec')
  })

  it('offers a first value map where there is no code list', () => {
    const onNew = jasmine.createSpy('onNew')
    show({ codeLists: { state: 'lists', names: [] }, codeList: undefined, onNew })
    fireEvent.click(button('New value map'))

    expect(onNew).toHaveBeenCalledTimes(1)
  })

  it('forgets filters with the list they were for', () => {
    const onChooseList = jasmine.createSpy('onChooseList')
    show({ onChooseList })
    fireEvent.click(button('Conflict: 2'))
    fireEvent.click(screen.getByRole('combobox', { name: /^Code list/ }))
    fireEvent.click(screen.getByRole('option', { name: 'Sex' }))

    expect(onChooseList).toHaveBeenCalledOnceWith('Sex')
    expect(codesShown().length).toBe(5)
  })

  it('announces how many codes are left once typing has paused', async () => {
    show()
    fireEvent.click(button('Conflict: 2'))

    await until(() => screen.getByRole('status').textContent.includes('2 of 5 codes shown'))

    expect(screen.getByRole('status').textContent.trim()).toBe('2 of 5 codes shown')
  })
})
