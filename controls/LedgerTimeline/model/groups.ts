import { aspectOf } from './conflicts.js'
import { newestFirst } from '../../shared/ledger/entry.js'
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

/** The entries under headings; the group with the newest entry comes first. */
export function groupsOf(
  entries: readonly Entry[],
  grouping: Grouping,
  minutesAhead: (at: number) => number,
): readonly Group[] {
  const groups = new Map<string, Entry[]>()
  for (const entry of [...entries].sort(newestFirst)) {
    const key = grouping === 'aspect' ? aspectOf(entry) : dayKey(entry, minutesAhead)
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return [...groups].map(([key, members]) => ({ key, entries: members }))
}

function dayKey({ observed }: Entry, minutesAhead: (at: number) => number): string {
  return observed ? dayOf(observed.at, minutesAhead(observed.at)) : ''
}
