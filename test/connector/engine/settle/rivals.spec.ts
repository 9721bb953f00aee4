import { settleRecord } from '../../../../connector/engine/settle/index.js'
import { name, now } from '../support.js'
import {
  adasUser,
  bensUser,
  decided,
  minute,
  settleContext,
  settledRecord,
  settleEntry,
  settleRecordOf,
} from './support.js'

const chosen = decided(settleEntry({ id: 'chosen', value: 'Engineer' }), 'certified', adasUser)
const made = chosen.changedOn
const rival = settleEntry({
  ...{ id: 'rival', sourceSystemKey: 'ERP', value: 'Clerk', chainSequence: 2 },
  madeOn: made - minute,
})

function rivalAfter(entry: typeof rival) {
  const record = settledRecord(settleContext(), settleRecordOf({}, [chosen, entry]))
  expect(record.values[name.jobTitle]).toBe('Engineer')
  return record.entries.find(({ id }) => id === 'rival')
}

describe('a value that waits while a steward certifies another', () => {
  it('is rejected, with the value that was chosen instead as the reason', () => {
    const { entryChanges } = settleRecord(settleContext(), settleRecordOf({}, [chosen, rival]))
    const row = entryChanges.find(({ id }) => id === 'rival')?.row
    expect(row?.settledStatus).toBe('rejected')
    expect(row?.decidedBy?.id).toBe(adasUser)
    expect(row?.reason).toBe('A steward certified the value of HRIS instead (LEDGER chosen).')
  })

  it('is rejected, too, where another steward certified it a moment later', () => {
    const late = decided(rival, 'certified', bensUser, made + 1_000)
    const record = settleRecordOf({}, [chosen, late])
    const { settled, entryChanges } = settleRecord(settleContext(), record)
    expect(settled.map(({ id, result }) => [id, result])).toEqual([
      ['chosen', 'apply'],
      ['rival', 'drop'],
    ])
    expect(settled.at(-1)?.reason).toContain('certified the value of HRIS instead')
    expect(entryChanges.find(({ id }) => id === 'rival')?.row.decidedBy?.id).toBe(adasUser)
  })

  it('waits on where it came after the decision, which its steward could not have meant', () => {
    for (const madeOn of [made, made + minute, now]) {
      expect(rivalAfter({ ...rival, madeOn })?.settled).toBe('pending')
      expect(rivalAfter({ ...rival, madeOn })?.supersededOn).toBeNull()
    }
  })

  it('is superseded and not rejected where it is the same value, whenever it came', () => {
    for (const madeOn of [made - minute, made + minute]) {
      const same = rivalAfter({ ...rival, madeOn, value: 'Engineer' })
      expect(same?.settled).toBe('pending')
      expect(same?.supersededOn).toBe(now)
    }
  })

  it('waits on while only the first of two stewards has certified the other', () => {
    const context = settleContext()
    const policies = context.configuration.policies.map((one) => ({
      ...one,
      certificationsRequired: 2 as const,
    }))
    const record = settleRecordOf({}, [chosen, rival])
    const { settled, entryChanges } = settleRecord(settleContext(policies), record)
    expect(settled.map(({ id, result }) => [id, result])).toEqual([['chosen', 'half']])
    expect(entryChanges.map(({ id }) => id)).toEqual(['chosen'])
  })
})
