import { rankOf } from './configuration-index.js'
import type { CommitPolicy, TraceStep } from './contract.js'
import { timeText } from './date-text.js'
import type { Unit } from './normalise.js'
import type { Part, RecordDraft } from './record-draft.js'
import { clockTolerance } from './scope.js'
import type { ChunkScope } from './scope.js'
import { steps } from './trace.js'
import type { Stop } from './verdict.js'

export interface Age {
  readonly step: TraceStep
  /** Why the value is past. */
  readonly older?: string
  /** Why a whole record waits of which only some columns are past. */
  readonly stop?: Stop
}

/**
 * Within one rank the newer value wins. Equal times: the later item, which is the one in hand.
 */
export function timeRule(
  scope: ChunkScope,
  draft: RecordDraft,
  unit: Unit,
  changed: readonly Part[],
  policy: CommitPolicy,
  occurred: number,
): Age {
  let newest = 0
  const past: string[] = []
  for (const { column } of changed) {
    const head = draft.head(column.logicalName)
    if (!head || head.isWithdrawn || rankOf(policy, head.source) !== unit.plan.rank) continue
    if (!isNewer(scope, head.observed, occurred)) continue
    past.push(column.label)
    newest = Math.max(newest, head.observed)
  }
  if (past.length === 0) return { step: steps.time.newer }
  const { label } = unit.plan
  const times = `${timeText(newest)}, later than ${timeText(occurred)}`
  if (past.length === changed.length) {
    const older = `${unit.shown} for ${label} is past: the value in the record is of ${times}.`
    return { step: steps.time.older, older }
  }
  const message = `The record's values of ${past.join(', ')} are of ${times}, and the others are not: certify or reject the values as a whole.`
  return { step: steps.time.mixed, stop: { reason: 'conflict', message, step: steps.time.mixed } }
}

/** Whether a kept time is later than an item's. A time in the future is a wrong clock, not news. */
export function isNewer(scope: ChunkScope, kept: number, occurred: number): boolean {
  return kept > occurred && kept <= scope.now + clockTolerance
}
