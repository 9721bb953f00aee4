import { sameValue } from './column-value.js'
import type { CanonicalValue, OfferedValue, RecordState } from './contract.js'
import { EntryDraft } from './entry-draft.js'
import type { EntryFacts, EntryOrigin } from './entry-draft.js'
import type { TargetColumn } from './target-table.js'

/** One column and the value an item brings for it. */
export interface Part {
  readonly column: TargetColumn
  readonly value: CanonicalValue
}

/** A new entry, complete but for what the record's other entries decide. */
export type NewEntry = Omit<
  EntryFacts,
  'supersededOn' | 'latest' | 'lastConfirmed' | 'certifiedByHand' | 'chainSequence'
>

/** Entries of this chunk come after every stored one; chains stay far below this number. */
const firstNewOrder = 2 ** 40

const none: readonly Part[] = []

/** A target record and its ledger entries as the chunk's items change them, one after the other. */
export class RecordDraft {
  readonly entries: EntryDraft[] = []
  private changes: Map<string, CanonicalValue> | undefined = undefined

  constructor(
    /** Undefined for a record that the chunk would create. */
    private readonly state: RecordState | undefined,
  ) {
    for (const entry of state?.entries ?? []) this.entries.push(EntryDraft.stored(entry))
  }

  get exists(): boolean {
    return this.state !== undefined
  }

  value(column: string): CanonicalValue {
    const changed = this.changes?.get(column)
    return changed === undefined ? this.stored(column) : changed
  }

  set(part: Part): void {
    this.changes ??= new Map()
    this.changes.set(part.column.logicalName, part.value)
  }

  /** The columns that end with another value than the store holds, and what it holds. */
  changedValues(): {
    readonly values: Record<string, CanonicalValue>
    readonly previousValues: Record<string, CanonicalValue>
  } {
    const values: Record<string, CanonicalValue> = {}
    const previousValues: Record<string, CanonicalValue> = {}
    for (const [column, value] of this.changes ?? []) {
      const previous = this.stored(column)
      if (value === previous) continue
      values[column] = value
      if (this.exists) previousValues[column] = previous
    }
    return { values, previousValues }
  }

  /**
   * The entry that the column's value comes from: one certified by a person and not yet written,
   * else the newest applied one, of the column itself or of the whole record.
   */
  head(column: string): EntryDraft | undefined {
    let head: EntryDraft | undefined
    for (const entry of this.entries) {
      if (!entry.isAppliedHead && !entry.isAboutToApply) continue
      if (entry.covers(column) && (!head || isNewerHead(entry, head))) head = entry
    }
    return head
  }

  /** The newest latest entry of a source that covers the column. */
  latestOf(source: string, column: string): EntryDraft | undefined {
    let latest: EntryDraft | undefined
    for (const entry of this.entries) {
      if (!entry.latest || entry.source !== source || !entry.covers(column)) continue
      if (!latest || entry.order > latest.order) latest = entry
    }
    return latest
  }

  /** Whether the record has the value, by the decisions of stewards that are still to be settled. */
  holds(part: Part): boolean {
    const column = part.column.logicalName
    const head = this.head(column)
    if (head?.isAboutToApply) return sameValue(part.column, head.valueOf(column), part.value)
    const value = this.value(column)
    const isWithdrawn =
      head?.isWithdrawn === true && sameValue(part.column, head.valueOf(column), value)
    return !isWithdrawn && sameValue(part.column, value, part.value)
  }

  /** The parts that would change the record. */
  changedParts(parts: readonly Part[]): readonly Part[] {
    const [only] = parts
    if (only && parts.length === 1) return this.holds(only) ? none : parts
    return parts.filter((part) => !this.holds(part))
  }

  /** Whether the job's source was offered any value of the record. */
  get hasOffers(): boolean {
    return (this.state?.offered?.length ?? 0) > 0
  }

  /** What the job's source was offered for the column, oldest first. */
  offered(column: string): readonly OfferedValue[] {
    return this.state?.offered?.filter((offer) => offer.column === column) ?? []
  }

  appliedHeadOf(aspectKey: string): EntryDraft | undefined {
    return this.entries.find((entry) => entry.aspectKey === aspectKey && entry.isAppliedHead)
  }

  heldBy(source: string, aspectKey: string): EntryDraft | undefined {
    return this.entries.find(
      (entry) => entry.aspectKey === aspectKey && entry.source === source && entry.isHeld,
    )
  }

  /** Adds an entry as its source's latest, or not where a newer one of the source stays held. */
  make(entry: NewEntry, origin: EntryOrigin): EntryDraft {
    const { aspectKey, sourceSystemKey } = entry
    const latest = this.heldBy(sourceSystemKey, aspectKey) === undefined
    for (const earlier of this.entries) {
      const isPeer = earlier.aspectKey === aspectKey && earlier.source === sourceSystemKey
      if (isPeer && earlier.latest && latest) earlier.leaveLatest()
    }
    // Spelled out: spreading objects here would double the time of a whole decision.
    const facts: EntryFacts = {
      aspectKey,
      sourceSystemKey,
      status: entry.status,
      value: entry.value,
      previousValue: entry.previousValue,
      observed: entry.observed,
      appliedOn: entry.appliedOn,
      supersededOn: null,
      latest,
      lastConfirmed: null,
      staleOn: entry.staleOn,
      certifiedByHand: false,
      chainSequence: firstNewOrder + this.entries.length,
    }
    const made = EntryDraft.made(facts, origin)
    this.entries.push(made)
    return made
  }

  private stored(column: string): CanonicalValue {
    return this.state?.values[column] ?? null
  }
}

function isNewerHead(entry: EntryDraft, than: EntryDraft): boolean {
  if (entry.isAboutToApply !== than.isAboutToApply) return entry.isAboutToApply
  const [a, b] = [entry.appliedOn ?? 0, than.appliedOn ?? 0]
  return a === b ? entry.order > than.order : a > b
}
