import { maxLength } from '../../../solution/tables/index.js'
import { recordKey } from '../contract.js'
import type { Configuration, DecisionContext, SyncItem } from '../contract.js'
import { decideChunk } from '../decide-chunk.js'
import { clipped } from '../quoted.js'
import { divided } from './chunk-borders.js'
import type { Decided, RecordedChunk, RecordedItem, ReplayedItem } from './contract.js'
import { stateThen } from './state-then.js'
import type { StateThen } from './state-then.js'

/** What an item would have become under another configuration. */
export interface WhatIf {
  readonly replay: ReplayedItem
  /** Null where the item cannot be compared, since its replay is not identical. */
  readonly changed: Decided | null
}

/**
 * Decides recorded items again on what they were decided on, by the same clock and configuration,
 * and compares: status, reason and message have to be the same.
 */
export function replayChunk(chunk: RecordedChunk): readonly ReplayedItem[] {
  return replayed(chunk).map(({ replay }) => replay)
}

/**
 * Decides recorded items again under another configuration, on what they were decided on then. What
 * earlier jobs would have done otherwise is not followed up.
 */
export function decideOtherwise(
  chunk: RecordedChunk,
  configuration: Configuration,
): readonly WhatIf[] {
  return replayed(chunk, configuration)
}

function replayed(chunk: RecordedChunk, otherwise?: Configuration): readonly WhatIf[] {
  const bySequence = new Map<number, WhatIf>()
  const open = chunk.items.filter(({ gap }) => gap === null)
  for (const part of divided({ ...chunk, items: open })) {
    const items = part.items.map(({ item }) => item)
    const then = stateThen(part)
    const same = decided(part.context, then, items)
    const other = otherwise && decided({ ...part.context, configuration: otherwise }, then, items)
    for (const recorded of part.items) {
      const { sequence } = recorded.item
      const replay = compared(recorded, same.get(sequence), then)
      const changed = replay.result === 'identical' ? (other?.get(sequence)?.decided ?? null) : null
      bySequence.set(sequence, { replay, changed })
    }
  }
  return chunk.items.map((recorded) => {
    const { item, outcome, gap } = recorded
    const why = gap ?? 'it was left out'
    const impossible = { item, recorded: outcome, result: 'impossible', why } as const
    return bySequence.get(item.sequence) ?? { replay: impossible, changed: null }
  })
}

interface Redecided {
  readonly decided: Decided
  /** `recordKey`; null where no record was found. */
  readonly record: string | null
}

function decided(
  context: DecisionContext,
  { state, refusals }: StateThen,
  items: readonly SyncItem[],
): ReadonlyMap<number, Redecided> {
  const { decisions } = decideChunk(context, state, items, refusals)
  return new Map(
    decisions.map(({ sequence, status, reason, message, targetTable, targetId }) => [
      sequence,
      {
        decided: { status, reason, message: clipped(message, maxLength.message) },
        record: targetId === null ? null : recordKey(targetTable, targetId),
      },
    ]),
  )
}

function compared(
  { item, outcome }: RecordedItem,
  again: Redecided | undefined,
  then: StateThen,
): ReplayedItem {
  const { status, reason, message } = outcome
  const recorded = { status, reason, message }
  if (!again) throw new Error(`Item ${String(item.sequence)} was left undecided.`)
  if (isSame(recorded, again.decided)) return { item, recorded, result: 'identical' }
  const why = missing(item, again, then)
  return why === undefined
    ? { item, recorded, result: 'different', replayed: again.decided }
    : { item, recorded, result: 'impossible', why }
}

/** What the decision rested on and is not kept. */
function missing(
  { sequence }: SyncItem,
  { record }: Redecided,
  { doubts, lost }: StateThen,
): string | undefined {
  if (lost.has(sequence)) return 'the identifier that it went by is not there any more'
  return record === null ? undefined : doubts.get(record)
}

/** Whether two decisions say the same, word for word. */
export function isSame(a: Decided, b: Decided): boolean {
  return a.status === b.status && a.reason === b.reason && a.message === b.message
}
