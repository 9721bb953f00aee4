import type { RowChanges, StoredRow } from '../../../../dataverse/index.js'
import {
  integrationLedger,
  ledgerStatus,
  systemUser,
} from '../../../../../solution/tables/index.js'
import {
  ledgerDecisions,
  possibleDecisions,
} from '../../../../../solution/tables/ledger-decisions.js'
import type { LedgerDecision } from '../../../../../solution/tables/ledger-decisions.js'
import { entryColumns } from './ledger-entry.js'

/** What of an entry a decision rests on, and what the answer shows. */
export const decisionColumns = [
  ...entryColumns,
  'state',
  'modifiedBy',
  'decidedStatus',
  'decidedBy',
] as const

export type DecisionRow = StoredRow<typeof integrationLedger, (typeof decisionColumns)[number]>

/** Who decides what, when, and what they note. */
export interface Decision {
  readonly kind: LedgerDecision
  readonly userId: string
  readonly at: Date
  readonly note: string
}

export type Verdict =
  | { readonly kind: 'write'; readonly changes: RowChanges<typeof integrationLedger> }
  /** The same person decided the same before. */
  | { readonly kind: 'done' }
  /** `state`: why, as the rest of a sentence that begins with the entry. */
  | { readonly kind: 'refused'; readonly state: string; readonly possible: string }

/** What a decision comes to on an entry as it is. */
export function judge(decision: Decision, row: DecisionRow): Verdict {
  const { kind, userId } = decision
  const possible = possibleFor(row)
  const refused = (state: string): Verdict => ({
    kind: 'refused',
    state,
    possible: inWords(possible),
  })
  if (!possible.includes(kind)) {
    const isTheirs = ledgerDecisions[kind].to === row.ledgerStatus && isDecidedBy(row, userId)
    return isTheirs ? { kind: 'done' } : refused(stateOf(row))
  }
  if (kind === 'certify' && row.firstCertifiedBy?.id === userId) {
    return refused('was certified by you already and needs a second person.')
  }
  const notes = notesWith(row.notes, decision.note)
  if (notes.length > longestNotes) {
    return refused(`has notes of ${row.notes?.length ?? 0} characters: this one does not fit.`)
  }
  return { kind: 'write', changes: changesOf(decision, row, notes) }
}

const longestNotes = integrationLedger.columns.notes.maxLength ?? Infinity

function changesOf({ kind, userId, at }: Decision, row: DecisionRow, notes: string) {
  return {
    ledgerStatus: ledgerDecisions[kind].to,
    ...(kind === 'certify' && {
      certifiedBy: { table: systemUser.logicalName, id: userId },
      certifiedDateTime: at,
    }),
    ...(notes !== (row.notes ?? '') && { notes }),
  }
}

/** The notes with one more, each on lines of its own. */
function notesWith(notes: string | null, note: string): string {
  const added = note.trim()
  const before = notes ?? ''
  if (added === '') return before
  return before.trim() === '' ? added : `${before.trimEnd()}\n${added}`
}

export function possibleFor(
  row: Pick<DecisionRow, 'ledgerStatus' | 'state' | 'supersededOn'>,
): readonly LedgerDecision[] {
  return possibleDecisions({
    status: row.ledgerStatus,
    isActive: row.state === 'active',
    isSuperseded: row.supersededOn !== null,
  })
}

/** The decisions' names; `nothing` where there are none. */
export function inWords(decisions: readonly LedgerDecision[]): string {
  return decisions.map((name) => ledgerDecisions[name].label).join(' or ') || 'nothing'
}

/** Whoever certified is told by the entry; other decisions by what the service noted, else by the row. */
function isDecidedBy(row: DecisionRow, userId: string): boolean {
  const noted = row.decidedStatus === row.ledgerStatus ? row.decidedBy : null
  const who = row.ledgerStatus === 'certified' ? row.certifiedBy : (noted ?? row.modifiedBy)
  return who?.id === userId
}

function stateOf(row: DecisionRow): string {
  if (row.state !== 'active') return 'is deactivated.'
  if (row.supersededOn !== null) return 'is history: another value took its place.'
  const { label } = ledgerStatus[row.ledgerStatus]
  return row.ledgerStatus === 'pending' ? `is ${label}.` : `is ${label} already.`
}
