import type {
  DecisionContext,
  ItemStatus,
  LedgerEntryState,
  OfferedValue,
  OutcomeReason,
  SyncItem,
} from '../contract.js'

/** What the record of a job says became of an item. */
export interface RecordedOutcome {
  readonly status: ItemStatus
  readonly reason: OutcomeReason
  readonly message: string
  /** Null where the item found no record, and gave no id. */
  readonly targetId: string | null
  /** The id that a relationship was made to; null where the row does not tell. */
  readonly relatedId: string | null
}

/** An item with what became of it. */
export interface RecordedItem {
  readonly item: SyncItem
  readonly outcome: RecordedOutcome
  /** Why the item cannot be decided again; null where it can. Such an item changed nothing. */
  readonly gap: string | null
}

/** Who made an entry, and when, as seen from the job in question. */
export type EntryOrigin =
  /** The job itself; `sequence` is that of the item. */
  | { readonly by: 'job'; readonly sequence: number }
  | {
      readonly by: 'other'
      /** Milliseconds. */
      readonly createdOn: number
      /** Submission Order of its job, where it may have run in the same second; else null. */
      readonly submissionOrder: string | null
    }

/** A ledger entry as it is now. Times are milliseconds. */
export interface RecordedEntry extends LedgerEntryState {
  readonly targetTable: string
  readonly targetId: string
  readonly origin: EntryOrigin
  /** The entry that it replaced. */
  readonly replaces: string | null
  /** When a steward vouched again for a certified value. */
  readonly recertifiedOn: number | null
  readonly certifiedOn: number | null
  /** When it was rejected or revoked by a person; null where nobody did. */
  readonly decidedOn: number | null
  /** Whether a person certified it, whatever became of it since. */
  readonly isCertifiedByPerson: boolean
}

/** A row of the crosswalk as it is now. */
export interface RecordedIdentifier {
  readonly id: string
  readonly targetId: string
  /** Milliseconds. */
  readonly firstSeen: number | null
}

/** Some consecutive items of a job, with all that is kept of what they were decided on. */
export interface RecordedChunk {
  readonly context: DecisionContext
  readonly submissionOrder: string | null
  /** In their sequence. */
  readonly items: readonly RecordedItem[]
  /** All entries of the records in question, in the order of their chains. */
  readonly entries: readonly RecordedEntry[]
  /** By key hash (`identifierHash`). */
  readonly identifiers: ReadonlyMap<string, RecordedIdentifier>
  /** What the job's source was offered of the records up to now, by `recordKey`. */
  readonly offered?: ReadonlyMap<string, readonly OfferedValue[]>
}

/** Whether an entry was made before some items were decided, by them, or after. */
export type Place = 'before' | 'inside' | 'after'

export interface PlacedEntry {
  readonly entry: RecordedEntry
  readonly place: Place
}

/** What was decided: the outcome columns of an item row. */
export type Decided = Pick<RecordedOutcome, 'status' | 'reason' | 'message'>

/** What deciding an item again comes to. */
export type ReplayedItem = {
  readonly item: SyncItem
  readonly recorded: Decided
} & (
  | { readonly result: 'identical' }
  | { readonly result: 'different'; readonly replayed: Decided }
  /** `why` ends the sentence "It cannot be replayed, because ...". */
  | { readonly result: 'impossible'; readonly why: string }
)
