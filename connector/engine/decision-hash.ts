import type { IntegrationLedgerRow } from '../../solution/tables/index.js'
import { timeText } from './date-text.js'
import { sha256 } from './digest.js'

/** A decision of a person that took effect on a ledger entry. */
export interface SettledDecision {
  /** `firstCertified`: the first of two certifications. */
  readonly status: 'firstCertified' | 'certified' | 'rejected' | 'revoked'
  /** Whose decision it is: a user's id. */
  readonly by: string
  /** Milliseconds since 1970, UTC; whole seconds, as Dataverse keeps them. */
  readonly on: number
}

type DecisionColumn =
  | 'firstCertifiedBy'
  | 'firstCertifiedOn'
  | 'certifiedBy'
  | 'certifiedDateTime'
  | 'settledStatus'
  | 'decidedStatus'
  | 'decidedBy'
  | 'decidedDateTime'

/** The columns of an entry that tell of its decisions. */
export type DecisionColumns = Pick<IntegrationLedgerRow, DecisionColumn>

/**
 * Appends one decision to an entry's decision hash: SHA-256, lower-case hex, of the hash before
 * (null for the first decision), the entry's id and the decision.
 */
export function decisionHash(
  previous: string | null,
  entryId: string,
  { status, by, on }: SettledDecision,
): string {
  return sha256(JSON.stringify([previous, entryId, status, by.toLowerCase(), timeText(on)]))
}

/** The settled decisions that an entry's columns tell of, in their order. */
export function decisionsOf(row: DecisionColumns): readonly SettledDecision[] {
  const { settledStatus } = row
  const decisions: SettledDecision[] = []
  const add = (
    status: SettledDecision['status'],
    by: DecisionColumns['certifiedBy'],
    on: Date | null,
  ) => {
    if (by !== null && on !== null) decisions.push({ status, by: by.id, on: on.getTime() })
  }
  add('firstCertified', row.firstCertifiedBy, row.firstCertifiedOn)
  if (settledStatus === 'certified' || settledStatus === 'revoked') {
    add('certified', row.certifiedBy, row.certifiedDateTime)
  }
  if (settledStatus === 'rejected' || settledStatus === 'revoked') {
    if (row.decidedStatus === settledStatus) add(settledStatus, row.decidedBy, row.decidedDateTime)
  }
  return decisions
}
