import { fireEvent, screen, within } from '@testing-library/react'

import {
  integrationSyncItem,
  integrationSyncJob,
  integrationValueMap,
} from '../../../solution/tables/index.js'
import { brokenRules, create, hideApp, showApp, until, webApi } from './app-page.js'
import { field, press, readRow, showRecord, type } from './record-page.js'

const map = integrationValueMap
const item = integrationSyncItem
const job = integrationSyncJob

describe('Quick Create in the local app', () => {
  afterEach(hideApp)

  const openFromGrid = async () => {
    showApp(`#/any/table/${map.logicalName}`)
    fireEvent.click(await screen.findByRole('button', { name: `New ${map.label}` }))
    await screen.findByLabelText(/^Source Code/)
  }
  const found = async (sourceCode: string) => {
    const filter = `${map.columns.sourceCode.logicalName} eq '${sourceCode}'`
    const answer = (await (
      await fetch(`${webApi}${map.entitySetName}?$filter=${encodeURIComponent(filter)}`)
    ).json()) as { readonly value: readonly unknown[] }
    return answer.value.length
  }
  const fill = (code: string) => {
    type(/^Code List/, 'Quick Spec')
    type(/^Source Code/, code)
    type(/^Canonical Code Value/, 'XX')
  }

  it('makes a row from a view, and the view shows it', async () => {
    await openFromGrid()
    fill('QC-1')
    press('Save and close')
    await until(() => screen.queryByLabelText(/^Canonical Code Value/) === null)
    expect(await found('QC-1')).toBe(1)
  })

  it('makes several rows one after another', async () => {
    await openFromGrid()
    fill('QC-2')
    press('Save and create new')
    await until(() => field(/^Source Code/).value === '')
    fill('QC-3')
    press('Save and close')
    await until(() => screen.queryByLabelText(/^Canonical Code Value/) === null)
    expect([await found('QC-2'), await found('QC-3')]).toEqual([1, 1])
  })

  it('says which required columns are empty, and makes nothing', async () => {
    await openFromGrid()
    press('Save and close')
    const summary = await screen.findByRole('group', { name: 'Not saved' })
    expect(within(summary).getByText('Code List is required.')).toBeTruthy()
    expect(await brokenRules()).toEqual([])
  })

  it('asks before it closes with unsaved changes, also by Escape', async () => {
    await openFromGrid()
    type(/^Code List/, 'Quick Spec')
    fireEvent.keyDown(field(/^Code List/), { key: 'Escape', keyCode: 27, which: 27 })
    fireEvent.click(await screen.findByRole('button', { name: 'Stay' }))
    await until(() => screen.queryByText('Leave without saving') === null)
    expect(field(/^Code List/).value).toBe('Quick Spec')
    press('Cancel')
    fireEvent.click(await screen.findByRole('button', { name: 'Leave without saving' }))
    await until(() => screen.queryByLabelText(/^Code List/) === null)
  })

  it('fills in the record of the form for a row made from a subgrid', async () => {
    const id = await create(job.entitySetName, { [job.columns.name.logicalName]: 'QUICK-JOB' })
    await showRecord(job.logicalName, id, 'QUICK-JOB')
    fireEvent.click(screen.getByRole('tab', { name: /Items/ }))
    fireEvent.click(await screen.findByRole('button', { name: `New ${item.label}` }))
    await screen.findByRole('button', { name: /^Clear Integration Sync Job/ })
    type(/^Field Name/, 'quick-field')
    type(/^Target Table/, 'contact')
    press('Save and close')
    await until(() => screen.queryByRole('button', { name: 'Save and close' }) === null)
    const filter = `${item.columns.fieldName.logicalName} eq 'quick-field'`
    const answer = (await (
      await fetch(`${webApi}${item.entitySetName}?$filter=${encodeURIComponent(filter)}`)
    ).json()) as { readonly value: readonly Record<string, unknown>[] }
    const [made] = answer.value
    const lookup = `_${item.columns.integrationSyncJob.logicalName}_value`
    expect(made?.[lookup]).toBe(id)
    expect((await readRow(job.entitySetName, id))[job.primaryId]).toBe(id)
  })
})
