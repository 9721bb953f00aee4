import type { PlacedEntry, RecordedEntry } from './contract.js'
import type { ItemUnits } from './record-values.js'
import { saysUnchanged } from './record-items.js'

/** What tells of the entries of one record at the time some items were decided. */
export interface RecordHistory {
  /** All its entries, in the order of their chain. */
  readonly placed: readonly PlacedEntry[]
  /** The items in question that are about the record. */
  readonly items: readonly ItemUnits[]
  /** The Decision Clock in milliseconds, whole seconds. */
  readonly now: number
}

/**
 * Whether an entry made before was superseded by then. In the very second of the job its time does
 * not tell; then what superseded it does: the applied entry that names it, or, for a value that
 * waited, what became of the next values of its source.
 */
export function wasSuperseded(entry: RecordedEntry, history: RecordHistory): boolean {
  const { supersededOn, appliedOn } = entry
  const { placed, now } = history
  if (supersededOn === null || supersededOn > now) return false
  if (supersededOn < now) return true
  if (appliedOn === null || appliedOn > now) return hadGivenWay(entry, history)
  return !placed.some(
    (other) =>
      other.place !== 'before' &&
      other.entry.replaces === entry.id &&
      other.entry.appliedOn === now,
  )
}

/** Whether a value that waited had been superseded before the items, not by them or later. */
function hadGivenWay(entry: RecordedEntry, history: RecordHistory): boolean {
  const peers = history.placed.filter(
    ({ entry: other }) =>
      other.aspectKey === entry.aspectKey &&
      other.sourceSystemKey === entry.sourceSystemKey &&
      other.chainSequence > entry.chainSequence,
  )
  const isNewer = (other: RecordedEntry) => other.observed >= entry.observed
  if (peers.some(({ place, entry: other }) => place === 'before' && isNewer(other))) return true
  for (const { place, entry: other } of peers) {
    if (place !== 'inside') continue
    const isHeld = other.appliedOn === null || other.appliedOn > history.now
    // Beside one that waits, the same value joins it and an older one is past: neither makes an entry.
    if (isHeld && (other.value === entry.value || !isNewer(other))) {
      return !isConfirmedBefore(entry, other, history)
    }
    if (isNewer(other)) return false
  }
  return false
}

/** Whether one of the items, before it made the other entry, found its value on the record. */
function isConfirmedBefore(
  entry: RecordedEntry,
  { origin }: RecordedEntry,
  { items }: RecordHistory,
): boolean {
  return items.some(
    ({ recorded, units }) =>
      origin.by === 'job' &&
      recorded.item.sequence < origin.sequence &&
      recorded.item.occurred >= entry.observed &&
      units.some(
        (unit) => unit.plan.aspectKey === entry.aspectKey && saysUnchanged(recorded, unit),
      ),
  )
}
