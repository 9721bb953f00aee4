import {
  effectOf,
  putBackReason,
  settleRecord,
  transitions,
  transitionTable,
} from '../../../../connector/engine/settle/index.js'
import type { LedgerStatus, Standing } from '../../../../connector/engine/settle/index.js'
import { ledgerStatus } from '../../../../solution/tables/index.js'
import { now, name } from '../support.js'
import {
  decided,
  minute,
  settleContext,
  settledRecord,
  settleEntry,
  settleRecordOf,
} from './support.js'

const statuses = Object.keys(ledgerStatus) as readonly LedgerStatus[]
const standings: readonly Standing[] = ['held', 'applied', 'superseded']

interface Case {
  readonly settled: LedgerStatus
  readonly standing: Standing
  readonly asked: LedgerStatus
}

/** Everything that somebody could ask for of an entry, wherever it stands. */
const cases: readonly Case[] = statuses.flatMap((settled) =>
  standings.flatMap((standing) =>
    statuses
      .filter((asked) => asked !== settled)
      .map((asked): Case => ({ settled, standing, asked })),
  ),
)

const shown = ({ settled, standing, asked }: Case) => `${settled}, ${standing}, asked ${asked}`

/** What takes effect, in the words of the one who checks it and not of the table. */
const effective = new Map([
  ['pending, held, asked certified', 'apply'],
  ['pending, applied, asked certified', 'vouch'],
  ['pending, held, asked rejected', 'drop'],
  ['pending, applied, asked rejected', 'restorePrevious'],
  ['certified, applied, asked revoked', 'restoreCertified'],
])

function recordOf({ settled, standing, asked }: Case) {
  const appliedOn = standing === 'held' ? null : now - 10 * minute
  const supersededOn = standing === 'superseded' ? now - 5 * minute : null
  const entry = settleEntry({ settled, appliedOn, supersededOn, previousValue: 'Clerk' })
  const value = standing === 'applied' ? 'Engineer' : 'Clerk'
  return settleRecordOf({ [name.jobTitle]: value }, [decided(entry, asked)])
}

describe('the transitions of a ledger entry', () => {
  it('are five, each told once', () => {
    expect(transitions.map((one) => [shown(one), one.effect])).toEqual([...effective])
  })

  for (const one of cases) {
    const effect = effective.get(shown(one))
    if (effect !== undefined) {
      it(`${shown(one)}: takes effect as ${effect}, and the status asked for is the settled one`, () => {
        expect(effectOf(one.settled, one.standing, one.asked)).toBe(
          effect as ReturnType<typeof effectOf>,
        )
        const record = recordOf(one)
        const { settled } = settleRecord(settleContext(), record)
        expect(settled.map(({ result }) => result as string)).toEqual([effect])
        const [entry] = settledRecord(settleContext(), record).entries
        expect([entry?.status, entry?.settled]).toEqual([one.asked, one.asked])
      })
      continue
    }
    it(`${shown(one)}: is put back with a reason that says what to do instead`, () => {
      expect(effectOf(one.settled, one.standing, one.asked)).toBe('putBack')
      const reason = putBackReason(one.settled, one.standing, one.asked)
      expect(reason).toMatch(/^Nothing was decided: .+\. \S.+\.$/)
      const record = recordOf(one)
      const settlement = settleRecord(settleContext(), record)
      expect(settlement.record).toBeNull()
      expect(settlement.changes).toEqual([])
      expect(settlement.settled).toEqual([
        { id: 'entry-1', result: 'putBack', decision: null, reason },
      ])
      const [change] = settlement.entryChanges
      expect(change?.row.reason).toBe(reason)
      const [entry] = settledRecord(settleContext(), record).entries
      expect([entry?.status, entry?.settled]).toEqual([one.settled, one.settled])
      expect(entry?.appliedOn).toBe(record.entries[0]?.appliedOn ?? null)
      expect(entry?.supersededOn).toBe(record.entries[0]?.supersededOn ?? null)
    })
  }

  it('are drawn for stewards, a row each, every effect in its own words', () => {
    const [, , ...rows] = transitionTable().split('\n')
    expect(rows.map((row) => row.split(' | ')[0])).toEqual(
      transitions.map(({ settled }) => `| ${ledgerStatus[settled].label}`),
    )
    expect(new Set(rows.map((row) => row.split(' | ').at(-1))).size).toBe(transitions.length)
  })

  it('of nobody leave an entry alone', () => {
    for (const settled of statuses) {
      const entry = settleEntry({ settled, status: settled })
      const record = settleRecordOf({}, [entry])
      expect(settleRecord(settleContext(), record)).toEqual({
        record: null,
        entryChanges: [],
        changes: [],
        settled: [],
      })
    }
  })
})
