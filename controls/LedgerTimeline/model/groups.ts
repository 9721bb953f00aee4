import type { Entry } from '../../shared/ledger/entry.js'

export type Grouping = 'aspect' | 'day'

/** Entries under one heading, newest first. */
export interface Group {
  readonly key: string
  readonly entries: readonly Entry[]
}

/** The user's calendar day of a moment, `2026-11-21`; `minutesAhead`: of UTC, by their time zone. */
export function dayOf(at: number, minutesAhead: number): string {
  return new Date(at + minutesAhead * 60_000).toISOString().slice(0, 10)
}

/** The user's calendar day of an entry; empty where nobody knows it. */
export function dayKey({ observed }: Entry, minutesAhead: (at: number) => number): string {
  return observed ? dayOf(observed.at, minutesAhead(observed.at)) : ''
}

/** The entries by key, in the order given; the key of the first entry comes first. */
export function groupsBy(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return groups
}
