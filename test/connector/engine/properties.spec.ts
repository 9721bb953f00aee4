import fc from 'fast-check'

import { decideChunk } from '../../../connector/engine/index.js'
import type {
  ChunkDecision,
  CommitPolicy,
  DecisionContext,
  SyncItem,
} from '../../../connector/engine/index.js'
import { account, contact } from '../../../solution/tables/index.js'
import {
  adaId,
  context,
  field,
  item,
  name,
  now,
  orgId,
  policy,
  relation,
  valueMap,
  wholeRecord,
} from './support.js'
import { TinyStore } from './tiny-store.js'

const sources = ['HRIS', 'ERP', 'Payroll'] as const
const values = ['A', 'B', 'a', ''] as const

interface Draft {
  readonly key: string
  readonly table: 'contact' | 'account'
  readonly content: SyncItem['content']
  readonly minutesAgo: number
  readonly codeList: string | null
}

interface Job {
  readonly source: (typeof sources)[number]
  readonly drafts: readonly Draft[]
}

const scalar = fc.constantFrom(...values)
const content: fc.Arbitrary<SyncItem['content']> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .constantFrom(name.jobTitle, name.department)
      .chain((column) => scalar.map((value) => field(column, value))),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Male', 'Robot', null).map((value) => field(name.gender, value)),
  },
  { weight: 1, arbitrary: fc.constant(field('nosuch', 'x')) },
  {
    weight: 2,
    arbitrary: fc
      .record({ [name.jobTitle]: scalar, [name.department]: scalar }, { requiredKeys: [] })
      .map((fields) => wholeRecord(fields as Readonly<Record<string, string>>)),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('K-1', 'K-3', null)
      .map((key) => relation(name.company, key, account.logicalName)),
  },
)

const draft: fc.Arbitrary<Draft> = fc.record({
  key: fc.constantFrom('K-1', 'K-1', 'K-2'),
  table: fc.constant('contact' as const),
  content,
  minutesAgo: fc.constantFrom(-60, 0, 1, 2, 3),
  codeList: fc.constantFrom(null, null, null, 'Letters'),
})

const accountDraft: fc.Arbitrary<Draft> = fc.record({
  key: fc.constantFrom('K-1', 'K-2'),
  table: fc.constant('account' as const),
  content: scalar.map((value) => field(name.accountName, value)),
  minutesAgo: fc.constant(0),
  codeList: fc.constant(null),
})

const job: fc.Arbitrary<Job> = fc.record({
  source: fc.constantFrom(...sources),
  drafts: fc.array(fc.oneof({ weight: 5, arbitrary: draft }, accountDraft), { maxLength: 8 }),
})

const policyOver = fc.record({
  authoritativeSources: fc.constantFrom([], ['HRIS'], ['ERP', 'HRIS'], ['HRIS', 'ERP']),
  commitMode: fc.constantFrom('onIngest' as const, 'onIngest' as const, 'onCertify' as const),
  autoCertify: fc.boolean(),
  staleAfterDays: fc.constantFrom(null, 1, 30),
  createMissingRecords: fc.constantFrom(true, true, false),
})

const policies: fc.Arbitrary<readonly CommitPolicy[]> = fc
  .tuple(policyOver, policyOver, fc.boolean(), fc.boolean())
  .map(([table, column, hasTable, hasColumn]) => [
    ...(hasTable ? [policy(table), policy({ ...table, targetTable: account.logicalName })] : []),
    ...(hasColumn ? [policy({ ...column, fieldName: name.jobTitle })] : []),
  ])

const valueMaps = [
  valueMap({ sourceSystemKey: '', codeList: 'Letters', sourceCode: 'A', canonicalCodeValue: 'B' }),
]

interface Run {
  readonly job: DecisionContext
  readonly items: readonly SyncItem[]
}

function runOf({ source, drafts }: Job, run: number, rules: readonly CommitPolicy[]): Run {
  const clock = now + run * 60_000
  const one = context({ source, policies: rules, valueMaps, now: clock, run: String(run) })
  const items = drafts.map(({ key, table, content: what, minutesAgo, codeList }, sequence) =>
    item(one, what, {
      sequence,
      externalKey: key,
      targetTable: table,
      codeList,
      occurred: clock - minutesAgo * 60_000,
    }),
  )
  return { job: one, items }
}

function decideAndApply(store: TinyStore, { job: one, items }: Run): ChunkDecision {
  const decision = decideChunk(one, store.read(one, items), items)
  store.apply(decision.plan)
  return decision
}

interface Action {
  readonly kind: 'certified' | 'rejected'
  readonly pick: number
  readonly settled: boolean
}

const action: fc.Arbitrary<Action> = fc.record({
  kind: fc.constantFrom('certified' as const, 'rejected' as const),
  pick: fc.nat(20),
  settled: fc.boolean(),
})

function act(store: TinyStore, { kind, pick, settled }: Action, clock: number): void {
  const open = [...store.entries.values()].filter(
    ({ status, supersededOn, aspectKey }) =>
      status === 'pending' && supersededOn === null && aspectKey !== '*',
  )
  const chosen = open[pick % Math.max(open.length, 1)]
  if (chosen) store.decide(chosen.id, kind, clock, settled)
}

const history = fc.tuple(
  policies,
  fc.array(fc.tuple(job, fc.array(action, { maxLength: 2 })), { minLength: 1, maxLength: 5 }),
)

/** A store in which every source's K-1 is a contact and an account, and K-2 is unknown. */
function newStore(): TinyStore {
  const store = new TinyStore()
  for (const [targetTable, targetId] of [
    [contact.logicalName, adaId],
    [account.logicalName, orgId],
  ] as const) {
    const known = sources.map((sourceSystemKey) => ({
      sourceSystemKey,
      targetTable,
      externalKey: 'K-1',
    }))
    store.add(targetTable, targetId, known)
  }
  return store
}

/** Runs a history and looks at the store after every job. */
function live(
  [rules, jobs]: readonly [readonly CommitPolicy[], readonly (readonly [Job, readonly Action[]])[]],
  look: (store: TinyStore, run: Run, decision: ChunkDecision) => void,
): TinyStore {
  const store = newStore()
  jobs.forEach(([one, actions], index) => {
    const run = runOf(one, index, rules)
    look(store, run, decideAndApply(store, run))
    for (const what of actions) act(store, what, run.job.now)
  })
  return store
}

describe('whatever jobs come and whatever stewards do', () => {
  it('the same input gives the same output, byte for byte', () => {
    fc.assert(
      fc.property(history, (lived) => {
        const store = live(lived, () => undefined)
        for (const [one] of lived[1]) {
          const { job: context1, items } = runOf(one, 99, lived[0])
          const state = store.read(context1, items)
          const first = JSON.stringify(decideChunk(context1, state, items))
          expect(
            JSON.stringify(
              decideChunk(
                structuredClone(context1),
                structuredClone(state),
                structuredClone(items),
              ),
            ),
          ).toBe(first)
        }
      }),
    )
  })

  it('every item is accounted for, once, in order, and with a reason', () => {
    fc.assert(
      fc.property(history, (lived) => {
        live(lived, (_store, { items }, { decisions, plan }) => {
          expect(decisions.map(({ sequence }) => sequence)).toEqual(
            items.map((one) => one.sequence),
          )
          expect(plan.items.map(({ sequence, status }) => [sequence, status])).toEqual(
            decisions.map(({ sequence, status }) => [sequence, status]),
          )
          for (const { message } of decisions) expect(message).toMatch(/\.$/)
        })
      }),
    )
  })

  it('items in another order in the list are decided by their sequence', () => {
    fc.assert(
      fc.property(history, (lived) => {
        live(lived, (store, { job: one }) => {
          const { items } = runOf(lived[1][0]?.[0] ?? { source: 'HRIS', drafts: [] }, 99, lived[0])
          const state = store.read(one, items)
          const inOrder = decideChunk(one, state, items)
          const turned = decideChunk(one, state, [...items].reverse())
          expect([...turned.decisions].reverse()).toEqual([...inOrder.decisions])
          const byRecord = (plan: ChunkDecision['plan']) =>
            new Map(plan.records.map(({ targetId, values: written }) => [targetId, written]))
          expect(byRecord(turned.plan)).toEqual(byRecord(inOrder.plan))
        })
      }),
    )
  })

  it('no source writes what the policy does not let it write', () => {
    fc.assert(
      fc.property(history, (lived) => {
        const [rules] = lived
        live(lived, (_store, { job: one }, { plan }) => {
          const source = one.job.sourceSystemKey
          for (const { row } of plan.entries) {
            if (!row.appliedOn) continue
            const governing = rules.find(({ id }) => id === row.commitPolicy?.id)
            expect(governing).toBeDefined()
            const named = governing?.authoritativeSources ?? []
            expect(named.length === 0 || named.includes(source)).toBeTrue()
            expect(governing?.commitMode === 'onIngest' || governing?.autoCertify).toBeTrue()
          }
        })
      }),
    )
  })

  it('an aspect has at most one applied head, and a source at most one open held entry and one latest of it', () => {
    fc.assert(
      fc.property(history, (lived) => {
        live(lived, (store) => {
          const heads = new Map<string, number>()
          const held = new Map<string, number>()
          const latest = new Map<string, number>()
          const count = (counts: Map<string, number>, key: string) =>
            counts.set(key, (counts.get(key) ?? 0) + 1)
          for (const one of store.entries.values()) {
            const aspect = `${one.record} ${one.aspectKey}`
            const own = `${aspect} ${one.sourceSystemKey}`
            if (one.appliedOn !== null && one.supersededOn === null) count(heads, aspect)
            const isOpen = one.appliedOn === null && one.supersededOn === null
            if (isOpen && one.status === 'pending') count(held, own)
            if (one.latest) count(latest, own)
          }
          for (const counts of [heads, held, latest]) {
            expect([...counts].filter(([, number]) => number > 1)).toEqual([])
          }
        })
      }),
      { numRuns: 150 },
    )
  })

  it('an unchanged reload writes no record, no entry and no change of an entry', () => {
    fc.assert(
      fc.property(policies, job, fc.array(action, { maxLength: 4 }), (rules, one, actions) => {
        // One value a source, record and column: what a nightly full load is.
        const seen = new Set<string>()
        const drafts = one.drafts.filter(({ key, table, content: what }) => {
          const aspect = `${table} ${key} ${'fieldName' in what ? what.fieldName : '*'}`
          return what.kind !== 'record' && !seen.has(aspect) && seen.add(aspect)
        })
        const store = newStore()
        decideAndApply(store, runOf({ ...one, drafts }, 0, rules))
        for (const what of actions) act(store, what, now)
        // What a steward revives or a later record makes possible is written by the second load.
        decideAndApply(store, runOf({ ...one, drafts }, 1, rules))
        const { plan } = decideAndApply(store, runOf({ ...one, drafts }, 2, rules))
        expect(plan.records).toEqual([])
        expect(plan.entries).toEqual([])
        expect(plan.entryChanges).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('a reload never undoes what a steward decided', () => {
    fc.assert(
      fc.property(
        policies,
        fc.array(job, { minLength: 1, maxLength: 3 }),
        action,
        (rules, jobs, what) => {
          // Values that never go stale, one a source and column.
          const lasting = rules.map((one) => ({ ...one, staleAfterDays: null }))
          const store = newStore()
          const loads = jobs.map((one) => {
            const seen = new Set<string>()
            return {
              ...one,
              drafts: one.drafts.filter(({ key, table, content: now1 }) => {
                const aspect = `${table} ${key} ${'fieldName' in now1 ? now1.fieldName : '*'}`
                return now1.kind !== 'record' && !seen.has(aspect) && seen.add(aspect)
              }),
            }
          })
          const bySource = new Map(loads.map((one) => [one.source, one]))
          let run = 0
          const loadAll = () => {
            for (const one of bySource.values()) {
              decideAndApply(store, runOf(one, run, lasting))
              run += 1
            }
          }
          loadAll()
          const before = new Map(store.entries)
          act(store, { ...what, settled: true }, now)
          const decided = [...store.entries.values()].find(
            (one) => one.status === what.kind && before.get(one.id)?.status === 'pending',
          )
          if (!decided) return
          const valueNow = () => store.records.get(decided.record)?.[decided.aspectKey] ?? null
          loadAll()
          loadAll()
          if (what.kind === 'certified') expect(valueNow()).toBe(decided.value)
          else {
            const revived = [...store.entries.values()].some(
              (one) =>
                one.record === decided.record &&
                one.aspectKey === decided.aspectKey &&
                one.sourceSystemKey === decided.sourceSystemKey &&
                one.value === decided.value &&
                one.chainSequence > decided.chainSequence,
            )
            expect(revived).toBeFalse()
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('a key gets one record, which is there when its identifier is', () => {
    fc.assert(
      fc.property(history, (lived) => {
        live(lived, (store, _run, { plan }) => {
          for (const { targetTable, targetId } of plan.identifiers) {
            expect(store.records.has(`${targetTable}/${targetId}`)).toBeTrue()
          }
          for (const { record } of store.entries.values()) {
            expect(store.records.has(record)).toBeTrue()
          }
        })
      }),
    )
  })
})
