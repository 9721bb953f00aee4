import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react'

import { ledgerStatus } from '../../../solution/tables/index.js'
import { axeFindings } from '../support/axe.js'
import {
  deleteEntry,
  ledgerRow,
  makeEntries,
  makeEntry,
  makeJob,
  readEntry,
  setStatus,
  statusOf,
} from './ledger-rows.js'
import { mountTimeline, unmountTimelines } from './mounted-timeline.js'

/** The platform's number of the privilege. */
const writing = 3

/** Waits until it holds: jasmine's own expectations do not throw. */
const until = (holds: () => boolean) =>
  waitFor(() => {
    if (!holds()) throw new Error(`It never came true: ${String(holds)}`)
  })

const loaded = () => screen.findAllByText(/^[\d,]+(?: of [\d,+]+)? (?:entry|entries)$/)
const cards = () => screen.queryAllByRole('article')
const shows = (text: string) => document.body.textContent.includes(text)

async function confirm(action: RegExp, note?: string): Promise<void> {
  const dialog = within(await screen.findByRole('dialog'))
  if (note !== undefined) {
    fireEvent.change(dialog.getByLabelText('Note'), { target: { value: note } })
  }
  fireEvent.click(dialog.getByRole('button', { name: action }))
}

describe('the built timeline in the host', () => {
  let country: string

  beforeAll(() => {
    configure({ asyncUtilTimeout: 30_000 })
  })

  beforeEach(() => {
    country = crypto.randomUUID()
  })

  afterEach(unmountTimelines)

  it("shows the entries of the form's record, and never another's, not even while it loads", async () => {
    const strangers = Array.from({ length: 60 }, () =>
      ledgerRow(crypto.randomUUID(), { value: 'STRANGER' }),
    )
    await makeEntries(strangers)
    await makeEntry(ledgerRow(country))
    let sawStranger = false
    const observer = new MutationObserver(() => (sawStranger ||= shows('STRANGER')))
    observer.observe(document.body, { childList: true, subtree: true, characterData: true })
    await mountTimeline(country)
    await loaded()
    observer.disconnect()
    expect(sawStranger).toBeFalse()
    expect(cards().length).toBe(1)
  })

  it("writes times in the user's time zone, and calls columns as people do", async () => {
    await makeEntry(ledgerRow(country))
    await mountTimeline(country, { user: { timeZone: 'America/New_York' } })
    await loaded()
    // 02:30 in UTC is the evening before in New York.
    await until(() => shows('2/28/2026, 9:30 PM'))
    await screen.findByRole('heading', { name: 'Name' })
    fireEvent.click(screen.getByRole('combobox', { name: /Group by/ }))
    fireEvent.click(screen.getByRole('option', { name: 'Day' }))
    await screen.findByRole('heading', { name: 'Saturday, February 28, 2026' })
  })

  it("writes when a value becomes stale in the user's time, also where clocks change before", async () => {
    const applied = { appliedOn: '2026-03-07T17:00:00Z', staleOn: '2026-03-08T17:00:00Z' }
    await makeEntry(ledgerRow(country, { ledgerStatus: ledgerStatus.certified.value, ...applied }))
    await mountTimeline(country, { user: { timeZone: 'America/New_York' } })
    await loaded()
    expect(screen.getByText('Stale')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /^Details of/ }))
    // A day of 24 hours later, on a clock that was put forward in the night.
    await until(() => shows('3/7/2026, 12:00 PM') && shows('3/8/2026, 1:00 PM'))
  })

  it('shows that the record was changed outside, and what it has now', async () => {
    await makeEntry(
      ledgerRow(country, {
        ledgerStatus: ledgerStatus.certified.value,
        appliedOn: '2026-03-07T17:00:00Z',
        driftedOn: '2026-03-09T17:00:00Z',
        outsideValue: 'Norge',
      }),
    )
    await mountTimeline(country)
    await loaded()
    await until(() => shows('Changed outside') && shows('Norge'))
  })

  it('certifies with a note, and shows the row as it is then', async () => {
    const id = await makeEntry(ledgerRow(country, { notes: 'Asked Oslo.' }))
    await mountTimeline(country)
    fireEvent.click(await screen.findByRole('button', { name: /^Certify .* from HRIS/ }))
    await confirm(/^Certify this value/, 'Seen the passport.')
    await screen.findByRole('button', { name: /^Revoke .* from HRIS/ })
    expect(await statusOf(id)).toBe(ledgerStatus.certified.value)
    expect((await readEntry(id)).govcdm_notes).toBe('Asked Oslo.\nSeen the passport.')
    // The service has not carried it out yet.
    expect(screen.getByText('Being carried out')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Details of/ }))
  })

  it('changes nothing but status and notes', async () => {
    const id = await makeEntry(ledgerRow(country))
    const before = await readEntry(id)
    await mountTimeline(country)
    fireEvent.click(await screen.findByRole('button', { name: /^Reject .* from HRIS/ }))
    await confirm(/^Reject this value/, 'Wrong.')
    await until(() => shows('Rejected. The integration service carries it out.'))
    const after = await readEntry(id)
    const changed = Object.keys(after).filter((name) => after[name] !== before[name])
    expect(changed.filter((name) => name.startsWith('govcdm_'))).toEqual(
      jasmine.arrayWithExactContents(['govcdm_ledgerstatus', 'govcdm_notes']),
    )
  })

  it('tells who was slower, and leaves what the faster one decided', async () => {
    const id = await makeEntry(ledgerRow(country))
    await mountTimeline(country)
    const certify = await screen.findByRole('button', { name: /^Certify .* from HRIS/ })
    await setStatus(id, 'rejected')
    fireEvent.click(certify)
    await confirm(/^Certify this value/)
    await until(() => shows('Somebody else was faster'))
    await until(() => screen.queryByRole('button', { name: /^Certify/ }) === null)
    expect(await statusOf(id)).toBe(ledgerStatus.rejected.value)
  })

  it('decides on a selection row by row: done, overtaken, refused and why', async () => {
    const sources = ['A', 'B', 'C']
    const [done = '', overtaken = '', gone = ''] = await Promise.all(
      sources.map((source) => makeEntry(ledgerRow(country, { sourceSystemKey: source }))),
    )
    await mountTimeline(country)
    fireEvent.click(await screen.findByRole('checkbox', { name: /^Select all/ }))
    await setStatus(overtaken, 'rejected')
    await deleteEntry(gone)
    fireEvent.click(screen.getByRole('button', { name: 'Certify (3)' }))
    await confirm(/^Certify 3 values/)
    await screen.findAllByText('1 done. 1 changed by somebody else first. 1 refused.')
    expect(await statusOf(done)).toBe(ledgerStatus.certified.value)
    expect(await statusOf(overtaken)).toBe(ledgerStatus.rejected.value)
  })

  it('is read-only where the form is, and without the privilege to write', async () => {
    await makeEntry(ledgerRow(country))
    const form = await mountTimeline(country, { options: { disabled: true } })
    await loaded()
    expect(screen.queryByRole('button', { name: /^Certify/ })).toBeNull()
    expect(shows('nothing can be decided on this form')).toBeTrue()
    form.update({ disabled: false })
    await screen.findByRole('button', { name: /^Certify/ })
    unmountTimelines()
    await mountTimeline(country, { hasPrivilege: (_table, privilege) => privilege !== writing })
    await loaded()
    expect(shows('you may not change ledger entries')).toBeTrue()
  })

  it('asks for the record to be saved first, and follows once it is', async () => {
    await makeEntry(ledgerRow(country))
    const form = await mountTimeline(undefined)
    await until(() => shows('Save the record first'))
    expect(cards().length).toBe(0)
    form.update({ record: { table: 'govcdm_country', id: `{${country.toUpperCase()}}` } })
    await loaded()
    expect(cards().length).toBe(1)
  })

  it('shows no rows where it stands on no form, nor those it may not read', async () => {
    await makeEntry(ledgerRow(country))
    await mountTimeline(undefined, { options: { record: undefined as never } })
    await until(() => shows('No record to show the history of'))
    unmountTimelines()
    await mountTimeline(country, { hasPrivilege: () => false })
    await until(() => shows('You may not read ledger entries'))
  })

  it('takes the record from its inputs, and all of a view where it is told to', async () => {
    await makeEntry(ledgerRow(country, { sourceSystemKey: `S-${country}` }))
    const inputs = { targetTable: 'govcdm_country', targetId: country }
    await mountTimeline(crypto.randomUUID(), { options: { inputs } })
    await loaded()
    expect(cards().length).toBe(1)
    unmountTimelines()
    const view = await mountTimeline(undefined, {
      options: { inputs: { scope: 'view' } },
      source: {
        fetchXml: `<fetch><entity name="govcdm_integrationledger"><filter><condition attribute="govcdm_sourcesystemkey" operator="eq" value="S-${country}"/></filter></entity></fetch>`,
      },
    })
    fireEvent.click(await screen.findByRole('button', { name: /^Open the record/ }))
    expect(view.log.opened).toEqual([{ entityName: 'govcdm_country', entityId: country }])
  })

  it('says what the platform says when it cannot load, and tries again', async () => {
    await mountTimeline(country, {
      source: { fetchXml: '<fetch><entity name="nothing"/></fetch>' },
    })
    await until(() => shows('The entries could not be loaded:'))
    expect(await axeFindings()).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await until(() => shows('The entries could not be loaded:'))
  })

  it('reads page after page, never more than it is asked for, and keeps its place', async () => {
    await makeEntries(
      Array.from({ length: 130 }, (_, index) =>
        ledgerRow(country, { value: `v${index}`, aspectKey: `c${index}` }),
      ),
    )
    await mountTimeline(country)
    await screen.findAllByText('50 of 130 entries')
    fireEvent.click(screen.getByRole('button', { name: 'Load more' }))
    await screen.findAllByText('100 of 130 entries')
    const [certify] = screen.getAllByRole('button', { name: /^Certify .* from/ })
    fireEvent.click(certify as Element)
    await confirm(/^Certify this value/)
    await screen.findByRole('button', { name: /^Revoke/ })
    await screen.findAllByText('100 of 130 entries')
    fireEvent.click(screen.getByRole('button', { name: 'Load more' }))
    await screen.findAllByText('130 entries')
  })

  it('filters on the server, so that nothing beyond the first page is missed', async () => {
    await makeEntries([
      ...Array.from({ length: 60 }, () => ledgerRow(country)),
      ledgerRow(country, { value: '100%_sure', observedDateTime: '2020-01-01T00:00:00Z' }),
    ])
    await mountTimeline(country)
    await screen.findAllByText('50 of 61 entries')
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '0%_s' } })
    await screen.findAllByText('1 entry')
    expect(shows('100%_sure')).toBeTrue()
    fireEvent.click(screen.getByRole('button', { name: 'Clear filters' }))
    await screen.findAllByText('50 of 61 entries')
    fireEvent.click(screen.getByRole('combobox', { name: /Status/ }))
    fireEvent.click(screen.getByRole('option', { name: 'Revoked' }))
    await until(() => shows('No entry matches the filters.'))
  })

  it('opens the job that brought a value', async () => {
    await makeEntry({ ...ledgerRow(country), ...(await makeJob('JOB-7')) })
    const { log } = await mountTimeline(country)
    fireEvent.click(await screen.findByRole('button', { name: /^Details of/ }))
    fireEvent.click(await screen.findByRole('button', { name: 'Open the sync job JOB-7' }))
    expect(log.opened[0]?.entityName).toBe('govcdm_integrationsyncjob')
  })

  for (const theme of ['light', 'dark', 'highContrast'] as const) {
    it(`has nothing that axe objects to with rows, in ${theme}`, async () => {
      await makeEntry(ledgerRow(country, { appliedOn: '2026-03-01T00:00:00Z' }))
      await makeEntry(ledgerRow(country, { value: 'Norge', sourceSystemKey: 'ERP' }))
      const { container } = await mountTimeline(country, { theme })
      await loaded()
      fireEvent.click((await screen.findAllByRole('button', { name: /^Details of/ }))[0] as Element)
      expect(await axeFindings(container)).toEqual([])
    })
  }

  it('turns round from right to left, in the language of its user', async () => {
    await makeEntry(ledgerRow(country))
    await mountTimeline(country, { user: { isRightToLeft: true, languageId: 3082 } })
    const group = await screen.findByRole('group', { name: 'Provenance' })
    expect(getComputedStyle(group).direction).toBe('rtl')
    await screen.findByRole('button', { name: /^Certificar/ })
  })

  it('fits into 320 pixels', async () => {
    await makeEntry(
      ledgerRow(country, { value: 'x'.repeat(500), appliedOn: '2026-03-01T00:00:00Z' }),
    )
    await makeEntry(ledgerRow(country, { value: 'y'.repeat(500), sourceSystemKey: 'z'.repeat(90) }))
    const { container } = await mountTimeline(country)
    container.style.width = '320px'
    await loaded()
    await until(() => cards().length === 2)
    expect(container.scrollWidth).toBeLessThanOrEqual(320)
  })

  it('draws 10,000 entries at once, and few of them into the page', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      ledgerRow(country, { value: `v${index}`, aspectKey: `c${index % 100}` }),
    )
    await makeEntries(many)
    await mountTimeline(country, { source: { pageSize: 5_000 } })
    await screen.findAllByText('5,000 of 5,000+ entries', {}, { timeout: 60_000 })
    fireEvent.click(screen.getByRole('button', { name: 'Load more' }))
    await screen.findAllByText('10,000 entries', {}, { timeout: 60_000 })
    expect(document.querySelectorAll('.ms-List-cell').length).toBeLessThanOrEqual(80)
  }, 60_000)

  it('leaves nothing behind once it is destroyed', async () => {
    await makeEntry(ledgerRow(country))
    // The first one brings what Fluent keeps for the whole page.
    await mountTimeline(country)
    await loaded()
    unmountTimelines()
    const open = new Map<string, number>()
    const count = (name: string, by: number) => open.set(name, (open.get(name) ?? 0) + by)
    const start = window.setInterval.bind(window)
    const stop = window.clearInterval.bind(window)
    spyOn(window, 'setInterval').and.callFake(((...args: Parameters<typeof start>) => {
      count('interval', 1)
      return start(...args)
    }) as typeof start)
    spyOn(window, 'clearInterval').and.callFake((id) => {
      count('interval', -1)
      stop(id)
    })
    for (const target of [window, document, document.body] as EventTarget[]) {
      const add = target.addEventListener.bind(target)
      const remove = target.removeEventListener.bind(target)
      spyOn(target, 'addEventListener').and.callFake((...args: Parameters<typeof add>) => {
        count(args[0], 1)
        add(...args)
      })
      spyOn(target, 'removeEventListener').and.callFake((...args: Parameters<typeof remove>) => {
        count(args[0], -1)
        remove(...args)
      })
    }
    const timeline = await mountTimeline(country)
    await loaded()
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'half typed' } })
    fireEvent.click(screen.getByRole('button', { name: /^Certify .* from HRIS/ }))
    await screen.findByRole('dialog')
    const sent = spyOn(window, 'fetch').and.callThrough()
    unmountTimelines()
    timeline.destroy()
    await new Promise((resolve) => setTimeout(resolve, 800))
    expect(sent).not.toHaveBeenCalled()
    expect([...open].filter(([, number]) => number > 0)).toEqual([])
    expect(document.querySelector('.ms-Layer, [role="dialog"]')).toBeNull()
  })
})
