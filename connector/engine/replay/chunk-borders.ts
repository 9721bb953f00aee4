import { ChunkScope, wholeSeconds } from '../scope.js'
import type { RecordedChunk } from './contract.js'
import { isApplied, KeysThen } from './keys-then.js'
import type { OwnKey } from './keys-then.js'
import { placedEntries } from './placed-entries.js'
import { foundNone } from './record-items.js'

/** Places from after `after` up to and with `upTo`, counted in sequences. */
interface Span {
  readonly after: number
  readonly upTo: number
}

/**
 * The chunk divided where the job's own chunks must have been: items of one chunk find the records
 * that others of it make, wherever they stand, so one that did not stands in an earlier chunk.
 */
export function divided(chunk: RecordedChunk): readonly RecordedChunk[] {
  const { apart, together } = evidence(chunk)
  const borders = bordersOf(apart, together)
  if (borders.length === 0) return [chunk]
  const starts = [-Infinity, ...borders]
  return starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? Infinity
    const items = chunk.items.filter(({ item }) => item.sequence >= start && item.sequence < end)
    return items.length === 0 ? [] : [{ ...chunk, items }]
  })
}

/** A chunk begins at each of these sequences: the last place that parts what must be apart. */
function bordersOf(apart: readonly Span[], together: readonly Span[]): readonly number[] {
  const borders: number[] = []
  for (const span of [...apart].sort((a, b) => a.upTo - b.upTo)) {
    if (borders.some((border) => isIn(border, span))) continue
    let border = span.upTo
    let joined = together.find((other) => isIn(border, other))
    while (joined) {
      border = joined.after
      joined = together.find((other) => isIn(border, other))
    }
    borders.push(isIn(border, span) ? border : span.upTo)
  }
  return borders.sort((a, b) => a - b)
}

function isIn(place: number, { after, upTo }: Span): boolean {
  return place > after && place <= upTo
}

function evidence(chunk: RecordedChunk) {
  const scope = new ChunkScope(chunk.context)
  const placed = placedEntries(chunk)
  const keys = new KeysThen(scope, chunk, placed)
  const now = wholeSeconds(chunk.context.now)
  const apart: Span[] = []
  const together: Span[] = []
  const found = new Map<string, number>()
  for (const own of keys.own.values()) {
    const upTo = firstFound(own)
    if (upTo === undefined) continue
    if (own.isCreated) found.set(own.hash, upTo)
    const without = own.items.filter(foundNone).map(({ item }) => item.sequence)
    const after = Math.max(-Infinity, ...without.filter((sequence) => sequence < upTo))
    if (after > -Infinity) apart.push({ after, upTo })
    if (!own.isCreated) continue
    const made = placed.flatMap(({ entry, place }) =>
      place === 'inside' &&
      entry.targetId === own.targetId &&
      isApplied(entry, now) &&
      entry.origin.by === 'job'
        ? [entry.origin.sequence]
        : [],
    )
    together.push({ after: upTo, upTo: Math.min(...made) })
  }
  for (const { item, hash } of keys.pointers) {
    const upTo = found.get(hash)
    const after = item.item.sequence
    if (upTo === undefined || after >= upTo || item.outcome.status === 'rejected') continue
    if (item.outcome.reason === 'noRelatedRecord') apart.push({ after, upTo })
    else if (!foundNone(item)) together.push({ after, upTo })
  }
  return { apart, together }
}

function firstFound({ items }: OwnKey): number | undefined {
  return items.find((one) => !foundNone(one) && one.outcome.status !== 'rejected')?.item.sequence
}
