import { fireEvent, screen, within } from '@testing-library/react'

import { keyOf } from '../../../controls/ValueMapCompare/data/mapping-key.js'
import { mapTable } from '../../../controls/ValueMapCompare/data/map-columns.js'
import { hostEnvironment } from '../support/host-environment.js'
import { createRows, openControl, row, storedRows, updateRow } from './control-page.js'
import type { OpenedControl, OpenOptions } from './control-page.js'
import { cellAt, until } from './view-page.js'

let opened: OpenedControl | undefined
let lists = 0

/** A code list that no other spec has. */
function freshList(): string {
  lists += 1
  return `Compare ${lists} ${Math.random().toString(36).slice(2, 8)}`
}

async function open(options: OpenOptions): Promise<OpenedControl> {
  opened = await openControl(options)
  return opened
}

const isComplete = (codes: number) =>
  screen.queryByText(`${codes} of ${codes} codes shown`) !== null

async function save(values: Readonly<Record<string, string>>): Promise<void> {
  const dialog = await screen.findByRole('dialog')
  for (const [label, value] of Object.entries(values)) {
    fireEvent.change(
      within(dialog).getByLabelText(new RegExp(`^${label}`), { selector: 'input' }),
      { target: { value } },
    )
  }
  fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
}

const isClosed = () => screen.queryByRole('dialog') === null

describe('The built value map comparison', () => {
  afterEach(() => {
    opened?.close()
    opened = undefined
  })

  it('shows the list that the maker chose, with the columns that the view lacks', async () => {
    const list = freshList()
    await createRows([
      row(list, 'IOC', 'NOR', 'NO', { [mapTable.canonicalLabel]: 'Norway' }),
      row(list, 'ISO', 'SWE', 'SE', { [mapTable.confidence]: 0.5 }),
    ])
    await open({ codeList: list })
    await until(() => isComplete(2))

    expect(cellAt(1, 0).textContent).toBe('NONorway')
    expect(cellAt(1, 2).textContent).toBe('GapAdd')
    expect(cellAt(2, 2).textContent).toBe('SWELow: 0.50')
  })

  it('leaves out rows that are not in use', async () => {
    const list = freshList()
    await createRows([row(list, 'IOC', 'NOR', 'NO'), row(list, 'IOC', 'OLD', 'XX')])
    const old = (await storedRows(list)).find((each) => each[mapTable.sourceCode] === 'OLD')
    await updateRow(old?.[mapTable.id], { [mapTable.state]: 1 })
    await open({ codeList: list })
    await until(() => isComplete(1))

    expect(cellAt(1, 0).textContent).toBe('NO')
  })

  it('offers every code list to choose from and reads the chosen one', async () => {
    const [first, second] = [freshList(), freshList()]
    await createRows([row(first, 'IOC', 'A', 'AA'), row(second, 'IOC', 'B', 'BB')])
    await open({ codeList: first })
    await until(() => isComplete(1))
    fireEvent.click(screen.getByRole('combobox', { name: /^Code list/ }))
    fireEvent.click(await screen.findByRole('option', { name: second }))
    await until(() => document.querySelector('[data-cell="1,0"]')?.textContent === 'BB')

    expect(screen.getByText('1 of 1 codes shown')).toBeTruthy()
  })

  it('begins with the first list where the maker chose none', async () => {
    await createRows([row(freshList(), 'IOC', 'A', 'AA')])
    await open({})
    await until(() => document.querySelector('[data-cell="1,0"]') !== null)

    expect(screen.getByRole('grid')).toBeTruthy()
  })

  it('reads all pages of a long list before it speaks of gaps', async () => {
    const list = freshList()
    await createRows(
      Array.from({ length: 5_200 }, (_, index) => row(list, 'IOC', `S${index}`, `C${index}`)),
    )
    await open({ codeList: list })
    const said = new Set<string>()
    await until(() => {
      for (const { textContent } of document.querySelectorAll('.ms-MessageBar-innerText')) {
        if (textContent !== '') said.add(textContent)
      }
      return screen.queryByText('5,200 of 5,200 codes shown') !== null
    }, 30_000)

    expect(document.querySelectorAll('[role=row]').length).toBeLessThan(40)
    for (const text of said) expect(text).toMatch(/^Loading, 5,000 of 5,[02]00\+?: gaps are not/)
  }, 60_000)

  it('adds a mapping from a gap as the row that the service would have made', async () => {
    const list = freshList()
    await createRows([
      row(list, 'IOC', 'NOR', 'NO', { [mapTable.canonicalLabel]: 'Norway' }),
      row(list, 'ISO', 'SWE', 'SE'),
    ])
    await open({ codeList: list })
    await until(() => isComplete(2))
    fireEvent.click(cellAt(1, 2))
    await save({ 'Source code': 'NOR', 'Source label': 'Norvège', Confidence: '0.9' })
    await until(isClosed)

    expect(cellAt(1, 2).textContent).toBe('NORNorvègeConfidence 0.90')
    expect(document.activeElement).toBe(cellAt(1, 2))

    const key = await keyOf({ system: 'ISO', codeList: list, sourceCode: 'NOR' })
    const rows = await storedRows(list)
    expect(rows.find((each) => each[mapTable.system] === 'ISO')).toEqual(
      jasmine.objectContaining({
        [mapTable.id]: key?.id,
        [mapTable.keyHash]: key?.keyHash,
        [mapTable.name]: `${list} ISO NOR`,
        [mapTable.sourceLabel]: 'Norvège',
        [mapTable.canonicalCode]: 'NO',
        [mapTable.canonicalLabel]: 'Norway',
        [mapTable.confidence]: 0.9,
      }),
    )
  })

  it('adds a canonical code that no mapping had', async () => {
    const list = freshList()
    await createRows([row(list, 'IOC', 'NOR', 'NO')])
    await open({ codeList: list })
    await until(() => isComplete(1))
    fireEvent.click(screen.getByRole('button', { name: 'Add mapping' }))
    await save({
      'Source system': 'IOC',
      'Source code': 'KOS',
      'Canonical code': 'XK',
      'Canonical label': 'Kosovo',
    })
    await until(isClosed)
    await until(() => isComplete(2))

    expect(cellAt(2, 0).textContent).toBe('XKKosovo')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add mapping' }))
  })

  it('changes a source code in place: the row keeps its id and its Key Hash follows', async () => {
    const list = freshList()
    await createRows([row(list, 'IOC', 'NRW', 'NO')])
    const [before] = await storedRows(list)
    await open({ codeList: list })
    await until(() => isComplete(1))
    fireEvent.click(cellAt(1, 1))
    await save({ 'Source code': 'NOR' })
    await until(isClosed)

    const key = await keyOf({ system: 'IOC', codeList: list, sourceCode: 'NOR' })
    expect(await storedRows(list)).toEqual([
      jasmine.objectContaining({
        [mapTable.id]: before?.[mapTable.id],
        [mapTable.sourceCode]: 'NOR',
        [mapTable.keyHash]: key?.keyHash,
      }),
    ])
    expect(cellAt(1, 1).textContent).toBe('NOR')
  })

  it('overwrites nothing that somebody else changed meanwhile', async () => {
    const list = freshList()
    await createRows([row(list, 'IOC', 'NOR', 'NO')])
    const [before] = await storedRows(list)
    await open({ codeList: list })
    await until(() => isComplete(1))
    await updateRow(before?.[mapTable.id], { [mapTable.sourceLabel]: 'Norge' })
    fireEvent.click(cellAt(1, 1))
    await save({ 'Source label': 'Norway' })

    expect(await screen.findByText(/Somebody else has changed this mapping/)).toBeTruthy()
    expect((await storedRows(list))[0]?.[mapTable.sourceLabel]).toBe('Norge')
  })

  it('says in the words of Dataverse why a row is refused', async () => {
    const list = freshList()
    await createRows([row(list, 'IOC', 'NOR', 'NO'), row(list, 'ISO', 'SWE', 'SE')])
    await open({ codeList: list })
    await until(() => isComplete(2))
    const key = await keyOf({ system: 'ISO', codeList: list, sourceCode: 'NOR' })
    await createRows([row(list, 'ISO', 'NOR', 'NO', { [mapTable.id]: key?.id })])
    fireEvent.click(cellAt(1, 2))
    await save({ 'Source code': 'NOR' })

    expect(
      await screen.findByText(/^Not saved: .*(duplicate|already exists|same key)/i),
    ).toBeTruthy()
  })

  it('opens the record of a mapping', async () => {
    const list = freshList()
    await createRows([row(list, 'IOC', 'NOR', 'NO')])
    const [stored] = await storedRows(list)
    const { forms } = await open({ codeList: list })
    await until(() => isComplete(1))
    fireEvent.click(cellAt(1, 1))
    fireEvent.click(await screen.findByRole('button', { name: 'Open record' }))

    expect(forms).toEqual([{ entityName: mapTable.table, entityId: stored?.[mapTable.id] }])
  })

  it('shows hostile values as text, whatever they hold', async () => {
    const list = `${freshList()} <b>&"'`
    const hostile = '<script>globalThis.hacked = true</script><img src=x onerror="hacked=true">'
    await createRows([
      row(list, hostile.slice(0, 90), `${hostile}\u202Etxt`, '=1+1', {
        [mapTable.sourceLabel]: 'x'.repeat(400),
        [mapTable.canonicalLabel]: hostile,
      }),
    ])
    await open({ codeList: list })
    await until(() => isComplete(1))

    expect(cellAt(1, 0).textContent).toBe(`=1+1${hostile}`)
    expect(cellAt(1, 1).textContent).toContain(hostile)
    expect(opened?.container.querySelector('script, img')).toBeNull()
    expect('hacked' in globalThis).toBeFalse()
  })

  it('offers no change where the control is disabled or privileges are missing', async () => {
    const list = freshList()
    await createRows([row(list, 'IOC', 'NOR', 'NO'), row(list, 'ISO', 'SWE', 'SE')])
    const { close } = await open({ codeList: list, disabled: true })
    await until(() => isComplete(2))

    expect(cellAt(1, 2).textContent).toBe('Gap')

    close()
    await open({
      codeList: list,
      page: { hasPrivilege: (_table, privilege) => (privilege as number) === 2 },
    })
    await until(() => isComplete(2))

    expect(screen.queryByRole('button', { name: 'Add mapping' })).toBeNull()
  })

  it('shows nothing to who may not read', async () => {
    await open({ page: { hasPrivilege: () => false } })

    expect(await screen.findByText(/You have no access to value maps/)).toBeTruthy()
    expect(screen.queryByRole('grid')).toBeNull()
  })

  it('says why rows could not be read', async () => {
    await open({ codeList: freshList(), attributes: ['govcdm_nosuchcolumn'] })

    expect(
      await screen.findByText(/^The value maps could not be loaded: .*nosuchcolumn/),
    ).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy()
  })

  it('speaks Spanish, with the decimal comma, and runs from right to left', async () => {
    const list = freshList()
    await createRows([row(list, 'IOC', 'NOR', 'NO', { [mapTable.confidence]: 0.5 })])
    const { container } = await open({
      codeList: list,
      page: { user: { languageId: 3082, locale: 'es-ES', isRightToLeft: true } },
    })
    await until(() => document.querySelector('[data-cell="1,1"]') !== null)

    expect(cellAt(1, 1).textContent).toBe('NORBaja: 0,50')
    expect(container.querySelector('[dir]')?.getAttribute('dir')).toBe('rtl')
  })

  it('follows a change of the theme', async () => {
    const list = freshList()
    await createRows([row(list, 'IOC', 'NOR', 'NO')])
    const { mounted } = await open({ codeList: list })
    await until(() => isComplete(1))
    const light = getComputedStyle(cellAt(1, 0)).backgroundColor
    mounted.update(hostEnvironment({ theme: 'dark' }))

    await until(() => getComputedStyle(cellAt(1, 0)).backgroundColor !== light)

    expect(getComputedStyle(cellAt(1, 0)).backgroundColor).toBe('rgb(41, 41, 41)')
  })
})
