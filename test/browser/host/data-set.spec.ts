import { mountProbe, unmountProbes, until } from './spec-control.js'
import type { MountedProbe } from './spec-control.js'
import {
  countries,
  countryColumn,
  makeStates,
  stateColumn,
  states,
  statesOf,
} from './state-rows.js'

const descending = 1
const [equal, like] = [0, 6] as const

describe('A data set of the host', () => {
  let country: string

  beforeAll(async () => {
    country = await makeStates(
      5,
      (index) => ['Troms', 'Agder', 'Oslo', 'Viken', '50%_off'][index] ?? '',
    )
  })

  afterEach(unmountProbes)

  async function opened(over: Parameters<typeof statesOf>[1] = {}): Promise<MountedProbe> {
    const page = await mountProbe({ dataSets: { rows: statesOf(country, over) } })
    await settled(page)
    return page
  }

  const settled = (page: MountedProbe) => until(() => !page.rows().loading)

  /** Does something that loads, and waits for its answer; a quick one comes without a loading state. */
  async function after(page: MountedProbe, act: () => void): Promise<void> {
    const drawn = page.probe.contexts.length
    act()
    await until(() => page.probe.contexts.length > drawn && !page.rows().loading)
  }

  const names = ({ rows }: MountedProbe) =>
    rows().sortedRecordIds.map((id) => rows().records[id]?.getValue(stateColumn.name))

  it('says that it is loading before its first rows are there', async () => {
    const page = await mountProbe({ dataSets: { rows: statesOf(country) } })
    const first = page.probe.contexts[0]?.parameters.rows as ReturnType<typeof page.rows>

    expect(first.loading).toBeTrue()
    expect(first.sortedRecordIds).toEqual([])
    await settled(page)
    expect(page.context().updatedProperties).toEqual(['dataset', 'rows_dataset'])
  })

  it('names its table, its view and its columns', async () => {
    const { rows } = await opened()

    expect(rows().getTargetEntityType()).toBe(states)
    expect(rows().getTitle()).toBe('Active States')
    expect(rows().getViewId()).toBe('b0000000-0000-4000-8000-000000000001')
    expect(
      rows().columns.map(({ name, displayName, dataType, isPrimary, order, visualSizeFactor }) => [
        name,
        displayName,
        dataType,
        isPrimary,
        order,
        visualSizeFactor,
      ]),
    ).toEqual([
      [stateColumn.abbreviation, 'Abbreviation', 'SingleLine.Text', false, 0, 100],
      [stateColumn.name, 'Name', 'SingleLine.Text', true, 1, 200],
    ])
  })

  it('holds the rows of its record only, a page of them in the order of the view', async () => {
    const page = await opened()

    expect(names(page)).toEqual(['Troms', 'Agder'])
    expect(page.rows().paging.totalResultCount).toBe(5)
    expect(page.rows().paging.hasNextPage).toBeTrue()
    expect(page.rows().paging.hasPreviousPage).toBeFalse()
  })

  it('adds the next page to what it has, or shows it alone', async () => {
    const page = await opened()
    await after(page, () => page.rows().paging.loadNextPage())
    expect(names(page)).toEqual(['Troms', 'Agder', 'Oslo', 'Viken'])
    expect(page.rows().paging.firstPageNumber).toBe(1)
    expect(page.rows().paging.lastPageNumber).toBe(2)

    await after(page, () => page.rows().paging.loadNextPage(true))
    expect(names(page)).toEqual(['50%_off'])
    expect(page.rows().paging.firstPageNumber).toBe(3)
    expect(page.rows().paging.hasNextPage).toBeFalse()

    await after(page, () => page.rows().paging.loadPreviousPage())
    expect(names(page)).toEqual(['Oslo', 'Viken'])
    await after(page, () => page.rows().paging.loadExactPage(3))
    expect(names(page)).toEqual(['50%_off'])
    await after(page, () => page.rows().paging.reset())
    expect(names(page)).toEqual(['Troms', 'Agder'])
  })

  it('asks for nothing beyond the last page and before the first', async () => {
    const page = await opened({ pageSize: 50 })
    const sent = spyOn(window, 'fetch').and.callThrough()
    page.rows().paging.loadNextPage()
    page.rows().paging.loadPreviousPage()

    expect(sent).not.toHaveBeenCalled()
  })

  it('takes another page size at the next load, never more than 5,000', async () => {
    const page = await opened()
    page.rows().paging.setPageSize(4)
    expect(names(page).length).toBe(2)
    await after(page, () => page.rows().refresh())
    expect(names(page).length).toBe(4)
    page.rows().paging.setPageSize(100_000)
    await after(page, () => page.rows().refresh())
    expect(page.rows().paging.pageSize).toBe(5_000)
  })

  it('is sorted on the server by what the control puts into its list', async () => {
    const page = await opened({ pageSize: 3 })
    page.rows().sorting.push({ name: stateColumn.name, sortDirection: descending })
    await after(page, () => page.rows().refresh())

    expect(names(page)).toEqual(['Viken', 'Troms', 'Oslo'])
    expect(page.rows().sorting).toEqual([{ name: stateColumn.name, sortDirection: descending }])
  })

  it('is filtered on the server from the next load on, with wildcards taken as text in brackets', async () => {
    const page = await opened()
    const { filtering } = page.rows()
    filtering.setFilter({
      filterOperator: 1,
      conditions: [
        { attributeName: stateColumn.name, conditionOperator: like, value: '%0[%][_]o%' },
        { attributeName: stateColumn.name, conditionOperator: equal, value: 'Oslo' },
      ],
    })
    expect(names(page)).toEqual(['Troms', 'Agder'])
    await after(page, () => page.rows().refresh())
    expect(names(page)).toEqual(['Oslo', '50%_off'])
    expect(page.rows().filtering.getFilter().conditions.length).toBe(2)

    page.rows().filtering.clearFilter()
    await after(page, () => page.rows().refresh())
    expect(page.rows().paging.totalResultCount).toBe(5)
  })

  it('nests filters, and takes hostile values as text', async () => {
    const page = await opened({ pageSize: 50 })
    page.rows().filtering.setFilter({
      filterOperator: 0,
      conditions: [
        {
          attributeName: stateColumn.name,
          conditionOperator: 8,
          value: ['Oslo', 'Viken', `"/><condition attribute='x' operator="null"/>`],
        },
      ],
      filters: [
        {
          filterOperator: 1,
          conditions: [
            { attributeName: stateColumn.abbreviation, conditionOperator: equal, value: 'X-2' },
            { attributeName: stateColumn.abbreviation, conditionOperator: 12, value: '' },
          ],
        },
      ],
    })
    await after(page, () => page.rows().refresh())

    expect(names(page)).toEqual(['Oslo'])
  })

  it('refuses a filter that it cannot send, aloud', async () => {
    const page = await opened()
    page.rows().filtering.setFilter({
      filterOperator: 0,
      conditions: [{ attributeName: stateColumn.name, conditionOperator: -1, value: '' }],
    })
    await after(page, () => page.rows().refresh())

    expect(page.rows().error).toBeTrue()
    expect(page.rows().errorMessage).toContain('condition -1')
  })

  it('hands on what the platform refuses, and recovers', async () => {
    const page = await opened()
    page.rows().sorting.push({ name: 'nothing', sortDirection: 0 })
    await after(page, () => page.rows().refresh())
    expect(page.rows().error).toBeTrue()
    expect(page.rows().errorMessage).toContain('nothing')

    page.rows().sorting.pop()
    await after(page, () => page.rows().refresh())
    expect(page.rows().error).toBeFalse()
    expect(names(page)).toEqual(['Troms', 'Agder'])
  })

  it('has the value of a column that the control added only after a refresh', async () => {
    const page = await opened({ columns: [{ name: stateColumn.abbreviation, width: 100 }] })
    page.rows().addColumn?.(stateColumn.country)
    page.rows().addColumn?.(stateColumn.country)
    const [id = ''] = page.rows().sortedRecordIds
    expect(page.rows().records[id]?.getValue(stateColumn.country)).toBeNull()

    await after(page, () => page.rows().refresh())
    const value = page.rows().records[id]?.getValue(stateColumn.country)
    expect(value as object).toEqual({ id: { guid: country }, etn: countries, name: 'Norway' })
    expect(page.rows().records[id]?.getFormattedValue(stateColumn.country)).toBe('Norway')
    const added = page.rows().columns.filter(({ name }) => name === stateColumn.country)
    expect(added.map(({ isHidden, order }) => [isHidden, order])).toEqual([[true, -1]])
  })

  it('reads columns of a table that the control links to, and filters by them', async () => {
    const page = await opened()
    page.rows().linking.addLinkedEntity({
      name: countries,
      from: countryColumn.id,
      to: stateColumn.country,
      linkType: 'inner',
      alias: 'land',
    })
    page.rows().addColumn?.(countryColumn.name, 'land')
    await after(page, () => page.rows().refresh())
    const [id = ''] = page.rows().sortedRecordIds
    expect(page.rows().records[id]?.getValue(`land.${countryColumn.name}`)).toBe('Norway')

    page.rows().filtering.setFilter({
      filterOperator: 0,
      conditions: [
        {
          attributeName: countryColumn.name,
          entityAliasName: 'land',
          conditionOperator: equal,
          value: 'Sweden',
        },
      ],
    })
    await after(page, () => page.rows().refresh())
    expect(page.rows().paging.totalResultCount).toBe(0)
    expect(page.rows().linking.getLinkedEntities().length).toBe(1)
  })

  it('keeps what the control selects, as long as those rows are there', async () => {
    const page = await opened()
    const [first = '', second = ''] = page.rows().sortedRecordIds
    page.rows().setSelectedRecordIds([first, second])
    const drawn = page.probe.contexts.length
    expect(page.rows().getSelectedRecordIds()).toEqual([first, second])
    await until(() => page.probe.contexts.length > drawn)

    await after(page, () => page.rows().paging.loadExactPage(2))
    expect(page.rows().getSelectedRecordIds()).toEqual([])
    page.rows().setSelectedRecordIds(page.rows().sortedRecordIds)
    page.rows().clearSelectedRecordIds()
    expect(page.rows().getSelectedRecordIds()).toEqual([])
  })

  it('opens the form of a row, and names each row', async () => {
    const { log, rows } = await opened()
    const [id = ''] = rows().sortedRecordIds
    const reference = rows().records[id]?.getNamedReference()
    expect(reference as object).toEqual({ id: { guid: id }, etn: states, name: 'Troms' })
    if (reference) rows().openDatasetItem(reference)

    expect(log.opened).toEqual([{ entityName: states, entityId: id }])
  })

  it('drops an answer that a newer request has overtaken', async () => {
    const page = await opened()
    await after(page, () => {
      page.rows().paging.loadNextPage()
      page.rows().paging.loadExactPage(3)
    })

    expect(names(page)).toEqual(['50%_off'])
  })

  it('loads anew when the page gives it another record, and not for the same one', async () => {
    const page = await opened()
    const other = await makeStates(1, () => 'Lone')
    await after(page, () => page.mounted.update({ dataSets: { rows: statesOf(other) } }))
    expect(names(page)).toEqual(['Lone'])

    const sent = spyOn(window, 'fetch').and.callThrough()
    page.mounted.update({ dataSets: { rows: statesOf(other) } })
    expect(sent).not.toHaveBeenCalled()
  })

  it('counts up to 5,000 and tells no number beyond', async () => {
    const many = await makeStates(5_001)
    const page = await mountProbe({ dataSets: { rows: statesOf(many, { pageSize: 50 }) } })
    await settled(page)

    expect(page.rows().paging.totalResultCount).toBe(-1)
    expect(page.rows().paging.hasNextPage).toBeTrue()
    expect(page.rows().sortedRecordIds.length).toBe(50)
  })

  it('is refused at once where its table is not there', async () => {
    await expectAsync(
      mountProbe({ dataSets: { rows: statesOf(country, { table: 'nothing' }) } }),
    ).toBeRejectedWithError(/nothing/)
  })
})
