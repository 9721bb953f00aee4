import type { LedgerEntryState, OfferedValue } from '../../../../connector/engine/index.js'
import { decideTitle, entry, name, now, record, state } from '../support.js'

const hour = 60 * 60_000

const offer = (value: string, over: Partial<OfferedValue> = {}): OfferedValue => ({
  column: name.jobTitle,
  value,
  decided: now - 3 * hour,
  acknowledged: null,
  ...over,
})

/** The value in force: certified after every offer. */
const inForce = (over: Partial<LedgerEntryState> = {}): LedgerEntryState =>
  entry({
    sourceSystemKey: 'ERP',
    status: 'certified',
    value: 'Countess',
    appliedOn: now - hour,
    observed: now - hour,
    ...over,
  })

/** What HRIS sends while the record is a certified `Countess`. */
const sent = (
  value: string,
  offered: readonly OfferedValue[],
  {
    entries = [inForce()],
    occurred = now - 60_000,
  }: { entries?: LedgerEntryState[]; occurred?: number } = {},
) =>
  decideTitle(
    state([record({ values: { [name.jobTitle]: 'Countess' }, entries, offered })]),
    value,
    { occurred },
  )

describe('a value that the source was offered itself', () => {
  it('is superseded as our own update once a newer one was offered, and leaves no entry', () => {
    const newer = offer('Countess', { decided: now - hour })
    const { status, message, trace, plan } = sent('Analyst', [offer('Analyst'), newer])
    expect(status).toBe('superseded')
    expect(message).toContain('our own update coming back')
    expect(trace.at(-1)).toEqual({ rule: 'ownLatest', result: 'offered' })
    expect([plan.entries, plan.records]).toEqual([[], []])
  })

  it('is superseded also where the newer one could not be offered', () => {
    expect(sent('Analyst', [offer('Analyst')]).message).toContain('our own update coming back')
  })

  it('counts where the newer value was taken over only after the source changed', () => {
    const newer = offer('Countess', { decided: now - 2 * hour, acknowledged: now - hour })
    const offers = [offer('Analyst'), newer]
    expect(sent('Analyst', offers, { occurred: now - hour - 1_000 }).status).toBe('superseded')
    expect(sent('Analyst', offers, { occurred: now - hour }).status).toBe('applied')
  })

  it('counts where the source has sent something else since', () => {
    const own = entry({ value: 'Baroness', observed: now - 2 * hour, supersededOn: now - hour })
    const { status } = sent('Analyst', [offer('Analyst')], { entries: [own, inForce()] })
    expect(status).toBe('applied')
  })

  it('counts where the value in force is not certified, or from the source itself', () => {
    const uncertified = [inForce({ status: 'pending' })]
    const own = [inForce({ sourceSystemKey: 'HRIS', observed: now - 4 * hour })]
    expect(sent('Analyst', [offer('Analyst')], { entries: uncertified }).status).toBe('applied')
    expect(sent('Analyst', [offer('Analyst')], { entries: own }).status).toBe('applied')
  })

  it('is no other value and no other column', () => {
    const newer = offer('Countess', { decided: now - hour })
    expect(sent('analyst', [offer('Analyst'), newer]).status).toBe('applied')
    const elsewhere = offer('Analyst', { column: name.department })
    expect(sent('Analyst', [elsewhere, newer]).status).toBe('applied')
  })

  it('is unchanged where the record has it', () => {
    const { status, plan } = sent('Countess', [offer('Countess')])
    expect([status, plan.entries.length]).toEqual(['unchanged', 0])
  })
})
