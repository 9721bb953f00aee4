import type { Column } from '../../../solution/model/index.js'
import { systemColumns } from '../../../solution/model/solution/builders/index.js'
import { main } from './all-solutions.js'

describe('charts', () => {
  for (const { table, charts } of main.tables) {
    const names = new Set([
      table.primaryId,
      ...[...Object.values<Column>(table.columns), ...Object.values(systemColumns)].map(
        ({ logicalName }) => logicalName,
      ),
    ])
    for (const { name, fetch, categories, presentation } of charts) {
      const { entity } = fetch

      it(`${name} aggregates columns of ${table.label}`, () => {
        const used = [
          ...entity.attributes.map((one) => one.name),
          ...entity.filters.flatMap(({ conditions }) => conditions.map((one) => one.attribute)),
        ]
        expect(entity.name).toBe(table.logicalName)
        expect(fetch.settings['aggregate']).toBe('true')
        expect(used.filter((one) => !names.has(one))).toEqual([])
      })

      it(`${name} takes only the rows of recent days`, () => {
        const [filter] = entity.filters
        const windows = filter?.conditions.filter(({ operator }) => operator === 'last-x-days')

        expect(filter?.type).toBe('and')
        expect(windows?.length).toBe(1)
        expect(Number(windows?.[0]?.values[0])).toBeLessThanOrEqual(90)
      })

      it(`${name} draws what it fetches`, () => {
        const aliases = entity.attributes.map(({ alias }) => alias)
        const drawn = categories.flatMap(({ alias, measures }) => [alias, ...measures.flat()])
        const [series] = presentation.children

        expect(aliases).toEqual(drawn)
        expect(series?.children.length).toBe(categories[0]?.measures.length ?? 0)
        for (const { alias } of entity.orders) expect(aliases).toContain(alias)
      })
    }
  }

  it('stand on a dashboard of at most six tiles, each over a view of its own table', () => {
    const [dashboard] = main.dashboards
    const tiles =
      dashboard?.tabs.flatMap(({ sections }) => sections.flatMap((section) => section.tiles)) ?? []
    const charts = main.tables.flatMap((component) => component.charts)

    expect(tiles.length).toBe(6)
    expect(new Set(tiles.map(({ controlId }) => controlId)).size).toBe(6)
    expect(tiles.flatMap(({ chartId }) => chartId ?? []).sort()).toEqual(
      charts.map(({ id }) => id).sort(),
    )
    for (const { table, viewId, chartId } of tiles) {
      const component = main.tables.find((one) => one.table.logicalName === table)
      expect(component?.views.some(({ id }) => id === viewId)).toBeTrue()
      if (chartId !== undefined) {
        expect(component?.charts.some(({ id }) => id === chartId)).toBeTrue()
      }
    }
  })
})
