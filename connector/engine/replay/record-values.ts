import { sameValue } from '../column-value.js'
import type { CanonicalValue, LedgerEntryState } from '../contract.js'
import { EntryDraft } from '../entry-draft.js'
import type { Unit } from '../normalise.js'
import { RecordDraft } from '../record-draft.js'
import type { Part } from '../record-draft.js'
import type { PlacedEntry, RecordedItem } from './contract.js'
import { isServiceWithdrawn } from './entries-then.js'
import { saysUnchanged } from './record-items.js'

/** An item of a record with the aspects it speaks of. */
export interface ItemUnits {
  readonly recorded: RecordedItem
  readonly units: readonly Unit[]
}

/** Stands for a value of which only is known that it is none of the items'. */
const someOtherValue = '\u0000another value'

/**
 * The values of a record before some items were decided, as far as they rest on them. The first of
 * their entries on a column tells what it held. Where there is none, no item changed it: an item
 * that found its own value there tells; else it is the applied head's value (empty where there is no
 * head), unless an item of that very value found another.
 */
export function valuesThen(
  placed: readonly PlacedEntry[],
  entries: readonly LedgerEntryState[],
  items: readonly ItemUnits[],
): Readonly<Record<string, CanonicalValue>> {
  const own = placed
    .filter(({ place, entry }) => place === 'inside' && !isServiceWithdrawn(entry))
    .map(({ entry }) => entry)
  const heads = new RecordDraft({ ...noRecord, entries })
  const values: Record<string, CanonicalValue> = {}
  for (const [column, mentions] of mentionsByColumn(items)) {
    const first = own.find((entry) => EntryDraft.stored(entry).covers(column))
    values[column] = first
      ? EntryDraft.stored({ ...first, value: first.previousValue }).valueOf(column)
      : valueLeft(column, mentions, heads)
  }
  return values
}

const noRecord = { targetTable: '', targetId: '', exists: true, etag: null, values: {} }

/** One item's word on one column. */
interface Mention {
  readonly part: Part
  /** Whether the aspect has other columns, which may be those that differed. */
  readonly isOneOfSeveral: boolean
  readonly isUnchanged: boolean
}

function mentionsByColumn(items: readonly ItemUnits[]): ReadonlyMap<string, readonly Mention[]> {
  const byColumn = new Map<string, Mention[]>()
  for (const { recorded, units } of items) {
    for (const unit of units) {
      const isUnchanged = saysUnchanged(recorded, unit)
      const { parts = [] } = unit
      const isOneOfSeveral = parts.length > 1
      for (const part of parts) {
        const { logicalName } = part.column
        const known = byColumn.get(logicalName)
        const mention = { part, isOneOfSeveral, isUnchanged }
        if (known) known.push(mention)
        else byColumn.set(logicalName, [mention])
      }
    }
  }
  return byColumn
}

function valueLeft(
  column: string,
  mentions: readonly Mention[],
  heads: RecordDraft,
): CanonicalValue {
  const seen = mentions.find(({ isUnchanged }) => isUnchanged)
  if (seen) return seen.part.value
  const head = heads.head(column)
  const value = head && !head.isAboutToApply ? head.valueOf(column) : null
  const isContradicted = mentions.some(
    ({ part, isOneOfSeveral }) => !isOneOfSeveral && sameValue(part.column, part.value, value),
  )
  return isContradicted ? someOtherValue : value
}
