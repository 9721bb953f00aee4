import { fireEvent, screen, within } from '@testing-library/react'

import {
  integrationSyncItem,
  integrationSyncJob,
  integrationValueMap,
} from '../../../solution/tables/index.js'
import { brokenRules, create, hideApp, showApp, until, webApi } from './app-page.js'

const { columns } = integrationValueMap
const label = columns.sourceLabel.logicalName

describe('a record in the local app', () => {
  let id: string

  beforeEach(async () => {
    id = await create(integrationValueMap.entitySetName, {
      [columns.name.logicalName]: 'RECORD/NOR',
      [columns.codeList.logicalName]: 'App Record Spec',
      [columns.sourceCode.logicalName]: 'NOR',
      [columns.canonicalCodeValue.logicalName]: 'NO',
      [label]: 'Norway',
      [columns.confidence.logicalName]: 0.5,
    })
  })

  afterEach(hideApp)

  const row = () => `${webApi}${integrationValueMap.entitySetName}(${id})`
  const stored = async (column: string) =>
    ((await (await fetch(row())).json()) as Record<string, unknown>)[column]
  const changeElsewhere = (values: object) =>
    fetch(row(), {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(values),
    })
  const show = async () => {
    showApp(`#/any/record/${integrationValueMap.logicalName}/${id}`)
    await screen.findByRole('heading', { level: 1, name: 'RECORD/NOR' })
  }
  const field = (name: RegExp) => screen.getByLabelText<HTMLInputElement>(name)
  const type = (name: RegExp, value: string) => fireEvent.change(field(name), { target: { value } })
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

  it('shows the sections and fields of the main form with the values of the record', async () => {
    await show()
    const sections = screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)
    for (const section of ['Map', 'From', 'To', 'Key']) expect(sections).toContain(section)
    expect(field(/^Source Label/).value).toBe('Norway')
    expect(field(/^Confidence/).value).toBe('0.5')
    expect(field(/^Key Hash/).readOnly).toBeTrue()
  })

  it('saves what was changed, and nothing else', async () => {
    await show()
    type(/^Source Label/, 'Norge')
    type(/^Confidence/, '0.75')
    press('Save')
    await until(() => screen.queryByText('Unsaved changes') === null)
    expect(await stored(label)).toBe('Norge')
    expect(await stored(columns.confidence.logicalName)).toBe(0.75)
    await within(screen.getAllByRole('status')[0] as HTMLElement).findByText(/Saved\./)
  })

  it('says what is wrong with a value, and sends nothing', async () => {
    await show()
    type(/^Confidence/, 'much')
    press('Save')
    const summary = await screen.findByRole('group', { name: 'Not saved' })
    expect(document.activeElement).toBe(summary)
    fireEvent.click(
      within(summary).getByRole('button', { name: 'Confidence must be a number, such as 12.5.' }),
    )
    await until(() => document.activeElement === field(/^Confidence/))
    type(/^Confidence/, '2')
    await within(summary).findByText('Confidence must be 1 or less.')
    expect(await stored(columns.confidence.logicalName)).toBe(0.5)
  })

  it('says that somebody else was faster, keeps the change, and saves it when told to', async () => {
    await show()
    type(/^Source Label/, 'Norge')
    await changeElsewhere({ [columns.sourceCode.logicalName]: 'NOX' })
    press('Save')
    const dialog = within(await screen.findByRole('alertdialog'))
    dialog.getByText('Somebody else changed this record')
    dialog.getByText('Keep mine: Norge')
    dialog.getByText('Take theirs: Norway')
    expect(await stored(label)).toBe('Norway')
    fireEvent.click(dialog.getByRole('button', { name: 'Save' }))
    await until(() => field(/^Source Code/).value === 'NOX')
    await until(() => screen.queryByText('Unsaved changes') === null)
    expect(await stored(label)).toBe('Norge')
  })

  it('takes a change back', async () => {
    await show()
    type(/^Source Label/, 'Norge')
    press('Discard changes')
    expect(field(/^Source Label/).value).toBe('Norway')
  })

  it('shows an inactive record read-only', async () => {
    await changeElsewhere({ statecode: 1 })
    await show()
    expect(screen.getByText(/This record is inactive/)).toBeTruthy()
    expect(field(/^Source Label/).readOnly).toBeTrue()
  })

  it('says that a record is not there', async () => {
    showApp(`#/any/record/${integrationValueMap.logicalName}/${id.replace(/^.{8}/, '00000000')}`)
    await screen.findByText(/There is no such record/)
  })

  it('shows in a subgrid only the rows that belong to the record', async () => {
    const job = (name: string) =>
      create(integrationSyncJob.entitySetName, {
        [integrationSyncJob.columns.name.logicalName]: name,
      })
    const item = (name: string, jobId: string) =>
      create(integrationSyncItem.entitySetName, {
        [integrationSyncItem.columns.name.logicalName]: name,
        [`${integrationSyncItem.columns.integrationSyncJob.schemaName}@odata.bind`]: `/${integrationSyncJob.entitySetName}(${jobId})`,
      })
    const mine = await job('SPEC-JOB-1')
    await item('ITEM-MINE', mine)
    await item('ITEM-OTHER', await job('SPEC-JOB-2'))
    showApp(`#/any/record/${integrationSyncJob.logicalName}/${mine}`)
    fireEvent.click(await screen.findByRole('tab', { name: /Items/ }))
    await screen.findByText('ITEM-MINE')
    expect(screen.queryByText('ITEM-OTHER')).toBeNull()
  })

  it('breaks no rule of accessibility, also with a problem and a conflict', async () => {
    await show()
    expect(await brokenRules()).toEqual([])
    type(/^Confidence/, 'much')
    press('Save')
    await screen.findByRole('group', { name: 'Not saved' })
    expect(await brokenRules()).toEqual([])
  })
})
