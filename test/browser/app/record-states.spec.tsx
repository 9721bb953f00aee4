import { fireEvent, screen, waitFor } from '@testing-library/react'

import { integrationValueMap } from '../../../solution/tables/index.js'
import { brokenRules, create, hideApp, readDefinition, showApp } from './app-page.js'
import { field, press, showRecord, type } from './record-page.js'

const { columns, entitySetName, label, logicalName } = integrationValueMap

describe('a record page of the local app', () => {
  let id: string

  beforeEach(async () => {
    id = await create(entitySetName, {
      [columns.name.logicalName]: 'STATES/NOR',
      [columns.codeList.logicalName]: 'States Spec',
      [columns.sourceCode.logicalName]: 'NOR',
      [columns.canonicalCodeValue.logicalName]: 'NO',
    })
  })

  afterEach(hideApp)

  /** Answers requests for the record, and only those, as the Web API does when it refuses them. */
  const refuse = (status: number, message: string) => {
    const send = window.fetch.bind(window)
    return spyOn(window, 'fetch').and.callFake((input, init) =>
      typeof input === 'string' && input.includes(`(${id})`)
        ? Promise.resolve(
            new Response(JSON.stringify({ error: { code: '0x80040220', message } }), { status }),
          )
        : send(input, init),
    )
  }

  it('says that people have no access', async () => {
    refuse(403, 'Principal user is missing prvRead.')
    showApp(`#/any/record/${logicalName}/${id}`)
    await screen.findByText(/You do not have access to/)
    screen.getByRole('heading', { level: 1, name: label })
    expect(await brokenRules()).toEqual([])
  })

  it('says what went wrong, and tries again', async () => {
    const fetching = refuse(500, 'The database is asleep.')
    showApp(`#/any/record/${logicalName}/${id}`)
    await screen.findByText('The database is asleep.')
    expect(await brokenRules()).toEqual([])
    fetching.and.callThrough()
    press('Try again')
    await screen.findByRole('heading', { level: 1, name: 'STATES/NOR' })
  })

  it('keeps changes that the Web API refuses', async () => {
    await showRecord(logicalName, id, 'STATES/NOR')
    refuse(403, 'Principal user is missing prvWrite.')
    type(/^Source Label/, 'Norge')
    press('Save')
    await screen.findByText(/That did not work. Principal user is missing prvWrite./)
    expect(field(/^Source Label/).value).toBe('Norge')
    expect(await brokenRules()).toEqual([])
  })

  it('lets people choose among several main forms, and keeps their changes', async () => {
    const definition = await readDefinition()
    const table = definition.tables[logicalName]
    const main = table?.forms.find((form) => form.type === 'main')
    if (!table || !main) throw new Error(`${logicalName} has no main form.`)
    const other = { ...main, id: '0d6f7a0e-0000-4000-8000-000000000001', name: 'Other form' }
    const changed = {
      ...definition,
      tables: { ...definition.tables, [logicalName]: { ...table, forms: [...table.forms, other] } },
    }
    const definitionUrl = URL.createObjectURL(new Blob([JSON.stringify(changed)]))
    showApp(`#/any/record/${logicalName}/${id}`, { definitionUrl })
    const picker = await screen.findByRole('combobox', { name: 'Form' })
    await screen.findByLabelText(/^Source Label/)
    type(/^Source Label/, 'Norge')
    fireEvent.click(picker)
    fireEvent.click(await screen.findByRole('option', { name: 'Other form' }))
    await waitFor(() => screen.getByText('Other form'))
    expect(field(/^Source Label/).value).toBe('Norge')
    expect(await brokenRules()).toEqual([])
    URL.revokeObjectURL(definitionUrl)
  })
})
