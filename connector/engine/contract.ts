import type {
  IntegrationIdentifierRow,
  IntegrationLedgerRow,
  IntegrationSyncItemRow,
  itemStatus,
  outcomeReason,
  unmappedCodes,
} from '../../solution/tables/index.js'
import type { TargetTable } from './target-table.js'

/**
 * A value in the one text form the engine compares and the ledger keeps. Null is an empty column.
 * Integers `12`; decimals without trailing zeros `12.5`; yes/no `true`, `false`; choices the stored
 * number, several as `1,3` in ascending order; dates `2026-11-21`; date-times `2026-11-21T10:00:00Z` (whole seconds, UTC); lookups the
 * related id in lower case, or `account/` and the id where the column points at several tables;
 * text as it is.
 */
export type CanonicalValue = string | null

/** One update as it was submitted. Times are milliseconds since 1970, UTC. */
export interface SyncItem {
  readonly id: string
  readonly sequence: number
  readonly targetTable: string
  readonly externalKey: string | null
  readonly targetId: string | null
  readonly codeList: string | null
  readonly occurred: number
  readonly content: FieldContent | RecordContent | RelationshipContent | InvalidContent
  /** True when the item is a row already (made in the app, by a flow, by an import). */
  readonly isRow: boolean
}

export interface FieldContent {
  readonly kind: 'field'
  readonly fieldName: string
  readonly value: string | null
}

export interface RecordContent {
  readonly kind: 'record'
  readonly fields: Readonly<Record<string, string | number | boolean | null>>
}

export interface RelationshipContent {
  readonly kind: 'relationship'
  readonly fieldName: string
  /** Null where the item row names none and the column points at one table only. */
  readonly relatedTable: string | null
  readonly relatedSourceSystemKey: string
  /** Null clears the relationship. */
  readonly relatedExternalKey: string | null
}

/** An item row whose content cannot be read as an update: rejected as a bad value. */
export interface InvalidContent {
  readonly kind: 'invalid'
  /** A sentence that names the value and what was expected. */
  readonly message: string
}

export interface CommitPolicy {
  readonly id: string
  readonly name: string
  /** `*` for every table. */
  readonly targetTable: string
  /** Null for the whole table. */
  readonly fieldName: string | null
  /** Highest rank first; empty: any source. */
  readonly authoritativeSources: readonly string[]
  readonly commitMode: 'onIngest' | 'onCertify'
  readonly autoCertify: boolean
  readonly staleAfterDays: number | null
  readonly codeList: string | null
  readonly unmappedCodes: keyof typeof unmappedCodes
  readonly minimumConfidence: number | null
  readonly createMissingRecords: boolean
  readonly certificationsRequired: 1 | 2
  /** Whether certified values are offered to the other sources. (Default: no) */
  readonly writeBack?: boolean
}

export interface ValueMap {
  readonly id: string
  /** Empty for any source. */
  readonly sourceSystemKey: string
  readonly codeList: string
  readonly sourceCode: string
  readonly canonicalCodeValue: string
  readonly confidence: number
}

/** All that decisions of one job depend on besides items and state. Stored as a snapshot. */
export interface Configuration {
  readonly policies: readonly CommitPolicy[]
  readonly valueMaps: readonly ValueMap[]
}

/** A ledger entry that still matters: an applied head, a source's latest, or an open held one. */
export interface LedgerEntryState {
  readonly id: string
  readonly aspectKey: string
  readonly sourceSystemKey: string
  readonly status: 'pending' | 'certified' | 'rejected' | 'revoked'
  readonly value: CanonicalValue
  readonly previousValue: CanonicalValue
  readonly observed: number
  readonly appliedOn: number | null
  readonly supersededOn: number | null
  readonly latest: boolean
  readonly lastConfirmed: number | null
  readonly staleOn: number | null
  /** Certified by a person, not by the service's own user. */
  readonly certifiedByHand: boolean
  readonly chainSequence: number
  /** Who changed the status and when, where only the row's last change tells of it yet. */
  readonly decision?: { readonly by: string; readonly on: number } | undefined
}

export interface RecordState {
  readonly targetTable: string
  readonly targetId: string
  readonly exists: boolean
  readonly etag: string | null
  /** Canonical values of the columns that the chunk's items touch, by logical name. */
  readonly values: Readonly<Record<string, CanonicalValue>>
  readonly entries: readonly LedgerEntryState[]
  /** What the job's source was offered of the record, oldest first; absent where nothing is read. */
  readonly offered?: readonly OfferedValue[]
}

/** A certified value that a source system was offered for a column. */
export interface OfferedValue {
  readonly column: string
  readonly value: CanonicalValue
  /** When the value was decided, milliseconds. */
  readonly decided: number
  /** When the source took it over, milliseconds; null where it did not say so. */
  readonly acknowledged: number | null
}

/** The state of the store before a chunk. */
export interface ChunkState {
  /** Known identifiers by key hash (`identifierHash`). */
  readonly identifiers: ReadonlyMap<string, IdentifierState>
  /** Records by `recordKey(table, id)`. A record that was asked for and is not there has `exists: false`. */
  readonly records: ReadonlyMap<string, RecordState>
}

export interface IdentifierState {
  readonly id: string
  readonly targetId: string
  readonly lastSeen: number | null
}

export interface JobFacts {
  readonly id: string
  readonly sourceSystemKey: string
  /** Submitted Date Time, milliseconds. */
  readonly submitted: number
  /** How many times items that waited were run again. (Default: 0) */
  readonly run?: number
}

export interface DecisionContext {
  readonly job: JobFacts
  /** The job's Decision Clock, milliseconds. */
  readonly now: number
  /** The service's own user: certifies where a policy certifies at once. */
  readonly serviceUserId: string
  readonly configuration: Configuration
  /** Every table the job writes or relates to, by logical name. */
  readonly tables: ReadonlyMap<string, TargetTable>
}

export type ItemStatus = Exclude<keyof typeof itemStatus, 'pending'>
export type OutcomeReason = keyof typeof outcomeReason

export interface RecordWrite {
  readonly targetTable: string
  readonly targetId: string
  readonly create: boolean
  /** The version the decisions were made on; null for a new record. */
  readonly etag: string | null
  /** Only columns that change. */
  readonly values: Readonly<Record<string, CanonicalValue>>
  /** The values those columns had when decided, to recognise our own write on resuming. */
  readonly previousValues: Readonly<Record<string, CanonicalValue>>
}

/** A new ledger entry, complete but for its place in the chain. */
export interface EntryWrite {
  readonly id: string
  readonly targetTable: string
  readonly targetId: string
  readonly itemSequence: number
  readonly row: Partial<IntegrationLedgerRow>
}

export interface EntryChange {
  readonly id: string
  readonly targetTable: string
  readonly targetId: string
  readonly row: Partial<IntegrationLedgerRow>
}

export interface IdentifierWrite {
  readonly id: string
  readonly targetTable: string
  readonly targetId: string
  readonly create: boolean
  readonly row: Partial<IntegrationIdentifierRow>
}

export interface ItemWrite {
  readonly id: string
  readonly sequence: number
  readonly targetTable: string
  /** Null where the item found no record. */
  readonly targetId: string | null
  readonly create: boolean
  readonly status: ItemStatus
  readonly row: Partial<IntegrationSyncItemRow>
}

/** Everything a chunk changes, each row once in its final state, in the items' order. */
export interface WritePlan {
  readonly records: readonly RecordWrite[]
  readonly entries: readonly EntryWrite[]
  readonly entryChanges: readonly EntryChange[]
  readonly identifiers: readonly IdentifierWrite[]
  readonly items: readonly ItemWrite[]
}

export function recordKey(targetTable: string, targetId: string): string {
  return `${targetTable}/${targetId}`
}

/** One rule that a decision went through, and how it came out. */
export interface TraceStep {
  readonly rule: TraceRule
  readonly result: string
  /** The aspect key, where an item has several aspects. */
  readonly aspect?: string
}

export type TraceRule =
  | 'resolve'
  | 'normalise'
  | 'policy'
  | 'equalsRecord'
  | 'ownLatest'
  | 'authority'
  | 'rank'
  | 'time'
  | 'commit'

export interface ItemDecision {
  readonly sequence: number
  readonly status: ItemStatus
  readonly reason: OutcomeReason
  /** Sentences for a steward: what happened, why, and what to do next. */
  readonly message: string
  readonly trace: readonly TraceStep[]
  readonly targetTable: string
  /** Null where the item found no record. */
  readonly targetId: string | null
}

export interface ChunkDecision {
  /** One an item, in the order the items were given. */
  readonly decisions: readonly ItemDecision[]
  readonly plan: WritePlan
}
