import { ada, day, decideTitle, entry, now, policy } from './support.js'

const ranked = policy({ authoritativeSources: ['ERP', 'HRIS'], staleAfterDays: 30 })
const second = 1_000

/** When clocks go forward or back, in New York and in Berlin. */
const daylightChanges = [
  Date.UTC(2026, 2, 8, 7),
  Date.UTC(2026, 10, 1, 6),
  Date.UTC(2026, 2, 29, 1),
  Date.UTC(2026, 9, 25, 1),
]

/** What becomes of a value of the lower-ranked source at a time. */
const overtakes = (staleOn: number, at: number, certifiedByHand = false) =>
  decideTitle(
    ada(
      'Engineer',
      entry({
        sourceSystemKey: 'ERP',
        status: certifiedByHand ? 'certified' : 'pending',
        certifiedByHand,
        staleOn,
        appliedOn: staleOn - 30 * day,
        observed: staleOn - 30 * day,
      }),
    ),
    'Boss',
    { policies: [ranked], now: at },
  ).status

describe('A value becomes stale', () => {
  it('exactly at Stale On: a lower-ranked source overtakes it then, and not a second before', () => {
    for (const certifiedByHand of [false, true]) {
      expect(overtakes(now, now - second, certifiedByHand)).toBe('held')
      expect(overtakes(now, now, certifiedByHand)).toBe('applied')
      expect(overtakes(now, now + second, certifiedByHand)).toBe('applied')
    }
  })

  it('so many times 24 hours after it was written, also where clocks are put forward or back', () => {
    for (const change of daylightChanges) {
      const at = change - 12 * 60 * 60_000
      const { plan } = decideTitle(ada(null), 'Engineer', {
        policies: [policy({ staleAfterDays: 1 })],
        now: at,
      })
      const staleOn = plan.entries[0]?.row.staleOn?.getTime() ?? 0

      expect(staleOn - at).toBe(day)
      expect(overtakes(staleOn, staleOn - second)).toBe('held')
      expect(overtakes(staleOn, staleOn)).toBe('applied')
    }
  })
})

describe('Last Confirmed', () => {
  const policies = [policy({ staleAfterDays: 10 })]
  const confirmedAt = (since: number, times: { readonly lastConfirmed?: number } = {}) => {
    const head = entry({ appliedOn: now - since, staleOn: now - since + 10 * day, ...times })
    const { plan, status } = decideTitle(ada('Engineer', head), 'Engineer', { policies })
    return [status, plan.entryChanges.map(({ row }) => [row.lastConfirmed, row.staleOn])] as const
  }
  const moved = [[new Date(now), new Date(now + 10 * day)]]

  it('stays until half the time to staleness has passed, and moves with the first second after', () => {
    expect(confirmedAt(5 * day - second)).toEqual(['unchanged', []])
    expect(confirmedAt(5 * day)).toEqual(['unchanged', []])
    expect(confirmedAt(5 * day + second)).toEqual(['unchanged', moved])
  })

  it('counts from the last confirmation where there was one', () => {
    expect(confirmedAt(9 * day, { lastConfirmed: now - 5 * day })).toEqual(['unchanged', []])
    expect(confirmedAt(9 * day, { lastConfirmed: now - 5 * day - second })).toEqual([
      'unchanged',
      moved,
    ])
  })

  it('is moved by another source that has the same value, too, and by none with another', () => {
    const head = entry({ appliedOn: now - 6 * day, staleOn: now + 4 * day })
    const same = decideTitle(ada('Engineer', head), 'Engineer', { policies, source: 'CRM' })
    const other = decideTitle(ada('Engineer', head), 'Boss', { policies: [ranked], source: 'CRM' })

    expect(same.plan.entryChanges.map(({ row }) => row.lastConfirmed)).toEqual([new Date(now)])
    expect(other.plan.entryChanges.map(({ row }) => row.lastConfirmed)).not.toContain(new Date(now))
  })
})
