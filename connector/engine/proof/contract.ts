import type { IntegrationLedgerRow } from '../../../solution/tables/index.js'
import type { ChainTail } from '../chain.js'
import { immutableColumns } from '../chain.js'

/** The columns of an entry that its proof rests on. */
export const provenColumns = [
  'name',
  ...immutableColumns,
  'chainSequence',
  'chainKey',
  'entryHash',
  'ledgerStatus',
  'firstCertifiedBy',
  'firstCertifiedOn',
  'certifiedBy',
  'certifiedDateTime',
  'settledStatus',
  'decidedStatus',
  'decidedBy',
  'decidedDateTime',
  'decisionHash',
] as const satisfies readonly (keyof IntegrationLedgerRow)[]

/** A stored entry as its verification sees it. */
export type ProvenEntry = { readonly id: string } & Readonly<
  Pick<IntegrationLedgerRow, (typeof provenColumns)[number]>
>

export type FaultKind =
  /** The entry's columns do not give its hash. */
  | 'altered'
  /** No entry has the place. */
  | 'missing'
  /** The entry has no place of its own in the chain. */
  | 'inserted'
  /** The entry's decisions do not give its decision hash. */
  | 'decision'
  /** The lane's tail does not name the last entry's hash. */
  | 'tail'
  /** Another entry stood at the place when the checkpoint was taken. */
  | 'rewritten'
  /** The chain ends before the place that the checkpoint knew. */
  | 'cut'

/** What is wrong at one place of a lane's chain. */
export interface ChainFault {
  readonly kind: FaultKind
  /** The place; null for an entry that has none. */
  readonly sequence: number | null
  /** Null where there is no entry to name. */
  readonly entryId: string | null
  /** The entry's Ledger ID, as people know it. */
  readonly name: string | null
  readonly expected: string
  readonly found: string
}

/** The chain that is verified and what is claimed of it. */
export interface LaneClaims {
  readonly targetTable: string
  readonly laneNumber: number
  /** The tail as the lane's row named it before its entries were read. */
  readonly tail: ChainTail
  /** Where the chain was at an earlier time, by a checkpoint; null: nothing is known. */
  readonly checkpoint: ChainTail | null
}

/** How the lane stood after its entries were read. */
export interface LaneAfter {
  readonly tailSequence: number
  /** Whether a batch of writes is under way: entries beyond the tail are provisional. */
  readonly isUnderWay: boolean
}

export interface LaneVerdict {
  readonly targetTable: string
  readonly laneNumber: number
  /** Entries up to the tail. */
  readonly verified: number
  /** Entries written while their lane was read, or being written: no place of theirs is judged. */
  readonly provisional: number
  readonly tail: ChainTail
  /** The one with the lowest place; null where all is well. */
  readonly firstFault: ChainFault | null
  readonly faults: number
}
