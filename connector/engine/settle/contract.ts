import type { SettledDecision } from '../decision-hash.js'
import type { CanonicalValue, Configuration, EntryChange, RecordWrite } from '../contract.js'
import type { TargetTable } from '../target-table.js'
import type { SettledChange } from '../write-back/index.js'
import type { Effect, LedgerStatus } from './transitions.js'

/** A ledger entry as settling sees it. Times are milliseconds since 1970, UTC. */
export interface SettleEntry {
  readonly id: string
  /** The entry's Ledger ID, as stewards know it. */
  readonly name: string
  readonly aspectKey: string
  readonly sourceSystemKey: string
  /** The status that it has, which somebody may have changed. */
  readonly status: LedgerStatus
  /** The status that is in effect. */
  readonly settled: LedgerStatus
  readonly value: CanonicalValue
  readonly previousValue: CanonicalValue
  /**
   * What the record held when a steward had the value written: a JSON object by column. Null where
   * that is the previous value.
   */
  readonly replacedValue: string | null
  readonly appliedOn: number | null
  readonly supersededOn: number | null
  readonly chainSequence: number
  /** When the entry was made. */
  readonly madeOn: number
  /** Who changed the row last, and when. */
  readonly changedBy: string
  readonly changedOn: number
  /** The decision as the service noted it, where it noted this one. */
  readonly noted: { readonly by: string; readonly on: number } | null
  /** Certified by a job that wrote it, as its policy says, and by nobody in person. */
  readonly certifiedAtOnce: boolean
  readonly firstCertifiedBy: string | null
  readonly certifiedBy: string | null
  readonly certifiedOn: number | null
  readonly decisionHash: string | null
}

/** A target record with what its decisions rest on. */
export interface SettleRecord {
  readonly targetTable: string
  readonly targetId: string
  /** Null where the environment has no such table any more. */
  readonly table: TargetTable | null
  readonly exists: boolean
  readonly etag: string | null
  readonly values: Readonly<Record<string, CanonicalValue>>
  /** All entries of the aspects in question that wait, are decided, or were ever applied. */
  readonly entries: readonly SettleEntry[]
}

export interface SettleContext {
  /** Milliseconds; cut to whole seconds. */
  readonly now: number
  readonly serviceUserId: string
  readonly configuration: Configuration
}

/** What became of one decision. */
export interface SettledEntry {
  readonly id: string
  /** `half`: the first of two certifications. `kept`, `refused`: the record was not set back. */
  readonly result: Effect | 'half' | 'kept' | 'refused'
  readonly decision: SettledDecision['status'] | null
  /** For a steward; also on the entry. */
  readonly reason: string
}

/** Everything that settling one record writes. */
export interface RecordSettlement {
  readonly record: RecordWrite | null
  readonly entryChanges: readonly EntryChange[]
  /** Values in effect now that other sources may have to be told of. */
  readonly changes: readonly SettledChange[]
  readonly settled: readonly SettledEntry[]
}
