import fc from 'fast-check'

import { createLocalApp } from '../../../../solution/local/app/server/index.js'
import type { LocalAppOptions } from '../../../../solution/local/app/server/index.js'
import type { AppDefinition } from '../../../../solution/local/app/shape.js'
import { emptySolution } from '../../../../solution/model/solution/index.js'
import type {
  CustomControl,
  Solution,
  TableComponent,
} from '../../../../solution/model/solution/index.js'
import { dataIntegration } from '../../../../solution/app/solutions/index.js'
import { publisher } from '../../../../solution/app/publisher.js'
import { integrationLedger, localTables } from '../../../../solution/tables/index.js'
import { boundControls, timeline } from '../../app/bound-controls.js'

const own = 'govcdm_DataIntegration'
const encode = (text: string) => new TextEncoder().encode(text)

/** A control as a package of somebody else carries it. */
function foreign(name: string, type: string, libraries = ''): CustomControl {
  const [, constructor = ''] = name.split('.')
  const manifest = `<manifest><control namespace="X" constructor="${constructor}" control-type="${type}">
    <resources><code path="bundle.js" order="1" />${libraries}</resources></control></manifest>`
  return {
    name,
    files: new Map([
      ['ControlManifest.xml', encode(manifest)],
      ['bundle.js', encode('register()')],
      ['img/page.html', encode('<script>alert(1)</script>')],
    ]),
  }
}

const solutionWith = (...customControls: readonly CustomControl[]): Solution => ({
  ...emptySolution,
  uniqueName: 'theirs',
  label: 'Theirs',
  description: '',
  version: '1.0.0.0',
  publisher,
  customControls,
})

function appWith(
  solutions: readonly Solution[],
  controls: readonly CustomControl[] = boundControls,
  isBuilding = false,
) {
  const options: LocalAppOptions = {
    tables: localTables,
    solutions,
    client: {
      current: () => Promise.resolve({ state: 'ready', stamp: 'a', script: 'start()' }),
    },
    controls: {
      current: () => Promise.resolve(controls),
      isBuilding: () => isBuilding,
      prepare: () => Promise.resolve(),
    },
  }
  const app = createLocalApp(options)
  const definition = async () => {
    const { body = '' } = (await app.answer('/app/definition.json')) ?? {}
    return JSON.parse(String(body)) as AppDefinition
  }
  return { app, definition }
}

const timelineView = ({ tables }: AppDefinition) =>
  tables[integrationLedger.logicalName]?.views.find(({ binding }) => binding?.control === timeline)

describe('controls in the local app', () => {
  it('are served with the files of their build, and named by the views that they show', async () => {
    const { app, definition } = appWith([])
    const described = await definition()
    expect(Object.keys(described.controls).sort()).toEqual(boundControls.map((c) => c.name).sort())
    const folder = described.controls[timeline]?.folder ?? ''
    expect(folder).toBe(`/app/controls/${own}.LedgerTimeline/`)
    const file = await app.answer(`${folder}ControlManifest.xml`)
    expect(file?.headers['content-type']).toContain('text/xml')
    expect(Buffer.from(file?.body ?? '').toString()).toContain('constructor="LedgerTimeline"')
    const script = await app.answer(`${folder}bundle.js`)
    expect(script?.headers['content-type']).toContain('text/javascript')
    expect(script?.headers['x-content-type-options']).toBe('nosniff')
    const view = timelineView(described)
    expect(view?.fetchXml).toContain(integrationLedger.logicalName)
    expect(view?.columns.length).toBeGreaterThan(0)
    expect(view?.binding?.dataSet?.name).toBe('records')
  })

  it('are not there where they were not built: no view and no form names one', async () => {
    const { definition } = appWith([], [])
    const described = await definition()
    expect(described.controls).toEqual({})
    expect(timelineView(described)).toBeUndefined()
    expect(JSON.stringify(described)).not.toContain(`${own}.`)
  })

  it('come from a package that carries them, as that package has them', async () => {
    const carried = foreign('x_X.Cards', 'virtual')
    const ledger = dataIntegration({ controls: [] }).tables.find(
      ({ table }) => table.logicalName === integrationLedger.logicalName,
    )
    if (!ledger) throw new Error('The main solution has no ledger.')
    const grid: TableComponent = {
      ...ledger,
      include: 'listed',
      defaultControl: { control: carried.name, dataSet: { name: 'rows' } },
    }
    const { app, definition } = appWith([{ ...solutionWith(carried), tables: [grid] }], [])
    const { controls, tables } = await definition()
    expect(Object.keys(controls)).toEqual(['x_X.Cards'])
    const shown = tables[integrationLedger.logicalName]?.views ?? []
    expect(new Set(shown.map(({ binding }) => binding?.control))).toEqual(new Set([carried.name]))
    const bundle = await app.answer('/app/controls/x_X.Cards/bundle.js')
    expect(Buffer.from(bundle?.body ?? '').toString()).toBe('register()')
  })

  it('are those that the page can run: others leave a stock grid', async () => {
    const library = (name: string, version: string) =>
      `<platform-library name="${name}" version="${version}" />`
    const { definition } = appWith(
      [
        solutionWith(
          foreign('x_X.Standard', 'standard'),
          foreign('x_X.NewReact', 'virtual', library('React', '18.2.0')),
          foreign('x_X.NewFluent', 'virtual', library('Fluent', '9.46.2')),
          foreign('x_X.OldFluent', 'virtual', library('Fluent', '8.29.0')),
          foreign('x_X.Fits', 'virtual', library('React', '16.8.6') + library('Fluent', '8.29.1')),
          { name: 'x_X.Broken', files: new Map([['ControlManifest.xml', encode('<manifest')]]) },
          { name: 'x_X.Empty', files: new Map() },
        ),
      ],
      [],
    )
    expect(Object.keys((await definition()).controls)).toEqual(['x_X.Fits'])
  })

  it('hand out nothing that a browser would run as a page', async () => {
    const { app } = appWith([solutionWith(foreign('x_X.Cards', 'virtual'))], [])
    const page = await app.answer('/app/controls/x_X.Cards/img/page.html')
    expect(page?.headers['content-type']).toContain('text/plain')
  })

  it('have no file at any other path', async () => {
    const { app } = appWith([])
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string(), { maxLength: 4 }), async (segments) => {
        const path = ['', 'app', 'controls', ...segments.map(encodeURIComponent)].join('/')
        expect(await app.answer(path)).toBeNull()
      }),
    )
    for (const path of ['%E0%A4%A', `${timeline}/../../x`, `${timeline}/`, timeline]) {
      expect(await app.answer(`/app/controls/${path}`)).toBeNull()
    }
  })

  it('are waited for: the page opens once they are built', async () => {
    const { app } = appWith([], [], true)
    expect((await app.answer('/app/'))?.body).toContain('Preparing the app')
  })
})
