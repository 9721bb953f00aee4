import fc from 'fast-check'

import { decisionHash } from '../../../../connector/engine/decision-hash.js'
import { recordValues, wholeRecord } from '../../../../connector/engine/index.js'
import type { CanonicalValue } from '../../../../connector/engine/index.js'
import { settleRecord } from '../../../../connector/engine/settle/index.js'
import type { SettleEntry, SettleRecord } from '../../../../connector/engine/settle/index.js'
import { now, policy } from '../support.js'
import { content, decision, lived, openOf, policies, undecided, withDecisions } from './lives.js'
import {
  adasUser,
  bensUser,
  decided,
  minute,
  settleContext,
  settledRecord,
  settleEntry,
  stewardIds,
  written,
} from './support.js'

const decisions = fc.array(decision, { minLength: 1, maxLength: 6, size: 'max' })
const open = fc.tuple(lived, decisions).map(([record, made]) => withDecisions(record, made))

const manyRuns = { numRuns: 400 }

function headsByAspect({ entries }: SettleRecord): ReadonlyMap<string, readonly string[]> {
  const heads = new Map<string, string[]>()
  for (const { aspectKey, appliedOn, supersededOn, id } of entries) {
    if (appliedOn === null || supersededOn !== null) continue
    heads.set(aspectKey, [...(heads.get(aspectKey) ?? []), id])
  }
  return heads
}

/** The columns of an entry and their values. */
function columnsOf({
  aspectKey,
  value,
}: SettleEntry): readonly (readonly [string, CanonicalValue])[] {
  return aspectKey === wholeRecord ? [...recordValues(value)] : [[aspectKey, value]]
}

/** One decision after the other, as they were made, each settled before the next is there. */
function settledOneByOne(
  context: Parameters<typeof settledRecord>[0],
  record: SettleRecord,
): SettleRecord {
  const made = openOf(record)
  const before = made.reduce((one, { id }) => undecided(one, id), record)
  return made.reduce((one, { id, status, changedBy, changedOn }) => {
    const entries = one.entries.map((entry) =>
      entry.id === id && entry.settled !== status
        ? decided(entry, status, changedBy, changedOn)
        : entry,
    )
    return settledRecord(context, { ...one, entries })
  }, before)
}

/** What a record and its entries come to, without what only tells of the settling itself. */
function state({ values, entries }: SettleRecord) {
  const known = Object.entries(values).filter(([, value]) => value !== null)
  return {
    values: Object.fromEntries(known.sort(([a], [b]) => (a < b ? -1 : 1))),
    entries: entries.map(({ id, status, settled, appliedOn, supersededOn }) => ({
      ...{ id, status, settled },
      isApplied: appliedOn !== null,
      isSuperseded: supersededOn !== null,
    })),
  }
}

describe('whatever a record has been through, settling what stewards decided', () => {
  it('gives the same for the same, byte for byte, and changes nothing that it is given', () => {
    fc.assert(
      fc.property(open, policies, (record, rules) => {
        const before = structuredClone(record)
        const first = JSON.stringify(settleRecord(settleContext(rules), record))
        expect(record).toEqual(before)
        const turned = { ...before, entries: [...before.entries].reverse() }
        expect(JSON.stringify(settleRecord(settleContext(rules), before))).toBe(first)
        const other = written(turned, settleRecord(settleContext(rules), turned))
        expect(state({ ...other, entries: [...other.entries].reverse() })).toEqual(
          state(settledRecord(settleContext(rules), before)),
        )
      }),
      manyRuns,
    )
  })

  it('settles every decision, and nothing is left to be decided', () => {
    fc.assert(
      fc.property(open, policies, (record, rules) => {
        const { settled } = settleRecord(settleContext(rules), record)
        expect(new Set(settled.map(({ id }) => id)).size).toBe(settled.length)
        for (const { reason } of settled) expect(reason).toMatch(/\S\.$/)
        const after = settledRecord(settleContext(rules), record)
        expect(openOf(after)).toEqual([])
        expect(settleRecord(settleContext(rules), after).settled).toEqual([])
      }),
      manyRuns,
    )
  })

  it('never leaves two applied heads on an aspect', () => {
    fc.assert(
      fc.property(open, policies, (record, rules) => {
        const heads = headsByAspect(settledRecord(settleContext(rules), record))
        for (const [aspect, ids] of heads) expect(ids.length).withContext(aspect).toBe(1)
      }),
      manyRuns,
    )
  })

  it('comes to the same when decisions are settled together as one by one, in their order', () => {
    fc.assert(
      fc.property(open, policies, (record, rules) => {
        const context = settleContext(rules)
        expect(state(settledRecord(context, record))).toEqual(
          state(settledOneByOne(context, record)),
        )
      }),
      manyRuns,
    )
  })

  it('puts back what cannot be by changing the row itself and nothing else', () => {
    fc.assert(
      fc.property(lived, decision, policies, (before, made, rules) => {
        const record = withDecisions(before, [made])
        const { settled, ...settlement } = settleRecord(settleContext(rules), record)
        const [one] = settled
        if (one?.result !== 'putBack') return
        expect(settlement.record).toBeNull()
        expect(settlement.changes).toEqual([])
        expect(settlement.entryChanges.map(({ id }) => id)).toEqual([one.id])
        const names = Object.keys(settlement.entryChanges[0]?.row ?? {})
        for (const kept of ['settledStatus', 'appliedOn', 'supersededOn', 'decisionHash']) {
          expect(names).not.toContain(kept)
        }
        expect(state(settledRecord(settleContext(rules), record))).toEqual(state(before))
      }),
      manyRuns,
    )
  })

  it('writes nothing to a record that does not exist', () => {
    fc.assert(
      fc.property(open, policies, fc.boolean(), (record, rules, hasTable) => {
        const table = hasTable ? record.table : null
        const gone = { ...record, table, exists: false, etag: null, values: {} }
        const settlement = settleRecord(settleContext(rules), gone)
        expect(settlement.record).toBeNull()
        for (const { row } of settlement.entryChanges) expect(row.appliedOn).toBeUndefined()
        expect(openOf(written(gone, settlement))).toEqual([])
      }),
      manyRuns,
    )
  })

  it('leaves the record alone where the platform refused the change, and says so', () => {
    fc.assert(
      fc.property(open, policies, (record, rules) => {
        const settlement = settleRecord(settleContext(rules), record, 'A plug-in said no.')
        expect(settlement.record).toBeNull()
        const touching = settlement.settled.filter(({ result }) =>
          ['apply', 'restorePrevious', 'restoreCertified'].includes(result),
        )
        expect(touching).toEqual([])
        for (const { result, reason } of settlement.settled) {
          if (result === 'refused') expect(reason).toContain('A plug-in said no.')
        }
      }),
      manyRuns,
    )
  })

  it('takes a certified value back exactly: the record holds what it held, and the head is who it was', () => {
    const waiting = fc.tuple(lived, content).map(([record, { aspectKey, value }]) => {
      const entry: SettleEntry = settleEntry({
        ...{ id: 'waiting', chainSequence: 1_000, aspectKey, value },
        sourceSystemKey: 'CRM',
      })
      // Without earlier certified values, to which revoking would go back.
      const entries = record.entries.map((one): SettleEntry =>
        one.settled === 'certified' ? { ...one, settled: 'pending', status: 'pending' } : one,
      )
      return { ...record, entries: [...entries, entry] }
    })
    fc.assert(
      fc.property(waiting, (record) => {
        const change = (one: SettleRecord, asked: SettleEntry['status'], by: string) => ({
          ...one,
          entries: one.entries.map((entry) =>
            entry.id === 'waiting' ? decided(entry, asked, by, now - minute) : entry,
          ),
        })
        const context = settleContext([policy()])
        const certified = settledRecord(context, change(record, 'certified', adasUser))
        expect(certified.entries.at(-1)?.settled).toBe('certified')
        const revoked = settledRecord(context, change(certified, 'revoked', bensUser))
        expect(state(revoked).values).toEqual(state(record).values)
        const { aspectKey } = record.entries.at(-1) ?? settleEntry()
        const [was] = headsByAspect(record).get(aspectKey) ?? []
        const head = record.entries.find(({ id }) => id === was)
        const hadItsValue =
          head && columnsOf(head).every(([name, value]) => (record.values[name] ?? null) === value)
        const [is] = headsByAspect(revoked).get(aspectKey) ?? []
        if (hadItsValue) expect(is).toBe(head.id)
      }),
      manyRuns,
    )
  })

  it('appends each decision to the hash of its entry, whoever looks at it later', () => {
    fc.assert(
      fc.property(open, policies, (record, rules) => {
        const { settled } = settleRecord(settleContext(rules), record)
        const after = settledRecord(settleContext(rules), record)
        for (const { id, decision: status } of settled) {
          const before = record.entries.find((entry) => entry.id === id)
          const entry = after.entries.find((one) => one.id === id)
          if (!before || !entry) throw new Error(`Entry ${id} is gone.`)
          if (status === null) {
            // Put back, and perhaps ended later by a decision for another value.
            if (entry.settled === before.settled) {
              expect(entry.decisionHash).toBe(before.decisionHash)
            }
            continue
          }
          const on = status === 'rejected' || status === 'revoked' ? now : before.changedOn
          const hashes = [before.changedBy, ...stewardIds].map((by) =>
            decisionHash(before.decisionHash, id, { status, by, on }),
          )
          expect(hashes).toContain(entry.decisionHash ?? '')
        }
      }),
      manyRuns,
    )
  })
})
