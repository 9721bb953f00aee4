import type { ItemStatus, OutcomeReason, TraceStep } from './contract.js'
import type { Trace } from './trace.js'

/** What the rules say of one unit. Nothing has happened yet. */
export interface Verdict {
  readonly status: ItemStatus
  readonly reason: OutcomeReason
  readonly message: string
  readonly trace: Trace
  /**
   * What follows: `commit` writes the value and an entry; `hold` makes an entry that waits;
   * `confirm` freshens the entry the value comes from; `none` changes nothing.
   */
  readonly effect: 'commit' | 'hold' | 'confirm' | 'none'
}

export function verdict(
  status: ItemStatus,
  reason: OutcomeReason,
  message: string,
  trace: Trace,
  effect: Verdict['effect'] = 'none',
): Verdict {
  return { status, reason, message, trace, effect }
}

/** A rule that stops the value, with the step to trace. */
export interface Stop {
  readonly reason: OutcomeReason
  readonly message: string
  readonly step: TraceStep
}
