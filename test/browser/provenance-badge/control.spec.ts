import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react'

import { ledgerStatus } from '../../../solution/tables/index.js'
import { ledgerRow, makeEntries, makeEntry } from '../ledger-timeline/ledger-rows.js'
import { axeFindings } from '../support/axe.js'
import { mountBadge, unmountBadges } from './mounted-badges.js'
import { until } from './view-page.js'

const shows = (text: string) => document.body.textContent.includes(text)
const badges = () => screen.findAllByRole('button', { name: /show history/ })

describe('The built badge in the host', () => {
  let contact: string
  let requests: string[]

  beforeAll(() => {
    configure({ asyncUtilTimeout: 30_000 })
  })

  beforeEach(() => {
    contact = crypto.randomUUID()
    requests = []
    const send = window.fetch.bind(window)
    spyOn(window, 'fetch').and.callFake((...args: Parameters<typeof send>) => {
      const [url] = args
      if (typeof url === 'string' && url.includes('govcdm_integrationledgers?')) requests.push(url)
      return send(...args)
    })
  })

  afterEach(unmountBadges)

  const row = (aspectKey: string, over: Parameters<typeof ledgerRow>[1] = {}) =>
    ledgerRow(contact, {
      targetTable: 'contact',
      aspectKey,
      value: 'Ada',
      ledgerStatus: ledgerStatus.certified.value,
      settledStatus: ledgerStatus.certified.value,
      appliedOn: '2026-03-01T02:30:00Z',
      latest: true,
      ...over,
    })

  it('says of each column where its value came from, all columns by one request', async () => {
    const columns = ['firstname', 'lastname', 'emailaddress1', 'jobtitle', 'telephone1']
    await makeEntries(columns.map((column) => row(column, { sourceSystemKey: `of ${column}` })))
    await makeEntry(
      ledgerRow(crypto.randomUUID(), { targetTable: 'contact', aspectKey: 'lastname' }),
    )
    for (const column of columns) await mountBadge(contact, column, 'Ada')
    await waitFor(() => {
      if (screen.queryAllByRole('button', { name: /show history/ }).length !== 5) throw new Error()
    })
    for (const column of columns) expect(shows(`of ${column}`)).toBeTrue()
    expect(requests.length).toBe(1)
    expect(await axeFindings()).toEqual([])
  })

  it('asks once more when a save has brought other values, for all badges at once', async () => {
    const [one, other] = [
      await mountBadge(contact, 'firstname', 'Ada'),
      await mountBadge(contact, 'lastname', 'Lovelace'),
    ]
    await until(() => screen.queryAllByText('No provenance').length === 2)
    await makeEntry(row('firstname', { sourceSystemKey: 'ERP' }))
    one.update({ bound: { value: { table: 'contact', column: 'firstname', value: 'Grace' } } })
    other.update({ bound: { value: { table: 'contact', column: 'lastname', value: 'Hopper' } } })
    await until(() => shows('ERP'))
    expect(requests.length).toBe(2)
    expect(screen.getAllByRole<HTMLInputElement>('textbox').map(({ value }) => value)).toEqual([
      'Grace',
      'Hopper',
    ])
  })

  it('does not ask again for what was typed into it', async () => {
    const badge = await mountBadge(contact, 'firstname', 'Ada')
    await until(() => shows('No provenance'))
    const input = screen.getByRole('textbox')
    fireEvent.focus(input)
    fireEvent.change(input, { target: { value: 'Grace' } })
    badge.update({ bound: { value: { table: 'contact', column: 'firstname', value: 'Grace' } } })
    fireEvent.blur(input)
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(badge.put).toEqual(['Grace'])
    expect(requests.length).toBe(1)
  })

  it('shows the history of its column alone, and opens an entry', async () => {
    const id = await makeEntry(row('firstname', { previousValue: 'Augusta', reason: 'Because.' }))
    await makeEntry(row('lastname', { value: 'OTHER' }))
    const { log } = await mountBadge(contact, 'firstname', 'Ada')
    fireEvent.click((await badges())[0] as Element)
    const dialog = within(await screen.findByRole('dialog', { name: 'History of firstname' }))
    await dialog.findAllByText('1 entry')
    expect(shows('from Augusta to Ada')).toBeTrue()
    expect(shows('Because.')).toBeTrue()
    // 02:30 in UTC is the evening before in New York.
    expect(dialog.getByRole('listitem').textContent).toMatch(/2\/28\/2026,? 9:30\sPM/)
    expect(shows('OTHER')).toBeFalse()
    fireEvent.click(dialog.getByRole('button', { name: 'Open the entry LEDGER-1' }))
    expect(log.opened).toEqual([{ entityName: 'govcdm_integrationledger', entityId: id }])
  })

  it('finds the column in what was said of the whole record', async () => {
    await makeEntry(row('*', { value: '{"firstname":"Ada","fax":"1"}', ledgerAspect: 166_840_001 }))
    await mountBadge(contact, 'firstname', 'Ada')
    await mountBadge(contact, 'lastname', 'Lovelace')
    await until(() => shows('Certified'))
    await until(() => shows('No provenance'))
    expect((await badges()).length).toBe(1)
  })

  it('shows a lookup by a badge alone that is bound to another column', async () => {
    await makeEntry(row('parentcustomerid', { sourceSystemKey: 'CRM' }))
    const inputs = { display: 'alone', column: 'parentcustomerid' }
    await mountBadge(contact, 'firstname', 'NOT SHOWN', { options: { inputs } })
    await until(() => shows('CRM'))
    expect(shows('NOT SHOWN')).toBeFalse()
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('takes the record from its inputs', async () => {
    await makeEntry(row('firstname', { sourceSystemKey: 'CRM' }))
    const inputs = { targetTable: 'contact', targetId: `{${contact.toUpperCase()}}` }
    await mountBadge(crypto.randomUUID(), 'firstname', 'Ada', { options: { inputs } })
    await until(() => shows('CRM'))
  })

  it('is nothing but an input on a new record, and asks once it is saved', async () => {
    const badge = await mountBadge(undefined, 'firstname', null)
    const input = screen.getByRole<HTMLInputElement>('textbox')
    fireEvent.focus(input)
    fireEvent.change(input, { target: { value: 'Ada' } })
    expect(requests.length).toBe(0)
    await makeEntry(row('firstname', { sourceSystemKey: 'CRM' }))
    badge.update({ record: { table: 'contact', id: contact } })
    await until(() => shows('CRM'))
    // The form was saved while somebody typed on.
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('Ada')
  })

  it('says that it may not read, without asking', async () => {
    await mountBadge(contact, 'firstname', 'Ada', { hasPrivilege: () => false })
    await until(() => shows('No access to provenance'))
    expect(requests.length).toBe(0)
  })

  it('says that there may be more where the ledger has more than was read', async () => {
    await makeEntries(
      Array.from({ length: 251 }, (_, index) => row('fax', { value: String(index) })),
    )
    await mountBadge(contact, 'firstname', 'Ada')
    await until(() => shows('Not among the newest entries'))
  })

  it('puts out values as the platform takes them, of each type', async () => {
    const money = await mountBadge(contact, 'annualincome', 5)
    const input = within(money.container).getByRole<HTMLInputElement>('textbox')
    expect(input.value).toMatch(/^\$5\.00/)
    fireEvent.focus(input)
    fireEvent.change(input, { target: { value: '-1' } })
    fireEvent.blur(input)
    await until(() => shows('-1 is not between'))
    fireEvent.change(input, { target: { value: '1,000.5' } })
    fireEvent.blur(input)
    expect(money.put).toEqual([1000.5])
    const birthday = await mountBadge(contact, 'birthdate', new Date('2026-03-01T00:00:00Z'))
    const date = within(birthday.container).getByRole<HTMLInputElement>('textbox')
    expect(date.value).toBe('3/1/2026')
    fireEvent.focus(date)
    fireEvent.change(date, { target: { value: '12/31/1999' } })
    fireEvent.blur(date)
    expect(birthday.put).toEqual([new Date(1999, 11, 31)])
  })

  it('turns round from right to left, in the language of its user, and fits into 320 pixels', async () => {
    await makeEntry(
      row('firstname', { sourceSystemKey: 'z'.repeat(90), staleOn: '2026-03-02T00:00:00Z' }),
    )
    const { container } = await mountBadge(contact, 'firstname', 'Ada', {
      user: { isRightToLeft: true, languageId: 3082 },
    })
    container.style.width = '320px'
    await until(() => shows('Certificado'))
    const badge = screen.getByRole('button', { name: /mostrar el historial/ })
    expect(getComputedStyle(badge).direction).toBe('rtl')
    expect(container.scrollWidth).toBeLessThanOrEqual(320)
  })

  it('leaves nothing behind once it is destroyed', async () => {
    await makeEntry(row('birthdate'))
    const use = async () => {
      await mountBadge(contact, 'birthdate', new Date('2026-03-01T00:00:00Z'))
      fireEvent.click(screen.getByRole('button', { name: /^Calendar/ }))
      await screen.findByRole('dialog')
      fireEvent.click((await badges())[0] as Element)
      await screen.findByRole('dialog', { name: /History/ })
    }
    // The first one brings what Fluent keeps for the whole page.
    await use()
    unmountBadges()
    await new Promise((resolve) => setTimeout(resolve, 600))
    const kept = new Map<string, number>()
    for (const target of [window, document, document.body] as EventTarget[]) {
      const add = target.addEventListener.bind(target)
      const remove = target.removeEventListener.bind(target)
      const count = (name: string, by: number) => kept.set(name, (kept.get(name) ?? 0) + by)
      spyOn(target, 'addEventListener').and.callFake((...args: Parameters<typeof add>) => {
        count(args[0], 1)
        add(...args)
      })
      spyOn(target, 'removeEventListener').and.callFake((...args: Parameters<typeof remove>) => {
        count(args[0], -1)
        remove(...args)
      })
    }
    const elements = document.body.childElementCount
    await use()
    unmountBadges()
    const sent = requests.length
    await new Promise((resolve) => setTimeout(resolve, 800))
    expect(requests.length).toBe(sent)
    expect([...kept].filter(([, number]) => number > 0)).toEqual([])
    expect(document.body.childElementCount).toBe(elements)
  })
})
