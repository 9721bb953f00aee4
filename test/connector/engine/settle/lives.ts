import fc from 'fast-check'

import { recordValues, wholeRecord } from '../../../../connector/engine/index.js'
import type { CanonicalValue, CommitPolicy } from '../../../../connector/engine/index.js'
import type { SettleEntry, SettleRecord } from '../../../../connector/engine/settle/index.js'
import { account, contact } from '../../../../solution/tables/index.js'
import { name, now, orgId, policy, serviceUserId } from '../support.js'
import {
  decided,
  fields,
  minute,
  settleContext,
  settledRecord,
  settleEntry,
  settleRecordOf,
  stewardIds,
} from './support.js'

const { birthDate, numberOfChildren } = contact.columns

/** Canonical values by column: text, choice, lookup, whole number, day; each also empty. */
const valuesByColumn: Readonly<Record<string, readonly CanonicalValue[]>> = {
  [name.jobTitle]: ['A', 'a', ' A ', 'Ä"\\\n', null],
  [name.gender]: ['1', '2', null],
  [name.company]: [`${account.logicalName}/${orgId}`, `${contact.logicalName}/${orgId}`, null],
  [numberOfChildren.logicalName]: ['0', '7', null],
  [birthDate.logicalName]: ['1815-12-10', null],
}

const columns = Object.keys(valuesByColumn)
const valueFor = (column: string) => fc.constantFrom(...(valuesByColumn[column] ?? []))

interface Content {
  readonly aspectKey: string
  readonly value: CanonicalValue
}

/** Mostly of one column, so that values meet. */
const columnOf = fc.oneof(
  { weight: 4, arbitrary: fc.constant(name.jobTitle) },
  { weight: 1, arbitrary: fc.constantFrom(...columns) },
)

export const content: fc.Arbitrary<Content> = fc.oneof(
  {
    weight: 4,
    arbitrary: columnOf.chain((aspectKey) =>
      valueFor(aspectKey).map((value) => ({ aspectKey, value })),
    ),
  },
  fc
    .record(
      { [name.jobTitle]: valueFor(name.jobTitle), [name.gender]: valueFor(name.gender) },
      { requiredKeys: [] },
    )
    .filter((values) => Object.keys(values).length > 0)
    .map((values) => ({
      aspectKey: wholeRecord,
      value: fields(values as Readonly<Record<string, CanonicalValue>>),
    })),
)

type Step =
  | { readonly kind: 'held' | 'applied'; readonly source: string; readonly content: Content }
  | { readonly kind: 'edit'; readonly column: string; readonly value: CanonicalValue }
  | ({ readonly kind: 'decide' } & Pick<Decision, 'pick' | 'asked'>)

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('held' as const, 'applied' as const),
      source: fc.constantFrom('HRIS', 'ERP', 'CRM'),
      content,
    }),
  },
  columnOf.chain((column) =>
    valueFor(column).map((value) => ({ kind: 'edit' as const, column, value })),
  ),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      pick: fc.nat(12),
      asked: fc.constantFrom('sensible' as const, 'rejected' as const, 'revoked' as const),
    }),
  },
)

/** A decision that nobody settled yet. */
export interface Decision {
  readonly pick: number
  /** `sensible`: certify what waits, revoke what is certified. */
  readonly asked: SettleEntry['status'] | 'sensible'
  readonly who: 0 | 1
  /** Whether it was made in the same second as the one before. */
  readonly atOnce: boolean
}

export const decision: fc.Arbitrary<Decision> = fc.record({
  pick: fc.nat(12),
  asked: fc.constantFrom(
    'sensible',
    'sensible',
    'sensible',
    'certified',
    'rejected',
    'revoked',
    'pending',
  ),
  who: fc.constantFrom(0, 1),
  atOnce: fc.boolean(),
})

export const policies: fc.Arbitrary<readonly CommitPolicy[]> = fc
  .record({
    certificationsRequired: fc.constantFrom(1 as const, 1 as const, 2 as const),
    staleAfterDays: fc.constantFrom(null, 30),
    writeBack: fc.boolean(),
  })
  .map((over) => [policy(over)])

/** A record that jobs, stewards and people outside have changed, with every decision settled. */
export const lived: fc.Arbitrary<SettleRecord> = fc
  .array(step, { minLength: 2, maxLength: 12, size: 'max' })
  .map((steps) => {
    const start = now - 1_000 * minute
    return steps.reduce<SettleRecord>(
      (record, one, index) => taken(record, one, start + index * minute, index),
      settleRecordOf({}, []),
    )
  })

function taken(record: SettleRecord, one: Step, time: number, index: number): SettleRecord {
  switch (one.kind) {
    case 'edit':
      return { ...record, values: { ...record.values, [one.column]: one.value } }
    case 'decide': {
      const open = withDecision(record, one.pick, one.asked, stewardIds[0], time)
      return settledRecord(settleContext([policy()], time), open)
    }
    case 'held':
    case 'applied':
      return arrived(record, one, time, index)
  }
}

/** The record after a job brought a value, which waits or was written. */
function arrived(
  record: SettleRecord,
  { kind, source, content: { aspectKey, value } }: Extract<Step, { readonly source: string }>,
  time: number,
  index: number,
): SettleRecord {
  const parts = aspectKey === wholeRecord ? [...recordValues(value)] : [[aspectKey, value] as const]
  const before = parts.map(([column]) => [column, record.values[column] ?? null] as const)
  const [first] = before
  const isApplied = kind === 'applied'
  const entry = settleEntry({
    id: `entry-${String(index).padStart(2, '0')}`,
    chainSequence: index + 1,
    aspectKey,
    sourceSystemKey: source,
    value,
    previousValue:
      aspectKey === wholeRecord ? fields(Object.fromEntries(before)) : (first?.[1] ?? null),
    appliedOn: isApplied ? time : null,
    madeOn: time,
    changedOn: time,
  })
  const replaced = (other: SettleEntry): boolean =>
    other.aspectKey === aspectKey &&
    other.supersededOn === null &&
    (isApplied ? other.appliedOn !== null : isHeldBy(other, source))
  return {
    ...record,
    values: isApplied ? { ...record.values, ...Object.fromEntries(parts) } : record.values,
    entries: [
      ...record.entries.map((other) =>
        replaced(other) ? { ...other, supersededOn: time } : other,
      ),
      entry,
    ],
  }
}

function isHeldBy({ appliedOn, settled, sourceSystemKey }: SettleEntry, source: string): boolean {
  return appliedOn === null && settled === 'pending' && sourceSystemKey === source
}

function withDecision(
  record: SettleRecord,
  pick: number,
  wanted: Decision['asked'],
  by: string,
  on: number,
): SettleRecord {
  const index = pick % Math.max(1, record.entries.length)
  return {
    ...record,
    entries: record.entries.map((entry, at) => {
      const sensible = entry.settled === 'certified' ? 'revoked' : 'certified'
      const asked = wanted === 'sensible' ? sensible : wanted
      return at === index && entry.settled !== asked ? decided(entry, asked, by, on) : entry
    }),
  }
}

/** The record with decisions that nobody settled yet, one an entry at most, in the order made. */
export function withDecisions(record: SettleRecord, decisions: readonly Decision[]): SettleRecord {
  let time = now - 60 * minute
  return decisions.reduce((before, { pick, asked, who, atOnce }) => {
    if (!atOnce) time += minute
    const isTaken = openOf(before).some(
      ({ id }) => id === before.entries[pick % Math.max(1, before.entries.length)]?.id,
    )
    return isTaken ? before : withDecision(before, pick, asked, stewardIds[who], time)
  }, record)
}

/** The entries with a decision to settle, in the order they were made. */
export function openOf(record: SettleRecord): readonly SettleEntry[] {
  return record.entries
    .filter(({ status, settled }) => status !== settled)
    .sort((a, b) => a.changedOn - b.changedOn || a.chainSequence - b.chainSequence)
}

/** The record as it was before a decision on an entry. */
export function undecided(record: SettleRecord, id: string): SettleRecord {
  return {
    ...record,
    entries: record.entries.map((entry) =>
      entry.id === id ? { ...entry, status: entry.settled, changedBy: serviceUserId } : entry,
    ),
  }
}
