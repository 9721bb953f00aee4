import { isHeld, isInForce, newestFirst } from '../../shared/ledger/entry.js'
import type { Entry } from '../../shared/ledger/entry.js'

/** Entries of one aspect of one record whose values contradict each other, the one in force first. */
export type Conflict = readonly Entry[]

/** What an entry speaks of: the record and its aspect. */
export function aspectOf({ targetTable, targetId, aspectKey }: Entry): string {
  return `${targetTable} ${targetId} ${aspectKey}`
}

/**
 * The conflicts among these entries, by aspect: a value in force and values held against it, or
 * several held values, wherever they differ.
 */
export function conflictsOf(entries: readonly Entry[]): ReadonlyMap<string, Conflict> {
  const open = new Map<string, Entry[]>()
  for (const entry of entries) {
    if (!isHeld(entry) && !isInForce(entry)) continue
    const aspect = aspectOf(entry)
    const known = open.get(aspect)
    if (known) known.push(entry)
    else open.set(aspect, [entry])
  }
  const conflicts = new Map<string, Conflict>()
  for (const [aspect, rivals] of open) {
    if (new Set(rivals.map(({ value }) => value)).size > 1) {
      conflicts.set(aspect, [...rivals].sort(inForceFirst))
    }
  }
  return conflicts
}

function inForceFirst(one: Entry, other: Entry): number {
  return Number(isInForce(other)) - Number(isInForce(one)) || newestFirst(one, other)
}
