import { dataIntegration, dataIntegrationExample } from '../../../solution/app/solutions/index.js'
import { lintPackage } from '../../../solution/emit/lint/index.js'
import { packageFiles, zipOf } from '../../../solution/emit/index.js'
import type { ControlBinding, Solution } from '../../../solution/model/solution/index.js'
import { packageFromZip, readSolution } from '../../../solution/read/index.js'
import { badge, boundControls as controls, compare, timeline } from './bound-controls.js'

/** Where a solution shows which control: by the name of the view, or of the form and its control. */
function bindingsOf(solution: Solution): ReadonlyMap<string, ControlBinding> {
  const found = new Map<string, ControlBinding>()
  for (const { table, forms, views } of solution.tables) {
    for (const { name, layout } of views) {
      if (layout?.binding) found.set(`${table.label}, view ${name}`, layout.binding)
    }
    for (const { type, tabs } of forms) {
      const cells = tabs
        .flatMap(({ columns }) => columns)
        .flatMap(({ sections }) => sections)
        .flatMap(({ rows }) => rows)
        .flatMap((row) => row.cells)
      for (const { control } of cells) {
        if (control?.binding) found.set(`${table.label}, ${type} ${control.id}`, control.binding)
      }
    }
  }
  return found
}

describe('The controls in the solution', () => {
  const bound = dataIntegration({ controls })

  it('show the ledger as a timeline and the value maps side by side, in views and forms of their own', () => {
    const shown = [...bindingsOf(bound)].map(([place, { control }]) => `${place}: ${control}`)

    expect(new Set(shown)).toEqual(
      new Set([
        `Integration Ledger, view Provenance Timeline: ${timeline}`,
        `Integration Ledger, view Held Values: ${timeline}`,
        `Integration Value Map, view Compare Source Systems: ${compare}`,
        `Integration Sync Job, main subgrid_ledger_entries: ${timeline}`,
        `Integration Sync Item, main subgrid_ledger_entries: ${timeline}`,
      ]),
    )
  })

  it('show what a job or item has in its subgrid, not what the ledger knows of a record', () => {
    const scopes = [...bindingsOf(bound).values()]
      .filter(({ control }) => control === timeline)
      .map(({ inputs }) => inputs?.['scope']?.value)

    expect(scopes).toEqual(['view', 'view', 'view', 'view'])
  })

  it('are packed without a finding, and read back as they were bound', () => {
    const zip = zipOf(packageFiles(bound, { managed: true }))
    const read = packageFromZip(zip, 'bound.zip')

    expect(lintPackage(read)).toEqual([])
    expect(bindingsOf(readSolution(read))).toEqual(bindingsOf(bound))
  })

  it('leave stock grids where they were not built', () => {
    const stock = dataIntegration({ controls: [] })
    const views = (solution: Solution) =>
      solution.tables.flatMap((table) => table.views.map(({ name }) => name))

    expect(bindingsOf(stock).size).toBe(0)
    expect(views(stock)).toEqual(views(bound))
  })
})

describe('The controls in the example solution', () => {
  const example = dataIntegrationExample({ controls })
  const dependencies = example.requires.map(({ required, dependent }) => [
    required.type,
    required.schemaName ?? required.displayName,
    required.solution.split(' ')[0],
    dependent.parentSchemaName ?? dependent.schemaName,
  ])

  it("show a record's timeline and badges on the columns of countries and states", () => {
    const shown = [...bindingsOf(example)].map(([place, { control }]) => `${place}: ${control}`)

    expect(new Set(shown)).toEqual(
      new Set([
        `Country, main govcdm_name: ${badge}`,
        `Country, main govcdm_abbreviation: ${badge}`,
        `Country, main subgrid_provenance: ${timeline}`,
        `State or Province, main govcdm_name: ${badge}`,
        `State or Province, main govcdm_name1: ${badge}`,
        `State or Province, main govcdm_abbreviation: ${badge}`,
        `State or Province, main subgrid_provenance: ${timeline}`,
      ]),
    )
  })

  it("narrow the timeline to the form's record, and tell the badge of the lookup which column it is about", () => {
    const bindings = bindingsOf(example)
    const inputs = (place: string) => bindings.get(place)?.inputs

    expect(inputs('Country, main subgrid_provenance')?.['scope']?.value).toBe('record')
    expect(inputs('State or Province, main govcdm_name')?.['display']?.value).toBe('beside')
    expect(inputs('State or Province, main govcdm_name1')).toEqual({
      display: { type: 'Enum', value: 'alone' },
      column: { type: 'SingleLine.Text', value: 'govcdm_country' },
    })
  })

  it('name what of the main solution they need: the controls, the view and the table', () => {
    const main = 'govcdm_dataintegrationworkbench'
    for (const table of ['govcdm_country', 'govcdm_stateorprovince']) {
      for (const needed of [
        ['66', timeline],
        ['66', badge],
        ['26', 'Provenance Timeline'],
        ['1', 'govcdm_integrationledger'],
      ]) {
        expect(dependencies).toContain([...needed, main, table])
      }
    }
  })

  for (const managed of [true, false]) {
    it(`are packed without a finding and read back as bound, ${managed ? '' : 'un'}managed`, () => {
      const read = packageFromZip(zipOf(packageFiles(example, { managed })), 'example.zip')

      expect(lintPackage(read)).toEqual([])
      expect(bindingsOf(readSolution(read))).toEqual(bindingsOf(example))
    })
  }

  it('leave stock fields and no foreign entries where they were not built', () => {
    const stock = dataIntegrationExample({ controls: [] })

    expect(bindingsOf(stock).size).toBe(0)
    expect(JSON.stringify(stock.tables)).not.toContain('subgrid')
    expect(stock.requires.some(({ required }) => required.type === '66')).toBe(false)
    expect(lintPackage(packageFromZip(zipOf(packageFiles(stock, { managed: true })), 'x'))).toEqual(
      [],
    )
  })
})
