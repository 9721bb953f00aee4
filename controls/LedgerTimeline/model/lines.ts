import { newestFirst } from '../../shared/ledger/entry.js'
import type { Entry } from '../../shared/ledger/entry.js'
import { aspectOf, conflictAmong, isOpen } from './conflicts.js'
import type { Conflict } from './conflicts.js'
import { dayKey, groupsBy } from './groups.js'
import type { Group, Grouping } from './groups.js'

/** One line of the list: only those in sight are drawn. */
export type Line =
  | { readonly kind: 'heading'; readonly key: string; readonly group: Group; readonly first: Entry }
  | { readonly kind: 'conflict'; readonly key: string; readonly conflict: Conflict }
  | {
      readonly kind: 'entry'
      readonly key: string
      readonly entry: Entry
      /** What it contradicts, itself among them. */
      readonly conflict: Conflict | undefined
    }

/**
 * The timeline from top to bottom, the group with the newest entry first. Conflicts stand under their
 * aspect's heading; by day, where an aspect has no heading, its entries carry them.
 */
export function linesOf(
  entries: readonly Entry[],
  grouping: Grouping,
  minutesAhead: (at: number) => number,
): readonly Line[] {
  const sorted = [...entries].sort(newestFirst)
  // Of thousands of entries, most are of one record: their columns alone tell them apart.
  const aspects = groupsBy(sorted, areOfOneRecord(sorted) ? columnOf : aspectOf)
  const lines: Line[] = []
  if (grouping === 'aspect') {
    for (const [key, members] of aspects) {
      const conflict = conflictAmong(members)
      addGroup(lines, { key, entries: members }, conflict, () => conflict)
    }
    return lines
  }
  const conflicts = new Map<Entry, Conflict>()
  for (const members of aspects.values()) {
    const conflict = conflictAmong(members)
    for (const entry of conflict ?? []) if (conflict) conflicts.set(entry, conflict)
  }
  for (const [key, members] of groupsBy(sorted, (entry) => dayKey(entry, minutesAhead))) {
    addGroup(lines, { key, entries: members }, undefined, (entry) => conflicts.get(entry))
  }
  return lines
}

const columnOf = ({ aspectKey }: Entry) => aspectKey

function areOfOneRecord(entries: readonly Entry[]): boolean {
  const [first] = entries
  return entries.every(
    ({ targetTable, targetId }) =>
      targetId === first?.targetId && targetTable === first.targetTable,
  )
}

/** `shared`: the conflict that is shown once, under the heading. */
function addGroup(
  lines: Line[],
  group: Group,
  shared: Conflict | undefined,
  conflictOf: (entry: Entry) => Conflict | undefined,
): void {
  const { key, entries } = group
  const [first] = entries
  if (!first) return
  lines.push({ kind: 'heading', key: `heading ${key}`, group, first })
  if (shared) lines.push({ kind: 'conflict', key: `conflict ${key}`, conflict: shared })
  for (const entry of entries) {
    const conflict = isOpen(entry) ? conflictOf(entry) : undefined
    lines.push({ kind: 'entry', key: entry.id, entry, conflict })
  }
}
