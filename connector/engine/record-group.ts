import { absenceOf } from './absence.js'
import type { Absence } from './absence.js'
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
export class ItemWork {
  /** The item's own key; undefined for an item that gives only an id. */
  key: KeyEntry | undefined = undefined
  /** The id that the item gives. */
  givenId: string | undefined = undefined
  /** Undefined for an item that is rejected before its record is looked for. */
  group: RecordGroup | undefined = undefined
  interpretation: Interpretation | undefined = undefined
  outcome: Outcome | undefined = undefined

  constructor(
    readonly item: SyncItem,
    /** Undefined for a table that items cannot write. */
    readonly table: TableScope | undefined,
    /** Milliseconds, whole seconds. */
    readonly occurred: number,
  ) {}
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
  dependents: Set<RecordGroup> | undefined = undefined
  draft: RecordDraft
  /** True once an item's value commits. */
  commits = false

  constructor(
    readonly table: TableScope,
    /** Undefined for an unknown key that no record will be created for. */
    readonly targetId: string | undefined,
    readonly state: RecordState | undefined,
    public fate: RecordFate,
    /** The key that the record was looked for by; undefined where an item gave its id. */
    private readonly key: KeyEntry | undefined,
    /** The platform's message, where it refused what was to be written to the record. */
    readonly refusal: string | undefined,
  ) {
    this.draft = this.newDraft()
  }

  /** Why the items have no record; made when it is asked for, as most have one. */
  get absence(): Absence {
    return absenceOf(this.table, this.key, this.targetId)
  }

  /** Puts the items in their sequence; those of one chunk nearly always are. */
  arrange(): void {
    const { works } = this
    let last = -Infinity
    for (const { item } of works) {
      if (item.sequence < last) {
        works.sort((a, b) => a.item.sequence - b.item.sequence)
        return
      }
      last = item.sequence
    }
  }

  pointedAtBy(group: RecordGroup): void {
    this.dependents ??= new Set()
    this.dependents.add(group)
  }

  /** Forgets what its items did, to decide them again, with this fate. */
  restart(fate: RecordFate): void {
    this.fate = fate
    this.draft = this.newDraft()
    this.commits = false
  }

  private newDraft(): RecordDraft {
    return new RecordDraft(this.fate === 'exists' ? this.state : undefined)
  }
}
