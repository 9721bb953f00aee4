import { rankOf } from './configuration-index.js'
import type { CommitPolicy, TraceStep } from './contract.js'
import type { EntryDraft } from './entry-draft.js'
import { shownValue } from './normalise.js'
import type { Unit } from './normalise.js'
import { quoted } from './quoted.js'
import type { Part, RecordDraft } from './record-draft.js'
import type { ChunkScope } from './scope.js'
import { steps } from './trace.js'
import type { Stop } from './verdict.js'

export interface Conflict {
  readonly step: TraceStep
  readonly stop?: Stop
}

/**
 * Rank before time: a source never replaces the applied value of a higher-ranked one, nobody
 * replaces what a steward certified by hand; unless that value is stale.
 */
export function conflictRule(
  scope: ChunkScope,
  draft: RecordDraft,
  unit: Unit,
  changed: readonly Part[],
  policy: CommitPolicy,
): Conflict {
  let step: TraceStep = steps.rank.free
  for (const part of changed) {
    const head = draft.head(part.column.logicalName)
    if (!head) continue
    step = compare(scope, head, policy, unit.plan.rank)
    if (step !== steps.rank.lower && step !== steps.rank.certifiedByHand) continue
    return { step, stop: { reason: 'conflict', message: sentence(head, part, policy, step), step } }
  }
  return { step }
}

function compare(
  scope: ChunkScope,
  head: EntryDraft,
  policy: CommitPolicy,
  ownRank: number,
): TraceStep {
  if (head.isWithdrawn) return steps.rank.free
  if (head.staleOn !== null && head.staleOn <= scope.now) return steps.rank.stale
  if (head.certifiedByHand) return steps.rank.certifiedByHand
  const rank = rankOf(policy, head.source)
  if (rank < 0 || rank > ownRank) return steps.rank.higher
  return rank === ownRank ? steps.rank.equal : steps.rank.lower
}

function sentence(
  head: EntryDraft,
  { column }: Part,
  policy: CommitPolicy,
  step: TraceStep,
): string {
  const kept = shownValue(column, head.valueOf(column.logicalName))
  const why =
    step === steps.rank.certifiedByHand
      ? `a steward certified ${kept} from ${head.source}`
      : `policy ${quoted(policy.name)} ranks ${head.source} higher, whose value is ${kept}`
  return `It conflicts for ${column.label}: ${why}. Certify the one that is right.`
}
