import { fireEvent, screen, within } from '@testing-library/react'

import type { AppDefinition, TablePart } from '../../../solution/local/app/shape.js'
import type { ControlBinding } from '../../../solution/model/solution/control-binding.js'
import {
  country,
  integrationLedger,
  integrationSyncJob,
  integrationValueMap,
} from '../../../solution/tables/index.js'
import { ledgerRow, makeEntry } from '../ledger-timeline/ledger-rows.js'
import { brokenRules, create, hideApp, readDefinition, showApp, until } from './app-page.js'
import { probeLog, probeName, provideProbe, removeProbe, withProbe } from './probe-control.js'
import { press, readRow, showRecord } from './record-page.js'

const ledger = integrationLedger.columns
const map = integrationValueMap.columns
const list = 'App Controls Spec'

const newMap = (name: string) =>
  create(integrationValueMap.entitySetName, {
    [map.name.logicalName]: name,
    [map.codeList.logicalName]: list,
    [map.sourceCode.logicalName]: name,
    [map.canonicalCodeValue.logicalName]: 'X',
    [map.sourceLabel.logicalName]: 'Norway',
  })

describe('the built controls in the local app', () => {
  let definition: AppDefinition

  beforeAll(async () => {
    definition = await readDefinition()
  })

  afterEach(hideApp)

  const viewOf = (table: string, control: string) => {
    const view = definition.tables[table]?.views.find((one) =>
      one.binding?.control.endsWith(control),
    )
    return `#/any/table/${table}?view=${view?.id ?? ''}`
  }

  it('show the ledger as a timeline in its view, without a rule of accessibility broken', async () => {
    const observedDateTime = new Date(Date.now() + 86_400_000).toISOString()
    await makeEntry(
      ledgerRow(crypto.randomUUID(), { value: 'Norge (timeline view)', observedDateTime }),
    )
    showApp(viewOf(integrationLedger.logicalName, 'LedgerTimeline'))
    await screen.findByText('Norge (timeline view)')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(
      /Provenance Timeline|Held Values/,
    )
    expect(screen.queryByRole('navigation', { name: 'Pages' })).toBeNull()
    expect(await brokenRules()).toEqual([])
  })

  it('show value maps side by side in the view that the site map opens', async () => {
    await newMap('SIDE-1')
    showApp(viewOf(integrationValueMap.logicalName, 'ValueMapCompare'))
    await screen.findByRole('grid')
    expect(await brokenRules()).toEqual([])
  })

  it("show a job's own entries in the subgrid of its form", async () => {
    const job = (name: string) =>
      create(integrationSyncJob.entitySetName, {
        [integrationSyncJob.columns.name.logicalName]: name,
      })
    const entry = async (jobId: string, value: string) =>
      makeEntry({
        ...ledgerRow(crypto.randomUUID(), { value }),
        [`${ledger.integrationSyncJob.schemaName}@odata.bind`]: `/${integrationSyncJob.entitySetName}(${jobId})`,
      })
    const mine = await job('CONTROLS-JOB-1')
    await entry(mine, 'Value of mine')
    await entry(await job('CONTROLS-JOB-2'), 'Value of another')
    await showRecord(integrationSyncJob.logicalName, mine, 'CONTROLS-JOB-1')
    fireEvent.click(screen.getByRole('tab', { name: /Ledger/ }))
    await screen.findByText('Value of mine')
    expect(screen.queryByText('Value of another')).toBeNull()
    expect(await brokenRules()).toEqual([])
  })

  it("narrow the ledger to the form's record where it points at records by their id in text", async () => {
    const { name, abbreviation } = country.columns
    const norway = await create(country.entitySetName, {
      [name.logicalName]: 'Norway (controls)',
      [abbreviation.logicalName]: 'NO',
    })
    await makeEntry(ledgerRow(norway, { value: 'Entry of Norway' }))
    await makeEntry(ledgerRow(crypto.randomUUID(), { value: 'Entry of Sweden' }))
    await showRecord(country.logicalName, norway, 'Norway (controls)')
    const provenance = screen.getByRole('region', { name: 'Provenance' })
    await within(provenance).findByText('Entry of Norway')
    expect(screen.queryByText('Entry of Sweden')).toBeNull()
    expect(await brokenRules()).toEqual([])
  })
})

describe('a control in the local app', () => {
  const field: ControlBinding = {
    control: probeName,
    columns: { value: map.sourceLabel.logicalName },
  }
  const rows: ControlBinding = { control: probeName, dataSet: { name: 'rows' } }
  const { logicalName, entitySetName } = integrationValueMap
  let definition: AppDefinition
  let id: string

  beforeAll(async () => {
    definition = await readDefinition()
  })

  beforeEach(async () => {
    await provideProbe()
    id = await newMap(`PROBE-${crypto.randomUUID()}`)
  })

  afterEach(async () => {
    await hideApp()
    removeProbe()
  })

  /** The app with the value maps' table as changed. */
  const appWith = (change: (table: TablePart) => TablePart) => {
    const table = definition.tables[logicalName]
    if (!table) throw new Error(`${logicalName} is not hosted.`)
    const tables = { ...definition.tables, [logicalName]: change(table) }
    return { definitionUrl: withProbe({ ...definition, tables }) }
  }
  const inViews = () =>
    appWith((table) => ({
      ...table,
      views: table.views.map((view) => ({ ...view, binding: rows })),
    }))
  /** Bound in the place of the Source Label field, wherever a form has it. */
  const inForms = () =>
    appWith((table) => ({
      ...table,
      forms: JSON.parse(JSON.stringify(table.forms), (_key, value: unknown) => {
        const part = value as { readonly column?: unknown; readonly kind?: unknown } | null
        return part?.kind === 'field' && part.column === map.sourceLabel.logicalName
          ? { ...part, binding: field }
          : value
      }) as TablePart['forms'],
    }))
  const showField = () => {
    showApp(`#/any/record/${logicalName}/${id}`, inForms())
    return screen.findByLabelText<HTMLInputElement>('Probe of Source Label')
  }
  const type = (input: HTMLInputElement, value: string) =>
    fireEvent.change(input, { target: { value } })

  it('gets the rows of its view, once, and is destroyed when people go elsewhere', async () => {
    showApp(`#/any/table/${logicalName}`, inViews())
    await until(() => probeLog.some((entry) => /^rows [1-9]/.test(entry)))
    expect(probeLog.filter((entry) => entry === 'init').length).toBe(1)
    expect(probeLog).not.toContain('destroy')
    fireEvent.click(screen.getByText('Sync Jobs'))
    await until(() => probeLog.includes('destroy'))
    expect(probeLog.filter((entry) => entry === 'destroy').length).toBe(1)
  })

  it('in a field gets the stored value and the record, and what it puts out is saved', async () => {
    const input = await showField()
    expect(input.value).toBe('Norway')
    expect(input.closest('[data-record]')?.getAttribute('data-record')).toBe(id)
    type(input, 'Norge')
    await screen.findByText('Unsaved changes')
    await until(() => input.value === 'Norge')
    press('Save')
    await until(() => screen.queryByText('Unsaved changes') === null)
    expect((await readRow(entitySetName, id))[map.sourceLabel.logicalName]).toBe('Norge')
    expect(probeLog).not.toContain('destroy')
  })

  it('in a field follows what people take back', async () => {
    const input = await showField()
    type(input, 'Norge')
    await until(() => input.value === 'Norge')
    press('Discard changes')
    await until(() => input.value === 'Norway')
    expect(screen.queryByText('Unsaved changes')).toBeNull()
  })

  it('in a field is told, as people are, what is wrong with its value', async () => {
    const input = await showField()
    type(input, 'N'.repeat(5_000))
    press('Save')
    await screen.findByRole('group', { name: 'Not saved' })
    await until(() => input.getAttribute('aria-invalid') === 'true')
    expect((await readRow(entitySetName, id))[map.sourceLabel.logicalName]).toBe('Norway')
  })

  it('that cannot be loaded leaves the stock field, says why, and is tried again when asked', async () => {
    await provideProbe(1)
    showApp(`#/any/record/${logicalName}/${id}`, inForms())
    await screen.findByText(/The control x_Spec\.Probe could not be shown.*404/)
    expect(screen.getByLabelText<HTMLInputElement>(/^Source Label/).value).toBe('Norway')
    expect(await brokenRules()).toEqual([])
    press('Try again')
    await screen.findByLabelText('Probe of Source Label')
  })

  it('that is not hosted leaves the stock grid', async () => {
    const view: ControlBinding = { control: 'x_Not.Here', dataSet: { name: 'rows' } }
    const bound = appWith((table) => ({
      ...table,
      views: table.views.map((one) => ({ ...one, binding: view })),
    }))
    showApp(`#/any/table/${logicalName}?q=${encodeURIComponent(list)}`, bound)
    const table = await screen.findByRole('table')
    expect(within(table).getAllByRole('row').length).toBeGreaterThan(1)
  })
})
