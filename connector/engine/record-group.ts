import type { ItemStatus, OutcomeReason, RecordState, SyncItem, TraceStep } from './contract.js'
import type { EntryDraft } from './entry-draft.js'
import type { Interpretation } from './interpret.js'
import type { KeyEntry } from './key-directory.js'
import type { Unit } from './normalise.js'
import { RecordDraft } from './record-draft.js'
import type { TableScope } from './scope.js'

/** What a chunk's decisions say of one item. */
export interface Outcome {
  readonly status: ItemStatus
  readonly reason: OutcomeReason
  readonly message: string
  readonly trace: readonly TraceStep[]
  /** What the item says, aspect by aspect; none where it could not be read. */
  readonly units: readonly Unit[]
  /** The entries that the item made. */
  readonly entries: readonly EntryDraft[]
}

/** An item on its way to its outcome. */
export interface ItemWork {
  readonly item: SyncItem
  /** Milliseconds, whole seconds. */
  readonly occurred: number
  readonly interpretation: Interpretation
  /** The item's own key. */
  readonly key: KeyEntry | undefined
  /** Undefined for an item that is rejected before its record is looked for. */
  readonly group: RecordGroup | undefined
  outcome: Outcome | undefined
}

/** Why items have no record. */
export interface Absence {
  readonly reason: Extract<OutcomeReason, 'noRecord' | 'recordDeleted'>
  readonly message: string
}

/**
 * `exists`: the record is there. `tentative`: it will be created, if one of its values commits.
 * `missing`: there is none and none will be.
 */
export type RecordFate = 'exists' | 'tentative' | 'missing'

/** The items of a chunk that speak of one record, in their sequence. */
export class RecordGroup {
  readonly works: ItemWork[] = []
  /** Groups with items that point at this record. */
  readonly dependents = new Set<RecordGroup>()
  draft: RecordDraft
  /** True once an item's value commits. */
  commits = false

  constructor(
    readonly table: TableScope,
    /** Undefined for an unknown key that no record will be created for. */
    readonly targetId: string | undefined,
    readonly state: RecordState | undefined,
    public fate: RecordFate,
    readonly absence: Absence,
    /** The platform's message, where it refused what was to be written to the record. */
    readonly refusal: string | undefined,
  ) {
    this.draft = this.newDraft()
  }

  /** Puts the items in their sequence; those of one chunk nearly always are. */
  arrange(): void {
    const { works } = this
    const isOrdered = works.every(
      ({ item }, index) => index === 0 || (works[index - 1]?.item.sequence ?? 0) <= item.sequence,
    )
    if (!isOrdered) works.sort((a, b) => a.item.sequence - b.item.sequence)
  }

  /** Forgets what its items did, to decide them again. */
  reset(): void {
    this.draft = this.newDraft()
    this.commits = false
  }

  private newDraft(): RecordDraft {
    return new RecordDraft(this.fate === 'exists' ? this.state : undefined)
  }
}
