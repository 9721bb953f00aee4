import type { IntegrationLedgerRow } from './integration-ledger.js'

type LedgerStatus = IntegrationLedgerRow['ledgerStatus']

/** What a person may do to a ledger entry: from which statuses, and the status that asks for it. */
export const ledgerDecisions = {
  certify: { label: 'Certify', from: ['pending'], to: 'certified' },
  reject: { label: 'Reject', from: ['pending'], to: 'rejected' },
  revoke: { label: 'Revoke', from: ['certified'], to: 'revoked' },
} as const satisfies Readonly<
  Record<
    string,
    { readonly label: string; readonly from: readonly LedgerStatus[]; readonly to: LedgerStatus }
  >
>

export type LedgerDecision = keyof typeof ledgerDecisions

/** What of an entry says which decisions are possible. */
export interface DecidableEntry {
  readonly status: LedgerStatus
  /** False for an entry that was deactivated: it is read-only, as every inactive row. */
  readonly isActive: boolean
  /** A later value or decision took its place: it is history. */
  readonly isSuperseded: boolean
}

/** What may be decided about the entry, by what became of it so far. */
export function possibleDecisions(entry: DecidableEntry): readonly LedgerDecision[] {
  if (!entry.isActive || entry.isSuperseded) return []
  const names = Object.keys(ledgerDecisions) as LedgerDecision[]
  return names.filter((name) => {
    const from: readonly LedgerStatus[] = ledgerDecisions[name].from
    return from.includes(entry.status)
  })
}
