import { fireEvent, screen, within } from '@testing-library/react'

import { integrationValueMap } from '../../../solution/tables/index.js'
import { brokenRules, create, hideApp, until } from './app-page.js'
import { changeRow, field, press, readRow, showRecord, type, untilAddress } from './record-page.js'

const { columns, entitySetName, logicalName, pluralLabel } = integrationValueMap

describe('a record page in the local app', () => {
  let id: string

  beforeEach(async () => {
    id = await create(entitySetName, {
      [columns.name.logicalName]: 'LEAVING/NOR',
      [columns.codeList.logicalName]: 'Leaving Spec',
      [columns.sourceCode.logicalName]: 'NOR',
      [columns.canonicalCodeValue.logicalName]: 'NO',
      [columns.sourceLabel.logicalName]: 'Norway',
    })
    await showRecord(logicalName, id, 'LEAVING/NOR')
  })

  afterEach(hideApp)

  const answer = async (name: string) => {
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.click(dialog.getByRole('button', { name }))
  }
  const follow = () => {
    const [link] = screen.getAllByRole('link', { name: pluralLabel })
    link?.click()
  }

  it('is left without a question where nothing was changed, and the next page has the focus', async () => {
    follow()
    await untilAddress(`/table/${logicalName}`)
    await until(() => document.activeElement?.tagName === 'H1')
    await until(() => document.title.includes(pluralLabel))
  })

  it('asks before a link takes people away from unsaved changes, and stays when told to', async () => {
    type(/^Source Label/, 'Norge')
    follow()
    await screen.findByRole('button', { name: 'Stay' })
    await untilAddress(`/record/${logicalName}/${id}`)
    expect(await brokenRules()).toEqual([])
    press('Stay')
    await until(() => screen.queryByText('Leave without saving') === null)
    expect(field(/^Source Label/).value).toBe('Norge')
  })

  it('goes where people wanted to once they say that changes may be lost', async () => {
    type(/^Source Label/, 'Norge')
    follow()
    fireEvent.click(await screen.findByRole('button', { name: 'Leave without saving' }))
    await untilAddress(`/table/${logicalName}`)
    await screen.findByRole('table')
  })

  it('asks on the way back through the history too', async () => {
    follow()
    await untilAddress(`/table/${logicalName}`)
    await screen.findByRole('table')
    history.back()
    await screen.findByRole('heading', { level: 1, name: 'LEAVING/NOR' })
    type(/^Source Label/, 'Norge')
    history.forward()
    await screen.findByRole('button', { name: 'Stay' })
    press('Stay')
    await untilAddress(`/record/${logicalName}/${id}`)
    expect(field(/^Source Label/).value).toBe('Norge')
  })

  it('keeps the browser from closing with unsaved changes', () => {
    const added = spyOn(window, 'addEventListener').and.callThrough()
    const removed = spyOn(window, 'removeEventListener').and.callThrough()
    type Call = readonly [name: string, listener: (event: Event) => void]
    const ofLeaving = (calls: readonly unknown[]) =>
      (calls as readonly Call[])
        .filter(([name]) => name === 'beforeunload')
        .map(([, listener]) => listener)
    type(/^Source Label/, 'Norge')
    const [ask] = ofLeaving(added.calls.allArgs())
    // Not sent to the window: the page around the specs would take it for the end of them.
    const event = new Event('beforeunload', { cancelable: true })
    ask?.(event)
    expect(event.defaultPrevented).toBeTrue()
    type(/^Source Label/, 'Norway')
    expect(ofLeaving(removed.calls.allArgs())).toEqual(ask ? [ask] : [])
  })

  it('deletes after a question, and shows the table then', async () => {
    press('Delete')
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('LEAVING/NOR')
    await answer('Delete')
    await untilAddress(`/table/${logicalName}`)
    expect((await readRow(entitySetName, id))['error']).toBeTruthy()
  })

  it('does not delete what somebody else has changed meanwhile', async () => {
    await changeRow(entitySetName, id, { [columns.sourceCode.logicalName]: 'NOX' })
    press('Delete')
    await answer('Delete')
    await screen.findByText(/Somebody else changed this record after you opened it/)
    expect((await readRow(entitySetName, id))['error']).toBeUndefined()
  })

  it('deactivates, is only read then, and activates again', async () => {
    press('Deactivate')
    await answer('Deactivate')
    await screen.findByText(/This record is inactive/)
    expect(field(/^Source Label/).readOnly).toBeTrue()
    expect((await readRow(entitySetName, id))['statecode']).toBe(1)
    press('Activate')
    await answer('Activate')
    await until(() => screen.queryByText(/This record is inactive/) === null)
    expect(field(/^Source Label/).readOnly).toBeFalse()
  })
})
