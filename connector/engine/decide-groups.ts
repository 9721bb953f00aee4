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
      group.fate = 'missing'
      again.add(group)
      for (const dependent of group.dependents) again.add(dependent)
    }
    round = again
    isOver = again.size === 0
  }
}

export function rejectedOutcome({ reason, message, step }: Rejection): Outcome {
  return { status: 'rejected', reason, message, trace: [step], units: [], entries: [] }
}

function decideGroup(scope: ChunkScope, keys: KeyDirectory, group: RecordGroup): void {
  group.reset()
  for (const work of group.works) {
    const { interpretation } = work
    switch (interpretation.kind) {
      case 'rejected':
        work.outcome = rejectedOutcome(interpretation)
        break
      case 'units':
        work.outcome = decideItem(scope, group, work, interpretation.units)
        break
      case 'related': {
        const { plan, key } = interpretation
        const unit = relatedUnit(plan, key, keys.relatedId(key))
        work.outcome = decideItem(scope, group, work, [unit])
        break
      }
    }
  }
}

function decideItem(
  scope: ChunkScope,
  group: RecordGroup,
  work: ItemWork,
  units: readonly Unit[],
): Outcome {
  const entries: EntryDraft[] = []
  const verdicts: Verdict[] = []
  for (const unit of units) {
    const found = withRecord(group, evaluate(scope, group.draft, unit, work.occurred))
    verdicts.push(found)
    if (group.fate === 'missing') continue
    if (found.effect === 'commit') group.commits = true
    const entry = takeEffect(scope, group.draft, work.item, work.occurred, unit, found)
    if (entry) entries.push(entry)
  }
  return combined(group, units, verdicts, entries)
}

/** The verdict as the record allows it: not there, or refused by the platform. */
function withRecord({ fate, absence, refusal }: RecordGroup, found: Verdict): Verdict {
  if (refusal !== undefined && found.effect === 'commit') {
    const message = `The platform refused the record: ${refusal}`
    const trace = found.trace.then(steps.commit.platformRefuses)
    return verdict('failed', 'refusedByPlatform', message, trace)
  }
  if (fate !== 'missing' || found.status === 'rejected') return found
  const alsoHeld = found.status === 'held' ? found.message : ''
  return verdict('held', absence.reason, alsoHeld, found.trace)
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
  const [first, ...others] = verdicts
  if (!first) throw new Error('An item without an aspect cannot be decided.')
  let worst = first
  for (const one of others) if (attention[one.status] > attention[worst.status]) worst = one
  const isMissing = group.fate === 'missing' && worst.status === 'held'
  const messages = new Set(isMissing ? [group.absence.message] : [])
  for (const { message } of verdicts) if (message !== '') messages.add(message)
  const path = others.length === 0 ? first.trace.steps : stepsByAspect(units, verdicts)
  return {
    status: worst.status,
    reason: worst.reason,
    message: [...messages].join(' '),
    trace: isMissing ? [steps.resolve[group.absence.reason], ...path] : path,
    units,
    entries,
  }
}

function stepsByAspect(units: readonly Unit[], verdicts: readonly Verdict[]): TraceStep[] {
  return verdicts.flatMap(({ trace }, index) => {
    const aspect = units[index]?.plan.aspectKey ?? ''
    return trace.steps.map((step) => ({ ...step, aspect }))
  })
}
