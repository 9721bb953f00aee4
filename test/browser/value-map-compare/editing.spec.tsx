import { fireEvent, screen, within } from '@testing-library/react'

import type { Strings } from '../../../controls/shared/strings.js'
import type { MappingChange } from '../../../controls/ValueMapCompare/data/save-mapping.js'
import type { CompareProps } from '../../../controls/ValueMapCompare/view/props.js'
import { mapping } from './mappings.js'
import { cellAt, cleanup, countries, propsOf, readStrings, renderView, until } from './view-page.js'

let strings: Strings

const show = (over: Partial<CompareProps> = {}) => renderView(propsOf(strings, over))

function press(key: string, options: { ctrlKey?: boolean } = {}): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...options })
}

describe('Editing in the value map comparison', () => {
  beforeAll(async () => {
    strings = await readStrings()
  })
  afterEach(cleanup)

  it('adds a mapping from a gap and brings the focus back to its cell', async () => {
    const changes: MappingChange[] = []
    const saved = mapping('ISO', '324', 'GN', { canonicalLabel: 'Guinea' })
    show({
      onSave: (change) => {
        changes.push(change)
        return Promise.resolve({ outcome: 'done', mapping: saved })
      },
    })
    cellAt(3, 2).focus()
    press('Enter')
    const form = within(await screen.findByRole('dialog', { name: 'ISO: GN' }))
    fireEvent.change(form.getByLabelText(/^Source code/), { target: { value: ' 324 ' } })
    fireEvent.click(form.getByRole('button', { name: 'Save' }))

    await until(() => screen.queryByRole('dialog') === null)

    const { id: _, ...after } = saved
    expect(changes).toEqual([{ after }])
    expect(document.activeElement).toBe(cellAt(3, 2))
    expect(screen.getByRole('status').textContent).toContain('Saved: 324 means GN')
  })

  it('changes a mapping in place, handing on what was seen', async () => {
    const changes: MappingChange[] = []
    show({
      onSave: (change) => {
        changes.push(change)
        return Promise.resolve({ outcome: 'done', mapping: { ...change.after, id: 'x' } })
      },
    })
    fireEvent.click(cellAt(2, 1))
    const form = within(await screen.findByRole('dialog', { name: 'IOC: DE' }))
    fireEvent.change(form.getByLabelText('Confidence'), { target: { value: '0.95' } })
    fireEvent.click(form.getByRole('button', { name: 'Save' }))
    await until(() => screen.queryByRole('dialog') === null)

    expect(changes[0]?.before).toBe(countries[2])
    expect(changes[0]?.after.confidence).toBe(0.95)
  })

  it('keeps the form and its texts where the server refuses, and says why', async () => {
    show({ onSave: () => Promise.resolve({ outcome: 'refused', message: 'The key is taken.' }) })
    fireEvent.click(cellAt(3, 2))
    const form = within(await screen.findByRole('dialog'))
    fireEvent.change(form.getByLabelText(/^Source code/), { target: { value: '324' } })
    fireEvent.click(form.getByRole('button', { name: 'Save' }))

    expect(await form.findByText('Not saved: The key is taken.')).toBeTruthy()
    expect(form.getByLabelText<HTMLInputElement>(/^Source code/).value).toBe('324')
    expect(form.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBeFalse()
  })

  it('says so where somebody else was faster', async () => {
    show()
    fireEvent.click(cellAt(2, 1))
    fireEvent.click(await screen.findByRole('button', { name: 'Save' }))

    expect(await screen.findByText(/Somebody else has changed this mapping/)).toBeTruthy()
  })

  it('does not send a code that the system has mapped already', async () => {
    const onSave = jasmine.createSpy('onSave')
    show({ onSave })
    fireEvent.click(cellAt(3, 2))
    const form = within(await screen.findByRole('dialog'))
    fireEvent.change(form.getByLabelText(/^Source code/), { target: { value: '578' } })
    fireEvent.click(form.getByRole('button', { name: 'Save' }))

    expect(await form.findByText("This system's code already means NO.")).toBeTruthy()
    expect(onSave).not.toHaveBeenCalled()
  })

  it('lists the mappings of a cell with several, explains a conflict and opens records', async () => {
    const onOpen = jasmine.createSpy('onOpen')
    show({ onOpen })
    fireEvent.click(cellAt(3, 1))
    const dialog = within(await screen.findByRole('dialog', { name: 'IOC: GN' }))

    expect(
      dialog.getByText('GUI also means GW: it cannot be translated until one is left.'),
    ).toBeTruthy()

    fireEvent.click(dialog.getByRole('button', { name: 'Open record: GUI' }))

    expect(onOpen).toHaveBeenCalledOnceWith('IOC/GUI/GN')
  })

  it('closes by Escape and gives the focus back', async () => {
    show()
    cellAt(3, 2).focus()
    press('F2')
    await screen.findByRole('dialog')
    await until(() => document.activeElement?.tagName === 'INPUT')
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape', keyCode: 27 })

    await until(() => screen.queryByRole('dialog') === null)

    expect(document.activeElement).toBe(cellAt(3, 2))
  })

  it('offers no change to who may only read, but shows what is there', async () => {
    show({ mayWrite: false, mayCreate: false })

    expect(screen.queryByRole('button', { name: 'Add mapping' })).toBeNull()
    expect(cellAt(3, 2).textContent).toBe('Gap')

    fireEvent.click(cellAt(3, 2))

    expect(screen.queryByRole('dialog')).toBeNull()

    fireEvent.click(cellAt(5, 1))
    const dialog = within(await screen.findByRole('dialog', { name: 'IOC: NO' }))

    expect(dialog.queryByRole('textbox')).toBeNull()
    expect(dialog.getByRole('button', { name: 'Open record: NOR' })).toBeTruthy()
  })
})
