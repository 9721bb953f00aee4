import { aspectOf, conflictsOf } from './conflicts.js'
import type { Conflict } from './conflicts.js'
import type { Entry } from '../../shared/ledger/entry.js'
import { groupsOf } from './groups.js'
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
 * The timeline from top to bottom. Conflicts stand under their aspect's heading; by day, where an
 * aspect has no heading, its entries carry them.
 */
export function linesOf(
  entries: readonly Entry[],
  grouping: Grouping,
  minutesAhead: (at: number) => number,
): readonly Line[] {
  const conflicts = conflictsOf(entries)
  const rivals = new Set([...conflicts.values()].flat())
  return groupsOf(entries, grouping, minutesAhead).flatMap((group) => linesOfGroup(group))

  function linesOfGroup(group: Group): readonly Line[] {
    const { key, entries: members } = group
    const [first] = members
    if (!first) return []
    const conflict = grouping === 'aspect' ? conflicts.get(key) : undefined
    return [
      { kind: 'heading', key: `heading ${key}`, group, first },
      ...(conflict ? [{ kind: 'conflict', key: `conflict ${key}`, conflict } as const] : []),
      ...members.map((entry) => ({
        kind: 'entry' as const,
        key: entry.id,
        entry,
        conflict: rivals.has(entry) ? conflicts.get(aspectOf(entry)) : undefined,
      })),
    ]
  }
}
