import { sameValue } from '../column-value.js'
import type { CanonicalValue, EntryChange, RecordWrite } from '../contract.js'
import type { TargetColumn } from '../target-table.js'
import type { SettleRecord } from './contract.js'
import { EntrySettlement } from './entry-settlement.js'

/** A value for one column that a decision would write. */
export interface ValueToWrite {
  readonly column: TargetColumn
  readonly value: CanonicalValue
}

/** A record and its entries while decisions on them take effect, one after the other. */
export class RecordDecisions {
  readonly entries: readonly EntrySettlement[]
  readonly #changes = new Map<string, CanonicalValue>()

  constructor(readonly record: SettleRecord) {
    this.entries = record.entries.map((entry) => new EntrySettlement(entry))
  }

  value(column: string): CanonicalValue {
    const changed = this.#changes.get(column)
    return changed === undefined ? (this.record.values[column] ?? null) : changed
  }

  set({ column, value }: ValueToWrite): void {
    this.#changes.set(column.logicalName, value)
  }

  column(name: string): TargetColumn | undefined {
    return this.record.table?.columns.get(name)
  }

  /** The entry that the aspect's value comes from. */
  headOf(aspectKey: string): EntrySettlement | undefined {
    return this.entries.find(
      (entry) => entry.aspectKey === aspectKey && entry.standing === 'applied',
    )
  }

  /**
   * Other values of the aspect that wait, also those that somebody decided on later. A value that
   * came after the choice was no part of it: it waits on, unless it is the same.
   */
  rivalsOf(chosen: EntrySettlement, chosenOn: number): readonly EntrySettlement[] {
    return this.entries.filter(
      (entry) =>
        entry !== chosen &&
        entry.aspectKey === chosen.aspectKey &&
        entry.standing === 'held' &&
        entry.settled === 'pending' &&
        (entry.entry.madeOn < chosenOn || entry.entry.value === chosen.entry.value),
    )
  }

  /** The entries that once gave a column its value, the last one first, without this one. */
  earlierThan(entry: EntrySettlement, column: string): readonly EntrySettlement[] {
    return this.#lastFirst((other) => other !== entry && other.covers(column))
  }

  /** The entries of the same aspect that were once on the record, the last one first. */
  peersBefore(entry: EntrySettlement): readonly EntrySettlement[] {
    return this.#lastFirst((other) => other !== entry && other.aspectKey === entry.aspectKey)
  }

  isSame(column: TargetColumn, a: CanonicalValue, b: CanonicalValue): boolean {
    return sameValue(column, a, b)
  }

  get write(): RecordWrite | null {
    const { targetTable, targetId, etag, values: stored } = this.record
    const changed = [...this.#changes].filter(([name, value]) => value !== (stored[name] ?? null))
    if (changed.length === 0) return null
    return {
      targetTable,
      targetId,
      create: false,
      etag,
      values: Object.fromEntries(changed),
      previousValues: Object.fromEntries(changed.map(([name]) => [name, stored[name] ?? null])),
    }
  }

  #lastFirst(counts: (entry: EntrySettlement) => boolean): readonly EntrySettlement[] {
    return this.entries
      .filter((entry) => entry.appliedOn !== null && counts(entry))
      .sort((a, b) => lastHeld(b) - lastHeld(a) || b.entry.chainSequence - a.entry.chainSequence)
  }

  get entryChanges(): readonly EntryChange[] {
    const { targetTable, targetId } = this.record
    return this.entries
      .filter((entry) => entry.isChanged)
      .map(({ entry: { id }, row }) => ({ id, targetTable, targetId, row }))
  }
}

/** When the record last had its value from the entry. */
function lastHeld({ supersededOn, appliedOn }: EntrySettlement): number {
  return supersededOn ?? appliedOn ?? 0
}
