import type { Column, Table } from '../../../solution/model/index.js'
import { systemColumns } from '../../../solution/model/solution/builders/index.js'
import { viewType } from '../../../solution/model/solution/index.js'
import type { FetchFilter, View } from '../../../solution/model/solution/index.js'
import { main } from './all-solutions.js'

const namesOf = (table: Table): ReadonlySet<string> =>
  new Set([
    table.primaryId,
    ...Object.values<Column>(table.columns).map(({ logicalName }) => logicalName),
    ...Object.values(systemColumns).map(({ logicalName }) => logicalName),
  ])

const conditionsOf = ({ conditions, filters }: FetchFilter): readonly string[] => [
  ...conditions.map(({ attribute }) => attribute),
  ...filters.flatMap(conditionsOf),
]

function columnsOf({ fetch, layout }: View): readonly string[] {
  const { attributes, orders, filters } = fetch.entity
  return [
    ...attributes.map(({ name }) => name),
    ...orders.flatMap(({ attribute }) => attribute ?? []),
    ...filters.flatMap(conditionsOf),
    ...(layout?.columns.map(({ name }) => name) ?? []),
    ...(layout ? [layout.jump, layout.rowId] : []),
  ]
}

describe('views', () => {
  for (const { table, views } of main.tables) {
    describe(`of ${table.label}`, () => {
      it('show, filter and sort by columns of the table only', () => {
        const names = namesOf(table)
        for (const view of views) {
          expect(view.fetch.entity.name).toBe(table.logicalName)
          expect(columnsOf(view).filter((name) => !names.has(name)))
            .withContext(view.name)
            .toEqual([])
        }
      })

      it('fetch each column that they show, once', () => {
        for (const { name, fetch, layout } of views) {
          const fetched = fetch.entity.attributes.map((attribute) => attribute.name)
          expect(new Set(fetched).size).withContext(name).toBe(fetched.length)
          for (const column of layout?.columns ?? []) expect(fetched).toContain(column.name)
        }
      })

      it('are of each type that the platform gives a table, with one default a type', () => {
        for (const type of Object.values(viewType)) {
          const defaults = views.filter((view) => view.type === type && view.isDefault)
          expect(defaults.length)
            .withContext(`type ${String(type)}`)
            .toBe(1)
        }
      })

      it('have names of their own, and an Active and an Inactive one', () => {
        const names = views.map(({ name }) => name)

        expect(new Set(names).size).toBe(names.length)
        expect(names).toContain(`Active ${table.pluralLabel}`)
        expect(names).toContain(`Inactive ${table.pluralLabel}`)
      })

      it('search active rows by name and more in Quick Find', () => {
        const quickFind = views.find(({ type }) => type === viewType.quickFind)
        const [active, search, ...more] = quickFind?.fetch.entity.filters ?? []

        expect(active?.conditions.map(({ attribute }) => attribute)).toEqual(['statecode'])
        expect(search?.quickFind).toBeTrue()
        expect(search?.type).toBe('or')
        expect(search?.conditions[0]?.attribute).toBe(table.primaryName)
        expect(search?.conditions.length).toBeGreaterThan(1)
        for (const { operator, values } of search?.conditions ?? []) {
          expect([operator, ...values]).toEqual(['like', '{0}'])
        }
        expect(more).toEqual([])
      })
    })
  }

  it('are there for stewards, each on the table it is about', () => {
    const stewards = main.tables.flatMap(({ table, views }) =>
      views
        .filter(({ canBeDeleted, type }) => canBeDeleted && type === viewType.public)
        .map(({ name }) => `${table.pluralLabel}: ${name}`),
    )

    expect(stewards).toEqual([
      'Integration Identifiers: Identifiers by Source',
      'Integration Value Maps: Compare Source Systems',
      'Integration Sync Jobs: Jobs Today',
      'Integration Sync Jobs: Values Offered to Sources',
      'Integration Sync Jobs: Jobs of the Last 30 Days',
      'Integration Sync Items: Held Items',
      'Integration Sync Items: Failed Items',
      'Integration Sync Items: Unmapped Codes',
      'Integration Ledgers: Pending Certification',
      'Integration Ledgers: Certified',
      'Integration Ledgers: Stale',
      'Integration Ledgers: Changed Outside',
      'Integration Ledgers: Held Values',
      'Integration Ledgers: Provenance Timeline',
    ])
  })
})
