import { fireEvent, screen, within } from '@testing-library/react'

import { integrationSyncItem, integrationSyncJob } from '../../../solution/tables/index.js'
import { brokenRules, create, hideApp, until } from './app-page.js'
import { press, readRow, showRecord } from './record-page.js'

const item = integrationSyncItem
const job = integrationSyncJob
const column = item.columns.integrationSyncJob

describe('a lookup in the local app', () => {
  let id: string
  let first: string
  let second: string
  let turn = 0
  let names = { first: '', second: '' }

  beforeEach(async () => {
    turn += 1
    names = { first: `LOOKUP ${turn} first`, second: `LOOKUP ${turn} second` }
    const makeJob = (name: string) =>
      create(job.entitySetName, { [job.columns.name.logicalName]: name })
    first = await makeJob(names.first)
    second = await makeJob(names.second)
    id = await create(item.entitySetName, {
      [item.columns.name.logicalName]: 'LOOKUP-ITEM',
      [`${column.schemaName}@odata.bind`]: `/${job.entitySetName}(${first})`,
    })
    await showRecord(item.logicalName, id, 'LOOKUP-ITEM')
  })

  afterEach(hideApp)

  const stored = async () => (await readRow(item.entitySetName, id))[`_${column.logicalName}_value`]
  const search = () =>
    screen.getByRole<HTMLInputElement>('combobox', { name: /^Integration Sync Job/ })
  const clear = () => press(/^Clear Integration Sync Job/)
  const seek = (text: string) => fireEvent.change(search(), { target: { value: text } })
  const key = (name: string) => fireEvent.keyDown(search(), { key: name })
  const saved = () => until(() => screen.queryByText('Unsaved changes') === null)

  it('leads to the record that it names', () => {
    const [link] = screen.getAllByRole('link', { name: names.first })
    expect(link?.getAttribute('href')).toContain(`/record/${job.logicalName}/${first}`)
  })

  it('finds by how the name begins, and is chosen by keyboard alone', async () => {
    clear()
    expect(document.activeElement).toBe(search())
    seek(`LOOKUP ${turn} sec`)
    await screen.findByRole('option', { name: names.second })
    await screen.findByText('1 record')
    expect(screen.queryByRole('option', { name: names.first })).toBeNull()
    expect(await brokenRules()).toEqual([])
    key('ArrowDown')
    const active = search().getAttribute('aria-activedescendant') ?? ''
    expect(document.getElementById(active)?.textContent).toBe(names.second)
    key('Enter')
    await screen.findByRole('link', { name: names.second })
    press('Save')
    await saved()
    expect(await stored()).toBe(second)
  })

  it('is emptied', async () => {
    clear()
    press('Save')
    const summary = screen.queryByRole('group', { name: 'Not saved' })
    if (summary) {
      expect(column.required).toBeTrue()
      expect(await stored()).toBe(first)
    } else {
      await saved()
      expect(await stored()).toBeNull()
    }
  })

  it('is not saved with a text that names no record', async () => {
    clear()
    seek('no such job')
    await screen.findByText(/^Nothing found/)
    key('Escape')
    press('Save')
    const summary = await screen.findByRole('group', { name: 'Not saved' })
    within(summary).getByText(/choose a record for “no such job”/)
    expect(await stored()).toBe(first)
  })

  it('offers users and teams for an owner, each with its table', async () => {
    press(/^Clear Owner/)
    fireEvent.click(screen.getByRole('combobox', { name: /^Owner/ }))
    const list = await screen.findByRole('listbox', { name: /^Owner/ })
    await until(() => within(list).queryAllByRole('option').length > 0)
    expect(within(list).getAllByText('User').length).toBeGreaterThan(0)
  })

  it('makes the record that is not there yet', async () => {
    clear()
    seek('LOOKUP third')
    await screen.findByText(/^Nothing found/)
    fireEvent.click(screen.getByRole('option', { name: '+ New Integration Sync Job' }))
    await screen.findByRole('button', { name: 'Save and close' })
    expect(await brokenRules()).toEqual([])
  })
})
