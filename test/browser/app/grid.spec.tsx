import { fireEvent, screen, within } from '@testing-library/react'

import { integrationLane, integrationValueMap } from '../../../solution/tables/index.js'
import { brokenRules, cellsOf, create, hideApp, showApp, until } from './app-page.js'

const { columns } = integrationValueMap
const hostile = '<script>alert(1)</script> & 100% [x]'
const list = 'App Grid Spec'
const maps = '#/any/table/govcdm_integrationvaluemap'
const byList = `${maps}?q=${encodeURIComponent(list)}`
const count = 53

describe('the grid of the local app', () => {
  beforeAll(async () => {
    for (let number = 0; number < count; number += 1) {
      await create(integrationValueMap.entitySetName, {
        [columns.name.logicalName]: `SPEC/${String(number).padStart(2, '0')}`,
        [columns.codeList.logicalName]: list,
        [columns.sourceCode.logicalName]: `C${number}`,
        [columns.canonicalCodeValue.logicalName]: 'X',
        [columns.sourceLabel.logicalName]: number === 7 ? hostile : 'Label',
      })
    }
  })

  afterEach(hideApp)

  const table = () => screen.findByRole('table')
  const range = (text: string) => screen.findByText(text, { selector: 'main span' })

  it('shows the default view of the table that the site map opens first', async () => {
    showApp()
    const heading = await screen.findByRole('heading', { level: 1 })
    expect(heading.textContent).toContain('Active Integration Identifiers')
    const navigation = screen.getByRole('navigation', { name: 'Data Integration' })
    expect(
      within(navigation)
        .getAllByRole('heading')
        .map((one) => one.textContent),
    ).toEqual(['Setup', 'Processing'])
    const current = within(navigation).getByText('Identifiers')
    expect(current.getAttribute('aria-current')).toBe('page')
  })

  it('opens another table by its link, and puts the focus on the heading of its page', async () => {
    showApp()
    fireEvent.click(await screen.findByText('Sync Jobs'))
    await screen.findByText('Active Integration Sync Jobs', { selector: 'h1 *' })
    await until(() => document.activeElement === screen.getByRole('heading', { level: 1 }))
    expect(document.title).toContain('Active Integration Sync Jobs')
  })

  it('shows fifty rows of an honest total, then the rest, and says so', async () => {
    showApp(byList)
    await range(`1-50 of ${count}`)
    const first = cellsOf(0)
    expect(first.length).toBe(50)
    fireEvent.click(screen.getByText('Next'))
    await range(`51-${count} of ${count}`)
    const all = new Set([...first, ...cellsOf(0)])
    expect(all.size).toBe(count)
    expect(screen.getByText('Next').closest('button')?.getAttribute('aria-disabled')).toBe('true')
    await until(() => screen.getByRole('status').textContent.includes(`51-${count} of ${count}`))
  })

  it('sorts by the header of a column, in both directions, from the first page', async () => {
    showApp(`${byList}&page=2`)
    fireEvent.click(within(await table()).getByRole('button', { name: 'Map ID' }))
    await range(`1-50 of ${count}`)
    expect(cellsOf(0)[0]).toBe('SPEC/00')
    fireEvent.click(within(await table()).getByRole('button', { name: 'Map ID' }))
    await until(() => cellsOf(0)[0] === 'SPEC/52')
    const header = screen.getByRole('columnheader', { name: 'Map ID' })
    expect(header.getAttribute('aria-sort')).toBe('descending')
  })

  it('searches what begins with the text, and takes wildcards of FetchXML for what they are', async () => {
    showApp(maps)
    await table()
    const field = screen.getByRole('searchbox')
    const search = (text: string) => {
      fireEvent.change(field, { target: { value: text } })
      fireEvent.keyDown(field, { key: 'Enter', keyCode: 13, which: 13 })
    }
    search('spec/0')
    await range('1-10 of 10')
    search('*100% [x]')
    await range('1-1 of 1')
    expect(within(await table()).getByText(hostile)).toBeTruthy()
    expect(document.querySelector('main script')).toBeNull()
    search('SP_C')
    await screen.findByText('No row of this view has a text that begins with “SP_C”.')
    fireEvent.click(screen.getByText('Show all rows'))
    await table()
    expect((field as HTMLInputElement).value).toBe('')
  })

  it('picks another view from the heading', async () => {
    showApp(maps)
    await table()
    fireEvent.click(screen.getByText('Active Integration Value Maps', { selector: 'h1 *' }))
    fireEvent.click(await screen.findByText('Inactive Integration Value Maps'))
    await screen.findByText('Inactive Integration Value Maps', { selector: 'h1 *' })
  })

  it('leads from a row to its record', async () => {
    showApp(`${maps}?q=SPEC%2F07`)
    const link = within(await table()).getByText('SPEC/07')
    const page = new RegExp(`/record/${integrationValueMap.logicalName}/[0-9a-f-]{36}$`)
    expect(link.getAttribute('href')).toMatch(page)
  })

  it('shows a failure with its reason and tries again on request', async () => {
    const rows = spyOnRows(() => answer(500, 'The store is asleep.'))
    showApp(maps)
    await screen.findByText('The store is asleep.')
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.queryByText('There are no rows in this view.')).toBeNull()
    rows.and.callThrough()
    fireEvent.click(screen.getByText('Try again'))
    await table()
  })

  it('says that access is missing, and not that there are no rows', async () => {
    spyOnRows(() => answer(403, 'Principal user is missing prvRead.'))
    showApp(maps)
    await screen.findByText(/You do not have access to Integration Value Maps/)
    expect(screen.queryByText('Try again')).toBeNull()
  })

  it('breaks no rule of accessibility with rows, without, while failing, and on the dashboard', async () => {
    showApp(byList)
    await table()
    expect(await brokenRules()).toEqual([])
    location.hash = `#/any/table/${integrationLane.logicalName}`
    await screen.findByText('There are no rows in this view.')
    expect(await brokenRules()).toEqual([])
    fireEvent.click(screen.getByText('Steward Dashboard'))
    await screen.findByRole('heading', { level: 1, name: 'Steward Dashboard' })
    expect(await brokenRules()).toEqual([])
    location.hash = '#/any/table/nothing'
    await screen.findByText('No table is hosted as “nothing”.')
  })
})

/** Answers queries of rows in the place of the Web API. */
function spyOnRows(answerRows: () => Response) {
  const real = window.fetch.bind(window)
  return spyOn(window, 'fetch').and.callFake((url, init) =>
    typeof url === 'string' && url.includes('fetchXml')
      ? Promise.resolve(answerRows())
      : real(url, init),
  )
}

function answer(status: number, message: string): Response {
  return new Response(JSON.stringify({ error: { code: '0x80040220', message } }), { status })
}
