import { dataIntegration } from '../../../solution/app/solutions/index.js'
import { lintPackage } from '../../../solution/emit/lint/index.js'
import { packageFiles, zipOf } from '../../../solution/emit/index.js'
import type {
  ControlBinding,
  CustomControl,
  Solution,
} from '../../../solution/model/solution/index.js'
import { packageFromZip, readSolution } from '../../../solution/read/index.js'

const timeline = 'govcdm_DataIntegration.LedgerTimeline'
const compare = 'govcdm_DataIntegration.ValueMapCompare'

/** A control as pcf-scripts leaves it, as far as the solution looks at it. */
function built(name: string, inputs: string): CustomControl {
  const constructor = name.split('.').at(-1) ?? ''
  const manifest = `<?xml version="1.0" encoding="utf-8"?>
<manifest>
  <control namespace="DataIntegration" constructor="${constructor}" version="1.0.0" control-type="virtual">
    <data-set name="records" display-name-key="Records" />
    ${inputs}
    <resources><code path="bundle.js" order="1" /></resources>
  </control>
</manifest>`
  const text = new TextEncoder()
  return {
    name,
    files: new Map([
      ['ControlManifest.xml', text.encode(manifest)],
      ['bundle.js', text.encode('/* a bundle */')],
    ]),
  }
}

const controls = [
  built(timeline, '<property name="scope" of-type="Enum" usage="input" />'),
  built(compare, ''),
]

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

    expect(scopes).toEqual(['view', 'view', 'view'])
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
