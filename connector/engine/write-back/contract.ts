import type {
  IntegrationSyncItemRow,
  IntegrationSyncJobRow,
} from '../../../solution/tables/index.js'
import type { CanonicalValue, Configuration, OutcomeReason } from '../contract.js'
import type { TargetTable } from '../target-table.js'

/** One aspect of a record whose certified value the settler has just made effective. */
export interface SettledChange {
  readonly entryId: string
  /**
   * Tells the settled decisions of one entry apart (its new Decision Hash, say): settling the same
   * decision again gives the same item ids.
   */
  readonly decision: string
  /** When it was decided: milliseconds since 1970, UTC. The same each time the decision is settled. */
  readonly decidedOn: number
  readonly table: TargetTable
  readonly targetId: string
  /** The column, or `*` for a whole record, whose value is a JSON object of columns. */
  readonly aspectKey: string
  readonly value: CanonicalValue
  /** The source system that the value is from, which is offered nothing; null for nobody. */
  readonly origin: string | null
}

/** A source system's own key of a record. */
export interface SourceKey {
  readonly sourceSystemKey: string
  readonly externalKey: string
}

export interface OutboundContext {
  /** With the value maps of every source for the code lists of its policies. */
  readonly configuration: Configuration
  /**
   * Who knows the changed records, and the records they point at (`outboundRecords`), by
   * `recordKey(table, id)`.
   */
  readonly sourceKeys: ReadonlyMap<string, readonly SourceKey[]>
}

/** A value as it is offered to one source system. */
export interface OutboundItem {
  readonly id: string
  readonly sourceSystemKey: string
  readonly targetTable: string
  readonly targetId: string
  readonly externalKey: string
  readonly fieldName: string
  /** The value in the source's own code; null empties the field, and where nothing can be offered. */
  readonly code: string | null
  readonly value: CanonicalValue
  /** The table that a relationship points at. */
  readonly relatedTable: string | null
  readonly codeList: string | null
  /** When it was decided, milliseconds. */
  readonly decidedOn: number
  /** Why the value waits for a person instead of being offered. */
  readonly held: { readonly reason: OutcomeReason; readonly message: string } | null
}

/** The items of one source system and target table, as rows. */
export interface OutboundJob {
  readonly id: string
  readonly row: Partial<IntegrationSyncJobRow>
  readonly items: readonly { readonly id: string; readonly row: Partial<IntegrationSyncItemRow> }[]
}
