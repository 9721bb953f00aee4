import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import * as React from 'react'

import { BadgeView } from '../../../controls/ProvenanceBadge/view/BadgeView.js'
import type { BadgeContent, BadgeProps } from '../../../controls/ProvenanceBadge/view/props.js'
import type { Strings } from '../../../controls/shared/strings.js'
import { certified, day, entry } from '../ledger-timeline/entries.js'
import { axeFindings } from '../support/axe.js'
import { fieldWith, textData } from './texts.js'
import { badgeProps, badgeTexts, until } from './view-page.js'

/** Some spaces between a time and its half of the day do not break. */
const plain = (text: string) => text.replace(/\s/g, ' ')
const shows = (text: string) => plain(document.body.textContent).includes(text)
const badge = () => screen.getByRole('button', { name: /Provenance of Name: show history/ })

describe('The badge', () => {
  let texts: Strings

  beforeAll(async () => {
    texts = await badgeTexts()
  })

  afterEach(() => {
    cleanup()
    document.body.style.background = ''
  })

  const show = (
    over: Partial<BadgeProps> = {},
    look: 'light' | 'dark' | 'highContrast' = 'light',
  ) => {
    const props = badgeProps(texts, over, look)
    document.body.style.background = props.theme.semanticColors.bodyBackground
    return render(<BadgeView {...props} />)
  }

  it('says status, source and age, and in its tooltip when exactly and who certified', async () => {
    const one = certified({
      observed: day(1),
      stale: day(2),
      certifiedBy: { table: 'systemuser', id: '1', name: 'Grace Hopper' },
      certified: day(2),
    })
    show({ content: { state: 'entry', provenance: { entry: one, waiting: 2 } } })
    expect(badge().textContent).toContain('CertifiedHRIS · 3 days agoStale2 waiting')
    fireEvent.focus(badge())
    fireEvent.mouseEnter(badge())
    await until(() => shows('From HRIS, 1/2/2026 7:00 AM'))
    expect(shows('Certified by Grace Hopper, 1/3/2026 7:00 AM')).toBeTrue()
    expect(shows('Stale since 1/3/2026 7:00 AM')).toBeTrue()
  })

  it('opens the history: before and after, source, status, reason, and the way to the entry', async () => {
    const onOpen = jasmine.createSpy('onOpen')
    const one = certified({ previousValue: 'ada@old.gov', reason: 'Its policy takes HRIS.' })
    show({
      onOpen,
      onReadHistory: () =>
        Promise.resolve({
          state: 'entries',
          entries: [entry({ source: 'ERP' }), one],
          hasMore: true,
        }),
    })
    badge().focus()
    fireEvent.click(badge())
    const dialog = within(await screen.findByRole('dialog', { name: 'History of Name' }))
    await dialog.findAllByText('The newest 2. The ledger has older entries of this record.')
    const [held, inForce] = dialog
      .getAllByRole('listitem')
      .map(({ textContent }) => plain(textContent))
    expect(held).toContain('Pending')
    expect(held).toContain('Not yet written')
    expect(inForce).toContain('from ada@old.gov to ada@agency.gov')
    expect(inForce).toContain('HRIS · 1/2/2026 7:00 AM (3 days ago)')
    expect(inForce).toContain('Its policy takes HRIS.')
    fireEvent.click(dialog.getByRole('button', { name: `Open the entry ${one.name}` }))
    expect(onOpen).toHaveBeenCalledOnceWith(one.id)
    expect(badge().getAttribute('aria-expanded')).toBe('true')
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape', keyCode: 27, which: 27 })
    await until(() => screen.queryByRole('dialog') === null)
    await until(() => document.activeElement === badge())
  })

  it('keeps values from people who may not read the column', async () => {
    show({
      field: fieldWith(textData('x'), { isReadable: false, isReadOnly: true }),
      onReadHistory: () =>
        Promise.resolve({ state: 'entries', entries: [certified()], hasMore: false }),
    })
    fireEvent.click(badge())
    const dialog = within(await screen.findByRole('dialog'))
    await dialog.findByRole('listitem')
    expect(shows('ada@agency.gov')).toBeFalse()
  })

  const states: readonly (readonly [BadgeContent, string])[] = [
    [{ state: 'loading' }, 'Loading provenance…'],
    [{ state: 'none', isCertain: true }, 'No provenance'],
    [{ state: 'none', isCertain: false }, 'Not among the newest entries'],
    [{ state: 'noAccess' }, 'No access to provenance'],
    [{ state: 'noColumn' }, 'Name the column whose provenance is shown'],
    [{ state: 'error', message: 'SQL timeout' }, 'Provenance could not be read: SQL timeout'],
    [{ state: 'entry', provenance: { entry: certified({ stale: day(1) }), waiting: 1 } }, 'HRIS'],
  ]
  for (const look of ['light', 'dark', 'highContrast'] as const) {
    for (const [content, text] of states) {
      it(`is itself in the state ${content.state} (${text}), and axe clean in ${look}`, async () => {
        show({ content, display: 'alone' }, look)
        expect(shows(text)).toBeTrue()
        for (const [, other] of states) if (other !== text) expect(shows(other)).toBeFalse()
        expect(await axeFindings()).toEqual([])
      })
    }

    it(`has a history that axe does not object to, in ${look}`, async () => {
      show(
        {
          onReadHistory: () =>
            Promise.resolve({
              state: 'entries',
              entries: [certified({ stale: day(1), previousValue: 'x' }), entry()],
              hasMore: false,
            }),
        },
        look,
      )
      fireEvent.click(badge())
      const dialog = await screen.findByRole('dialog')
      await until(() => shows('2 entries'))
      expect(await axeFindings(dialog)).toEqual([])
    })
  }

  it('tries again on request, and says nothing on a record that is not saved', () => {
    const onRetry = jasmine.createSpy('onRetry')
    const { rerender } = show({ content: { state: 'error', message: 'x' }, onRetry })
    fireEvent.click(screen.getByRole('button', { name: /Try again/ }))
    expect(onRetry).toHaveBeenCalledTimes(1)
    rerender(<BadgeView {...badgeProps(texts, { content: { state: 'hidden' } })} />)
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.getByRole('textbox')).toBeTruthy()
  })

  it('says why there is no history', async () => {
    show({ onReadHistory: () => Promise.resolve({ state: 'error', message: 'SQL timeout' }) })
    fireEvent.click(badge())
    await until(() => shows('Provenance could not be read: SQL timeout'))
  })

  it('shows the value as text where it stands alone', () => {
    show({ display: 'alone' })
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.getByRole('group', { name: 'Name' }).textContent).toBe('Ada')
  })

  it('shows hostile values as the text they are, and little of long ones', async () => {
    const script = '<img src=x onerror="window.hacked=1">'
    const long = 'x'.repeat(1_048_576)
    const one = certified({ source: script, value: script, previousValue: long, reason: '\u202E' })
    show({
      display: 'alone',
      field: fieldWith(textData(long)),
      content: { state: 'entry', provenance: { entry: one, waiting: 0 } },
      onReadHistory: () => Promise.resolve({ state: 'entries', entries: [one], hasMore: false }),
    })
    fireEvent.click(badge())
    await within(await screen.findByRole('dialog')).findByRole('listitem')
    expect(document.querySelector('img[src="x"]')).toBeNull()
    expect((window as { hacked?: number }).hacked).toBeUndefined()
    expect(document.body.textContent.length).toBeLessThan(10_000)
    for (const element of screen.getAllByText(script)) expect(element.closest('bdi')).toBeTruthy()
  })
})
