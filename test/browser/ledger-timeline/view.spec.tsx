import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import * as React from 'react'

import type { Content, TimelineProps } from '../../../controls/LedgerTimeline/view/props.js'
import { TimelineView } from '../../../controls/LedgerTimeline/view/TimelineView.js'
import type { RowOutcome } from '../../../controls/shared/row-writes.js'
import type { Strings } from '../../../controls/shared/strings.js'
import { certified, day, entry } from './entries.js'
import { propsOf, timelineTexts } from './view-props.js'

describe('the timeline', () => {
  let texts: Strings

  beforeAll(async () => {
    texts = await timelineTexts()
  })

  afterEach(cleanup)

  const show = (entries: Parameters<typeof propsOf>[1], over: Partial<TimelineProps> = {}) =>
    render(<TimelineView {...propsOf(texts, entries, over)} />)
  /** Waits until it holds: jasmine's own expectations do not throw. */
  const until = (holds: () => boolean) =>
    waitFor(() => {
      if (!holds()) throw new Error(`It never came true: ${String(holds)}`)
    })
  const said = () =>
    screen.getAllByRole('status').map(({ textContent }) => textContent.replace('\u00a0', ''))

  it('says of a value what it was, where it came from, why, and who certified it', () => {
    show([
      certified({
        previousValue: 'ada@old.gov',
        certifiedBy: { table: 'systemuser', id: '1', name: 'Grace Hopper' },
        certified: day(2),
        reason: 'A steward certified it.',
      }),
    ])
    const card = screen.getByRole('article', { name: 'E-mail from HRIS, Certified' })
    expect(card.textContent).toContain('from ada@old.gov to ada@agency.gov')
    expect(card.textContent).toContain('HRIS · 2026-01-02 · certified by Grace Hopper, 2026-01-03')
    expect(card.textContent).toContain('A steward certified it.')
    expect(within(card).getByText('On the record now')).toBeTruthy()
  })

  it('marks what is stale, superseded, in conflict and not yet carried out', async () => {
    show([
      certified({ value: 'a', stale: day(99) }),
      entry({ value: 'b', source: 'ERP' }),
      certified({ value: 'c', source: 'Old', superseded: day(3) }),
      entry({ value: 'd', source: 'CRM', aspectKey: 'fax', status: 'certified' }),
    ])
    await screen.findByRole('article', { name: /HRIS/ })
    const card = (name: RegExp) => within(screen.getByRole('article', { name }))
    expect(card(/HRIS/).getByText('Stale')).toBeTruthy()
    expect(card(/HRIS/).getByText('In conflict')).toBeTruthy()
    expect(card(/ERP/).getByText('In conflict')).toBeTruthy()
    expect(card(/Old/).getByText('Superseded')).toBeTruthy()
    expect(card(/CRM/).getByText('Being carried out')).toBeTruthy()
  })

  it('shows the first of two certifications as half done, and lets somebody else do the rest', () => {
    const half = {
      firstCertifiedBy: { table: 'systemuser', id: '1', name: 'Grace Hopper' },
      firstCertified: day(2),
    }
    show([entry(half), entry({ ...half, source: 'ERP', isFirstMine: true })])
    const card = (name: RegExp) => within(screen.getByRole('article', { name }))

    expect(card(/HRIS/).getByText('Certified once')).toBeTruthy()
    expect(
      card(/HRIS/).getByText('Certified once by Grace Hopper; a second steward is needed.'),
    ).toBeTruthy()
    expect(card(/HRIS/).getByRole('button', { name: 'Certify E-mail from HRIS' })).toBeTruthy()
    expect(card(/ERP/).getByText('You certified it once; a second steward is needed.')).toBeTruthy()
    expect(card(/ERP/).queryByRole('button', { name: 'Certify E-mail from ERP' })).toBeNull()
    expect(card(/ERP/).getByRole('button', { name: 'Reject E-mail from ERP' })).toBeTruthy()
  })

  it('calls a value certified twice no half one, nor one that is history', () => {
    const firstCertifiedBy = { table: 'systemuser', id: '1', name: 'Grace Hopper' }
    show([certified({ firstCertifiedBy }), entry({ firstCertifiedBy, superseded: day(3) })])

    expect(screen.queryByText('Certified once')).toBeNull()
    expect(screen.queryByText(/a second steward is needed/)).toBeNull()
  })

  it('shows that the record was changed outside, and what it has now', () => {
    show([
      certified({ drifted: day(4), outsideValue: 'ada@home.example' }),
      certified({ source: 'ERP', aspectKey: 'fax', drifted: day(4) }),
      certified({ source: 'Old', superseded: day(5), drifted: day(4), outsideValue: 'gone' }),
    ])
    const card = (name: RegExp) => screen.getByRole('article', { name })

    expect(within(card(/HRIS/)).getByText('Changed outside')).toBeTruthy()
    expect(within(card(/HRIS/)).queryByText('On the record now')).toBeNull()
    expect(card(/HRIS/).textContent).toContain(
      'The record was changed outside, found 2026-01-05. It has now: ada@home.example',
    )
    expect(card(/ERP/).textContent).toContain('It has now: No value')
    expect(within(card(/Old/)).queryByText('Changed outside')).toBeNull()
    expect(card(/Old/).textContent).not.toContain('gone')
  })

  it('shows why a decision was put back, or a value could not be restored', () => {
    const reason = 'The certification was put back: the record is not there any more.'
    show([entry({ reason })])

    expect(screen.getByRole('article', { name: /HRIS, Pending/ }).textContent).toContain(reason)
  })

  it('puts contradicting values side by side, to decide between them', () => {
    show([certified({ value: 'Norway' }), entry({ value: 'Norge', source: 'ERP' })])
    const panel = within(screen.getByRole('region', { name: 'Conflict on E-mail' }))
    expect(panel.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      jasmine.stringContaining('Norway'),
      jasmine.stringContaining('Norge'),
    ])
    expect(panel.getByRole('button', { name: 'Certify E-mail from ERP' })).toBeTruthy()
    expect(panel.getByRole('button', { name: 'Revoke E-mail from HRIS' })).toBeTruthy()
  })

  it('groups by aspect, and by day on request', () => {
    show([entry({ observed: day(1) }), entry({ observed: day(2), aspectKey: 'fax' })])
    const headings = () =>
      screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)
    expect(headings()).toEqual(['fax', 'E-mail'])
    fireEvent.click(screen.getByRole('combobox', { name: /Group by/ }))
    fireEvent.click(screen.getByRole('option', { name: 'Day' }))
    expect(headings()).toEqual(['2026-01-03', '2026-01-02'])
  })

  it('shows the trace in words, and opens the entry, its item, its job and its record', () => {
    const onOpen = jasmine.createSpy('onOpen')
    const one = entry({
      item: { table: 'item', id: 'i', name: 'ITEM-1' },
      job: { table: 'job', id: 'j', name: 'JOB-1' },
      notes: 'Asked HR.',
    })
    show([one], { onOpen, ofOneRecord: false })
    const toggle = screen.getByRole('button', { name: 'Details of E-mail from HRIS' })
    expect(toggle.getAttribute('aria-expanded')).toBe('false')
    fireEvent.click(toggle)
    expect(screen.getByText('waits for a steward')).toBeTruthy()
    expect(screen.getByText('Asked HR.')).toBeTruthy()
    for (const name of [
      `Open the entry ${one.name}`,
      'Open the sync item ITEM-1',
      'Open the sync job JOB-1',
    ]) {
      fireEvent.click(screen.getByRole('button', { name }))
    }
    const [, fromDetails] = screen.getAllByRole('button', { name: 'Open the record (Contact)' })
    fireEvent.click(fromDetails as Element)
    expect(onOpen.calls.allArgs().map(([, id]) => id as string)).toEqual([
      one.id,
      'i',
      'j',
      one.targetId,
    ])
  })

  it('offers on each entry only what its status allows', () => {
    show([
      entry({ source: 'A' }),
      certified({ source: 'B', value: 'ada@agency.gov' }),
      entry({ source: 'C', status: 'rejected' }),
    ])
    const buttons = (name: RegExp) =>
      within(screen.getByRole('article', { name }))
        .getAllByRole('button')
        .map(({ textContent }) => textContent)
    expect(buttons(/from A/)).toEqual(['Details', 'Certify', 'Reject'])
    expect(buttons(/from B/)).toEqual(['Details', 'Revoke'])
    expect(buttons(/from C/)).toEqual(['Details'])
  })

  it('offers nothing where nothing may be decided, and says why', () => {
    show([entry()], { readOnly: 'noPrivilege' })
    expect(screen.queryByRole('button', { name: /Certify/ })).toBeNull()
    expect(screen.queryByRole('checkbox')).toBeNull()
    expect(screen.getByText('Read-only: you may not change ledger entries.')).toBeTruthy()
  })

  it('asks before it rejects, and sends nothing when that is cancelled', async () => {
    const onDecide = jasmine.createSpy('onDecide')
    show([entry()], { onDecide })
    fireEvent.click(screen.getByRole('button', { name: 'Reject E-mail from HRIS' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByText(/cannot be undone/)).toBeTruthy()
    fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }))
    await until(() => screen.queryByRole('dialog') === null)
    expect(onDecide).not.toHaveBeenCalled()
  })

  it('sends the decision with its note, announces it, and keeps the focus at the entry', async () => {
    const onDecide = jasmine
      .createSpy<TimelineProps['onDecide']>('onDecide')
      .and.callFake((_action, entries) =>
        Promise.resolve(entries.map(({ id }) => ({ outcome: 'done' as const, id }))),
      )
    const one = entry()
    const { rerender } = show([one], { onDecide })
    const button = screen.getByRole('button', { name: 'Certify E-mail from HRIS' })
    button.focus()
    fireEvent.click(button)
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.change(dialog.getByLabelText('Note'), { target: { value: 'Seen the badge.' } })
    fireEvent.click(dialog.getByRole('button', { name: 'Certify this value' }))
    expect(onDecide).toHaveBeenCalledOnceWith('certify', [one], 'Seen the badge.')
    await until(() => said().some((text) => text.startsWith('Certified.')))
    rerender(
      <TimelineView
        {...propsOf(texts, [{ ...one, status: 'certified', settledStatus: 'pending' }])}
      />,
    )
    const details = screen.getByRole('button', { name: 'Details of E-mail from HRIS' })
    await until(() => document.activeElement === details)
  })

  it('says what became of a decision though no entry is left, and has the focus there', async () => {
    const { rerender } = show([entry()])
    const button = screen.getByRole('button', { name: 'Certify E-mail from HRIS' })
    button.focus()
    fireEvent.click(button)
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.click(dialog.getByRole('button', { name: 'Certify this value' }))
    rerender(<TimelineView {...propsOf(texts, [], { content: { state: 'empty' } })} />)
    const [bar] = await screen.findAllByText(/^Certified\./, { selector: 'bdi' })
    await until(() => said().some((text) => text.startsWith('Certified.')))
    await until(() => document.activeElement?.contains(bar ?? null) === true)
    expect(document.activeElement?.tagName).not.toBe('BODY')
  })

  it('says a decision again with the count that it leaves', async () => {
    const [one, other] = [entry({ source: 'A' }), entry({ source: 'B' })]
    const { rerender } = show([one, other])
    fireEvent.click(screen.getByRole('button', { name: 'Certify E-mail from B' }))
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.click(dialog.getByRole('button', { name: 'Certify this value' }))
    await until(() => said().some((text) => text.startsWith('Certified.')))
    rerender(<TimelineView {...propsOf(texts, [one])} />)
    await until(() => said().some((text) => /^Certified\..* 1 entry$/.test(text)))
  })

  it('decides on a selection, counts it first, and reports row by row', async () => {
    const [done, overtaken, refused] = [
      entry({ source: 'A' }),
      entry({ source: 'B' }),
      entry({ source: 'C' }),
    ]
    const outcomes: readonly RowOutcome[] = [
      { outcome: 'done', id: done.id },
      { outcome: 'overtaken' },
      { outcome: 'refused', message: 'No privilege.' },
    ]
    const onSelect = jasmine.createSpy('onSelect')
    show([done, overtaken, refused, certified({ source: 'D', value: 'ada@agency.gov' })], {
      onDecide: () => Promise.resolve(outcomes),
      onSelect,
    })
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select all open entries shown' }))
    expect((onSelect.calls.mostRecent().args[0] as string[]).length).toBe(4)
    fireEvent.click(screen.getByRole('button', { name: 'Certify (3)' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByText('Not open to this decision, and left as they are: 1.')).toBeTruthy()
    fireEvent.click(dialog.getByRole('button', { name: 'Certify 3 values' }))
    await screen.findAllByText('1 done. 1 changed by somebody else first. 1 refused.')
    const card = (name: RegExp) => within(screen.getByRole('article', { name }))
    expect(card(/from A/).getByText('Done')).toBeTruthy()
    expect(card(/from B/).getByText(/Somebody else was faster/)).toBeTruthy()
    expect(card(/from C/).getByText('The entry was not changed: No privilege.')).toBeTruthy()
    // What was not done stays selected, so that it can be tried again.
    expect(screen.getByText('3 selected')).toBeTruthy()
  })

  it('leads from entry to entry by arrow keys', () => {
    show([entry({ source: 'A', observed: day(2) }), entry({ source: 'B', observed: day(1) })])
    const [first, second] = screen.getAllByRole('button', { name: /^Details of/ })
    first?.focus()
    fireEvent.keyDown(first as Element, { key: 'ArrowDown' })
    expect(document.activeElement).toBe(second ?? null)
    fireEvent.keyDown(second as Element, { key: 'ArrowUp' })
    expect(document.activeElement).toBe(first ?? null)
  })

  it('filters by source, aspect, status and text', async () => {
    const onFilter = jasmine.createSpy('onFilter')
    show([entry({ source: 'ERP' })], { onFilter })
    const choose = (list: RegExp, name: string) => {
      fireEvent.click(screen.getByRole('combobox', { name: list }))
      fireEvent.click(screen.getByRole('option', { name }))
    }
    choose(/Source system/, 'ERP')
    choose(/^Aspect/, 'E-mail')
    choose(/Status/, 'Pending')
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'agency' } })
    await until(() => onFilter.calls.count() === 4)
    const asked = onFilter.calls.allArgs().map(([filters]) => filters as unknown)
    expect(asked).toEqual([
      jasmine.objectContaining({ source: 'ERP' }),
      jasmine.objectContaining({ aspect: 'emailaddress1' }),
      jasmine.objectContaining({ status: 'pending' }),
      jasmine.objectContaining({ text: 'agency' }),
    ])
  })

  it('says how many entries of how many it shows', () => {
    const onLoadMore = jasmine.createSpy('onLoadMore')
    const content: Content = {
      state: 'entries',
      entries: [entry()],
      total: { kind: 'moreThan', count: 5_000 },
      hasMore: true,
      isLoading: false,
    }
    show([], { content, onLoadMore })
    expect(screen.getAllByText('1 of 5,000+ entries').length).toBeGreaterThan(0)
    fireEvent.click(screen.getByRole('button', { name: 'Load more' }))
    expect(onLoadMore).toHaveBeenCalledTimes(1)
  })
})
