import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import * as React from 'react'

import type { Content, TimelineProps } from '../../../controls/LedgerTimeline/view/props.js'
import { TimelineView } from '../../../controls/LedgerTimeline/view/TimelineView.js'
import type { Strings } from '../../../controls/shared/strings.js'
import { axeFindings } from '../support/axe.js'
import { certified, day, entry } from './entries.js'
import { contentOf, propsOf, timelineTexts } from './view-props.js'

describe('whatever state the timeline is in', () => {
  let texts: Strings

  beforeAll(async () => {
    texts = await timelineTexts()
  })

  afterEach(cleanup)

  const show = (entries: Parameters<typeof propsOf>[1], over: Partial<TimelineProps> = {}) =>
    render(<TimelineView {...propsOf(texts, entries, over)} />)
  const said = () =>
    screen.getAllByRole('status').map(({ textContent }) => textContent.replace('\u00a0', ''))

  const states: readonly (readonly [Content, string])[] = [
    [{ state: 'loading' }, 'Loading entries…'],
    [{ state: 'empty' }, 'No values from source systems yet.'],
    [{ state: 'error', message: 'SQL timeout' }, 'The entries could not be loaded: SQL timeout'],
    [{ state: 'noAccess' }, 'You may not read ledger entries. Ask for a Data Integration role.'],
    [{ state: 'unsaved' }, 'Save the record first: its history starts then.'],
  ]
  for (const [content, text] of states) {
    it(`shows and announces the state ${content.state} as itself`, async () => {
      show([], { content })
      expect(screen.getAllByText(text).length).toBeGreaterThan(0)
      expect(said()).toContain(text)
      expect(await axeFindings()).toEqual([])
    })
  }

  it('tells no entry at all from none that matches', () => {
    show([], {
      content: { state: 'empty' },
      filters: { aspect: null, source: 'ERP', status: null, text: '' },
    })
    expect(screen.getAllByText('No entry matches the filters.').length).toBeGreaterThan(0)
  })

  for (const look of ['light', 'dark', 'highContrast'] as const) {
    it(`has nothing that axe objects to, in ${look}`, async () => {
      const one = entry({ previousValue: 'x', source: 'ERP', value: 'b' })
      const props = propsOf(texts, [certified({ stale: day(1) }), one], {}, look)
      document.body.style.background = props.theme.semanticColors.bodyBackground
      render(<TimelineView {...props} />)
      fireEvent.click(screen.getByRole('button', { name: 'Details of E-mail from ERP' }))
      fireEvent.click(screen.getByRole('checkbox', { name: 'Select E-mail from ERP' }))
      expect(await axeFindings()).toEqual([])
      const [reject] = screen.getAllByRole('button', { name: 'Reject E-mail from ERP' })
      fireEvent.click(reject as Element)
      const dialog = await screen.findByRole('dialog')
      expect(await axeFindings(dialog)).toEqual([])
      document.body.style.background = ''
    })
  }

  it('shows hostile values as the text they are', () => {
    const script = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
    const override = '\u202Egnp.exe'
    show([
      entry({
        value: script,
        previousValue: override,
        reason: script,
        source: script,
        notes: script,
        trace: JSON.stringify({ policy: script }),
      }),
      entry({ aspect: 'record', aspectKey: '*', value: JSON.stringify({ [script]: script }) }),
    ])
    for (const toggle of screen.getAllByRole('button', { name: /^Details of/ })) {
      fireEvent.click(toggle)
    }
    expect((window as { hacked?: number }).hacked).toBeUndefined()
    expect(document.querySelector('img[src="x"]')).toBeNull()
    expect(screen.getAllByText(script).length).toBeGreaterThan(3)
    // What turns the direction of text stays within its own element.
    for (const element of screen.getAllByText(override)) expect(element.closest('bdi')).toBeTruthy()
  })

  it('stays small with a value of a megabyte, and says that it is cut', () => {
    const value = 'x'.repeat(1_048_576)
    show([entry({ value, previousValue: value, trace: `{"policy":"${value}"}` })])
    fireEvent.click(screen.getByRole('button', { name: 'Details of E-mail from HRIS' }))
    expect(document.body.textContent.length).toBeLessThan(50_000)
    expect(screen.getAllByText(/^The first 10,000 of 1,048,576 characters/).length).toBe(2)
  })

  it('keeps few rows in the page with 10,000 entries, wherever it is scrolled to', async () => {
    const entries = Array.from({ length: 10_000 }, (_, index) =>
      entry({ aspectKey: `column${index % 40}`, value: String(index), observed: day(index / 100) }),
    )
    show([], { content: contentOf(entries) })
    const rows = () => document.querySelectorAll('.ms-List-cell').length
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(rows()).toBeGreaterThan(3)
    expect(rows()).toBeLessThanOrEqual(80)
    const scroller = document.querySelector('[data-is-scrollable]') as HTMLElement
    for (const share of [0.3, 0.9, 0.5]) {
      scroller.scrollTop = scroller.scrollHeight * share
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(rows()).toBeLessThanOrEqual(80)
      expect(rows()).toBeGreaterThan(0)
    }
  })

  it('has the same texts in both languages', async () => {
    const spanish = await timelineTexts(3082)
    expect(spanish('Action_certify')).toBe('Certificar')
    expect(texts('Action_certify')).toBe('Certify')
  })
})
