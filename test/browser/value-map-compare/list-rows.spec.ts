import { CodeListRows } from '../../../controls/ValueMapCompare/data/list-rows.js'
import { mapTable } from '../../../controls/ValueMapCompare/data/map-columns.js'
import { mapping } from './mappings.js'
import { ScriptedDataSet } from './scripted-data-set.js'

const updated = ['dataset', 'records_dataset']

function opened(dataSet: ScriptedDataSet, list = 'Country'): CodeListRows {
  const rows = new CodeListRows('records')
  rows.choose(list)
  rows.take(dataSet.view(), [])
  return rows
}

const rowsOf = (count: number, start = 0) =>
  Array.from({ length: count }, (_, index) => mapping('IOC', `S${start + index}`, 'NO'))

describe('The rows of a code list', () => {
  it('are asked for on the server: the list and rows in use only, in the largest pages', () => {
    const dataSet = new ScriptedDataSet()
    opened(dataSet)

    expect(dataSet.refreshes).toBe(1)
    expect(dataSet.pageSize).toBe(5_000)
    expect(dataSet.filter?.conditions).toEqual([
      { attributeName: mapTable.codeList, conditionOperator: 0, value: 'Country' },
      { attributeName: mapTable.state, conditionOperator: 0, value: '0' },
    ])
  })

  it('come with the columns that the view lacks', () => {
    const dataSet = new ScriptedDataSet([mapTable.codeList, mapTable.sourceCode])
    opened(dataSet)

    expect(dataSet.added).toContain(mapTable.confidence)
    expect(dataSet.added).not.toContain(mapTable.sourceCode)
  })

  it('are not those that the data set held before it was narrowed', () => {
    const dataSet = new ScriptedDataSet()
    dataSet.rows = rowsOf(3)
    const rows = opened(dataSet)
    rows.take(dataSet.view(), ['layout'])

    expect(rows.state).toEqual({ state: 'loading' })
  })

  it('are complete when the last page is there', () => {
    const dataSet = new ScriptedDataSet()
    const rows = opened(dataSet)
    dataSet.rows = rowsOf(3)
    rows.take(dataSet.view(), updated)

    expect(rows.state).toEqual(
      jasmine.objectContaining({ state: 'rows', loaded: 3, extent: 'complete' }),
    )
  })

  it('are asked for page by page, each page once, and say how many there are', () => {
    const dataSet = new ScriptedDataSet()
    const rows = opened(dataSet)
    Object.assign(dataSet, { rows: rowsOf(5), hasNextPage: true, total: 8 })
    rows.take(dataSet.view(), updated)
    rows.take(dataSet.view(), updated)

    expect(dataSet.nextPages).toBe(1)
    expect(rows.state).toEqual(
      jasmine.objectContaining({
        loaded: 5,
        total: { kind: 'exactly', count: 8 },
        extent: 'loading',
      }),
    )

    Object.assign(dataSet, { rows: rowsOf(8), hasNextPage: false })
    rows.take(dataSet.view(), updated)

    expect(rows.state).toEqual(jasmine.objectContaining({ loaded: 8, extent: 'complete' }))
  })

  it('add up where the platform hands out only the new page', () => {
    const dataSet = new ScriptedDataSet()
    const rows = opened(dataSet)
    Object.assign(dataSet, { rows: rowsOf(5), hasNextPage: true })
    rows.take(dataSet.view(), updated)
    Object.assign(dataSet, { rows: rowsOf(2, 5), hasNextPage: false, firstPageNumber: 2 })
    rows.take(dataSet.view(), updated)

    expect(rows.state).toEqual(jasmine.objectContaining({ loaded: 7, extent: 'complete' }))
  })

  it('stop at 20,000 and say that there are more', () => {
    const dataSet = new ScriptedDataSet()
    const rows = opened(dataSet)
    Object.assign(dataSet, { rows: rowsOf(20_000), hasNextPage: true, total: -1 })
    rows.take(dataSet.view(), updated)

    expect(dataSet.nextPages).toBe(0)
    expect(rows.state).toEqual(jasmine.objectContaining({ loaded: 20_000, extent: 'capped' }))
  })

  it('are not those of a list that differs in case only', () => {
    const dataSet = new ScriptedDataSet()
    const rows = opened(dataSet)
    const other = mapping('IOC', 'X', 'NO', { codeList: 'COUNTRY' })
    dataSet.rows = [other, ...rowsOf(1)]
    rows.take(dataSet.view(), updated)

    expect(rows.state.state === 'rows' && rows.state.mappings.length).toBe(1)
  })

  it('are an error with the words of the platform, and no access where it says so', () => {
    const dataSet = new ScriptedDataSet()
    const rows = opened(dataSet)
    dataSet.error = 'SQL timeout'
    rows.take(dataSet.view(), updated)

    expect(rows.state).toEqual({ state: 'error', message: 'SQL timeout' })

    dataSet.error = '0x80040220: SecLib::AccessCheckEx failed'
    rows.take(dataSet.view(), updated)

    expect(rows.state).toEqual({ state: 'noAccess' })
  })

  it('are asked for anew when the view is another', () => {
    const dataSet = new ScriptedDataSet()
    const rows = opened(dataSet)
    rows.take(dataSet.view(), updated)
    dataSet.viewId = 'other'
    rows.take(dataSet.view(), updated)

    expect(dataSet.refreshes).toBe(2)
    expect(rows.state).toEqual({ state: 'loading' })
  })

  it('show what was written here until they are read anew', () => {
    const dataSet = new ScriptedDataSet()
    const rows = opened(dataSet)
    const [first = mapping('', '', '')] = rowsOf(1)
    dataSet.rows = [first]
    rows.take(dataSet.view(), updated)
    rows.put({ ...first, sourceLabel: 'Norway' })
    rows.put(mapping('ISO', 'NOR', 'NO'))

    expect(rows.state.state === 'rows' && rows.state.mappings).toEqual([
      { ...first, sourceLabel: 'Norway' },
      mapping('ISO', 'NOR', 'NO'),
    ])

    rows.refresh()
    rows.take(dataSet.view(), updated)

    expect(rows.state.state === 'rows' && rows.state.mappings).toEqual([first])
  })
})
