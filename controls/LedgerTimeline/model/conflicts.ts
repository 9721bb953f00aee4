import { isHeld, isInForce, newestFirst } from '../../shared/ledger/entry.js'
import type { Entry } from '../../shared/ledger/entry.js'

/** Entries of one aspect of one record whose values contradict each other, the one in force first. */
export type Conflict = readonly Entry[]

/** What an entry speaks of: the record and its aspect. */
export function aspectOf({ targetTable, targetId, aspectKey }: Entry): string {
  return `${targetTable} ${targetId} ${aspectKey}`
}

/** Whether the entry can contradict another one: its value is in force, or waits to be. */
export const isOpen = (entry: Entry): boolean => isHeld(entry) || isInForce(entry)

/**
 * The conflict among the entries of one aspect: a value in force and values held against it, or
 * several held values, wherever they differ.
 */
export function conflictAmong(entries: readonly Entry[]): Conflict | undefined {
  const rivals = entries.filter(isOpen)
  return rivals.some(({ value }) => value !== rivals[0]?.value)
    ? rivals.sort(inForceFirst)
    : undefined
}

function inForceFirst(one: Entry, other: Entry): number {
  return Number(isInForce(other)) - Number(isInForce(one)) || newestFirst(one, other)
}
