import type { Absence } from './absence.js'
import type { ItemStatus, TraceStep } from './contract.js'
import { takeEffect } from './effects.js'
import type { EntryDraft } from './entry-draft.js'
import { relatedUnit } from './interpret.js'
import type { Rejection } from './interpret.js'
import type { KeyDirectory } from './key-directory.js'
import type { Unit } from './normalise.js'
import type { ItemWork, Outcome, RecordGroup } from './record-group.js'
import { evaluate } from './rules.js'
import type { ChunkScope } from './scope.js'
import { steps } from './trace.js'
import { verdict } from './verdict.js'
import type { Verdict } from './verdict.js'

/**
 * Decides the items of every record in their sequence.
 *
 * A record to be created is first taken for there. Where then none of its values commits, it is not
 * created after all: its items are decided again without a record, and so are the records that
 * would point at it. Each round ends at least one record, so there is an end.
 */
export function decideGroups(
  scope: ChunkScope,
  keys: KeyDirectory,
  groups: readonly RecordGroup[],
): void {
  let round: Iterable<RecordGroup> = groups
  let isOver = false
  while (!isOver) {
    const again = new Set<RecordGroup>()
    for (const group of round) decideGroup(scope, keys, group)
    for (const group of round) {
      if (group.fate !== 'tentative' || group.commits) continue
      group.restart('missing')
      again.add(group)
      for (const dependent of group.dependents ?? []) {
        dependent.restart(dependent.fate)
        again.add(dependent)
      }
    }
    round = again
    isOver = again.size === 0
  }
}

export function rejectedOutcome({ reason, message, step }: Rejection): Outcome {
  return { status: 'rejected', reason, message, trace: [step], units: [], entries: none }
}

const none: readonly EntryDraft[] = []

function decideGroup(scope: ChunkScope, keys: KeyDirectory, group: RecordGroup): void {
  for (const work of group.works) {
    const { interpretation } = work
    if (interpretation?.kind === 'units') {
      work.outcome = decideItem(scope, group, work, interpretation.units)
    } else if (interpretation?.kind === 'related') {
      const { plan, key } = interpretation
      const unit = relatedUnit(plan, key, keys.relatedId(key))
      work.outcome = decideItem(scope, group, work, [unit])
    }
  }
}

function decideItem(
  scope: ChunkScope,
  group: RecordGroup,
  work: ItemWork,
  units: readonly Unit[],
): Outcome {
  const [only] = units
  if (!only) throw new Error('An item without an aspect cannot be decided.')
  if (units.length > 1) {
    const entries: EntryDraft[] = []
    const verdicts = units.map((unit) => {
      const found = decideUnit(scope, group, work, unit)
      const entry = effectOf(scope, group, work, unit, found)
      if (entry) entries.push(entry)
      return found
    })
    return combined(group, units, verdicts, entries)
  }
  const found = decideUnit(scope, group, work, only)
  const entry = effectOf(scope, group, work, only, found)
  const { status, reason, message, trace } = found
  if (group.fate === 'missing' && status === 'held') {
    return absent(group.absence, units, message, trace.steps)
  }
  return { status, reason, message, trace: trace.steps, units, entries: entry ? [entry] : none }
}

function decideUnit(scope: ChunkScope, group: RecordGroup, work: ItemWork, unit: Unit): Verdict {
  return withRecord(group, evaluate(scope, group.draft, unit, work.occurred))
}

/** Lets a verdict take effect on the group's record, if there is one; the entry it made, if any. */
function effectOf(
  scope: ChunkScope,
  group: RecordGroup,
  work: ItemWork,
  unit: Unit,
  found: Verdict,
): EntryDraft | undefined {
  if (group.fate === 'missing') return undefined
  if (found.effect === 'commit') group.commits = true
  return takeEffect(scope, group.draft, work.item, work.occurred, unit, found)
}

/** Begins the message of an item whose record the platform refused. */
export const refusalPrefix = 'The platform refused the record: '

/** The verdict as the record allows it: not there, or refused by the platform. */
function withRecord(group: RecordGroup, found: Verdict): Verdict {
  const { fate, refusal } = group
  if (refusal !== undefined && found.effect === 'commit') {
    const message = refusalPrefix + refusal
    const trace = found.trace.then(steps.commit.platformRefuses)
    return verdict('failed', 'refusedByPlatform', message, trace)
  }
  if (fate !== 'missing' || found.status === 'rejected') return found
  const alsoHeld = found.status === 'held' ? found.message : ''
  return verdict('held', group.absence.reason, alsoHeld, found.trace)
}

/** What most needs attention speaks for an item of several aspects. */
const attention: Readonly<Record<ItemStatus, number>> = {
  failed: 5,
  rejected: 4,
  held: 3,
  applied: 2,
  superseded: 1,
  unchanged: 0,
}

function combined(
  group: RecordGroup,
  units: readonly Unit[],
  verdicts: readonly Verdict[],
  entries: readonly EntryDraft[],
): Outcome {
  const worst = verdicts.reduce((a, b) => (attention[b.status] > attention[a.status] ? b : a))
  const { status, reason } = worst
  const messages = new Set(verdicts.map((one) => one.message).filter((text) => text !== ''))
  const message = [...messages].join(' ')
  const trace = verdicts.flatMap((one, index) => {
    const aspect = units[index]?.plan.aspectKey ?? ''
    return one.trace.steps.map((step) => ({ ...step, aspect }))
  })
  return group.fate === 'missing' && status === 'held'
    ? absent(group.absence, units, message, trace)
    : { status, reason, message, trace, units, entries }
}

/** Held for want of a record, and for whatever else would hold the item. */
function absent(
  { reason, message }: Absence,
  units: readonly Unit[],
  also: string,
  trace: readonly TraceStep[],
): Outcome {
  return {
    status: 'held',
    reason,
    message: also === '' ? message : `${message} ${also}`,
    trace: [steps.resolve[reason], ...trace],
    units,
    entries: none,
  }
}
