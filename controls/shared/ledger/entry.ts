import type { IntegrationLedgerRow } from '../../../solution/tables/integration-ledger.js'

export type LedgerStatus = IntegrationLedgerRow['ledgerStatus']
export type LedgerAspect = IntegrationLedgerRow['ledgerAspect']

/** A point in time, and how the user writes it. */
export interface Moment {
  /** Milliseconds. */
  readonly at: number
  readonly text: string
}

/** A row that an entry points at. */
export interface RowLink {
  readonly table: string
  readonly id: string
  readonly name: string
}

/** One value of one aspect of one record from one source, as a steward sees it. */
export interface Entry {
  readonly id: string
  readonly name: string
  readonly aspect: LedgerAspect
  /** The column's logical name, or `*` for a whole record. */
  readonly aspectKey: string
  readonly targetTable: string
  readonly targetId: string
  readonly source: string
  readonly status: LedgerStatus
  /** What the service has made effective; null where that cannot be read. */
  readonly settledStatus: LedgerStatus | null
  readonly value: string
  readonly previousValue: string
  readonly reason: string
  /** JSON of the rules considered. */
  readonly trace: string
  readonly notes: string
  readonly observed: Moment | null
  readonly applied: Moment | null
  readonly superseded: Moment | null
  readonly lastConfirmed: Moment | null
  readonly stale: Moment | null
  readonly certifiedBy: RowLink | null
  readonly certified: Moment | null
  readonly firstCertifiedBy: RowLink | null
  readonly firstCertified: Moment | null
  /** Whether this user was the first of two who certify it. */
  readonly isFirstMine: boolean
  /** When the record was found changed outside; null where it has the value, as far as is known. */
  readonly drifted: Moment | null
  /** What the record was found to hold instead. */
  readonly outsideValue: string
  readonly item: RowLink | null
  readonly job: RowLink | null
  /** False for an entry that was deactivated: it is read-only, as every inactive row. */
  readonly isActive: boolean
}

export const wholeRecord = '*'

/** History: a later value or decision took its place. */
export const isSuperseded = (entry: Entry): boolean => entry.superseded !== null

/** The value that the record has now, as far as the ledger knows. */
export const isInForce = (entry: Entry): boolean =>
  entry.applied !== null && !isSuperseded(entry) && !isWithdrawn(entry)

/** Waits for a steward before it is written. */
export const isHeld = (entry: Entry): boolean =>
  entry.status === 'pending' && entry.applied === null && !isSuperseded(entry)

/** In force, and not confirmed for as long as its policy allows. */
export const isStale = (entry: Entry, now: number): boolean =>
  isInForce(entry) && entry.stale !== null && entry.stale.at <= now

/** In force by the ledger, and not what the record has: it was changed by hand or by an import. */
export const isDrifted = (entry: Entry): boolean => isInForce(entry) && entry.drifted !== null

/** Certified by the first of two people, and waiting for the second. */
export const isHalfCertified = (entry: Entry): boolean =>
  entry.status === 'pending' && entry.firstCertifiedBy !== null && !isSuperseded(entry)

/** Decided, and not yet carried out by the integration service. */
export const isUnsettled = (entry: Entry): boolean =>
  entry.settledStatus !== null && entry.settledStatus !== entry.status && !isSuperseded(entry)

/** Newest first; entries of one moment keep the order of their ids, which is that of writing. */
export function newestFirst(one: Entry, other: Entry): number {
  const later = (other.observed?.at ?? 0) - (one.observed?.at ?? 0)
  if (later !== 0) return later
  return one.id < other.id ? 1 : one.id > other.id ? -1 : 0
}

function isWithdrawn({ status }: Entry): boolean {
  return status === 'rejected' || status === 'revoked'
}
