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
  'decisionRun',
] as const

export type DecisionRow = StoredRow<typeof integrationLedger, (typeof decisionColumns)[number]>

/** Who decides what, when, and what they note. */
export interface Decision {
  readonly kind: LedgerDecision
  readonly userId: string
  readonly at: Date
  readonly note: string
  /** Id of the bulk certification that it is part of. */
  readonly run?: string
}

export interface Write {
  readonly kind: 'write'
  readonly changes: RowChanges<typeof integrationLedger>
}

export interface Refusal {
  readonly kind: 'refused'
  /** Why, as the rest of a sentence that begins with the entry. */
  readonly state: string
  readonly possible: string
}

/** `done`: the same person decided the same before. */
export type Verdict = Write | { readonly kind: 'done' } | Refusal

/** What a decision comes to on an entry as it is. */
export function judge(decision: Decision, row: DecisionRow): Verdict {
  const { kind, userId } = decision
  if (!possibleFor(row).includes(kind)) {
    const isTheirs = ledgerDecisions[kind].to === row.ledgerStatus && isDecidedBy(row, userId)
    return isTheirs ? { kind: 'done' } : refused(row, stateOf(row))
  }
  if (kind === 'certify' && row.firstCertifiedBy?.id === userId) {
    return refused(row, 'was certified by you already and needs a second person.')
  }
  return withNote(decision.note, row, changesOf(decision, row))
}

const longestNotes = integrationLedger.columns.notes.maxLength ?? Infinity

function changesOf({ kind, userId, at, run }: Decision, row: DecisionRow) {
  return {
    ledgerStatus: ledgerDecisions[kind].to,
    ...(kind === 'certify' && {
      certifiedBy: { table: systemUser.logicalName, id: userId },
      certifiedDateTime: at,
      ...((run ?? null) !== row.decisionRun && { decisionRun: run ?? null }),
    }),
  }
}

/** The changes with one more note, or a refusal where it does not fit. */
export function withNote(note: string, row: DecisionRow, changes: Write['changes']): Verdict {
  const notes = notesWith(row.notes, note)
  if (notes.length > longestNotes) {
    const state = `has notes of ${row.notes?.length ?? 0} characters: this one does not fit.`
    return refused(row, state)
  }
  return {
    kind: 'write',
    changes: { ...changes, ...(notes !== (row.notes ?? '') && { notes }) },
  }
}

/** `state`: why, as the rest of a sentence that begins with the entry. */
export function refused(row: DecisionRow, state: string): Refusal {
  return { kind: 'refused', state, possible: inWords(possibleFor(row)) }
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

/** Why nothing can be decided, as the rest of a sentence that begins with the entry. */
export function stateOf(row: DecisionRow): string {
  if (row.state !== 'active') return 'is deactivated.'
  if (row.supersededOn !== null) return 'is history: another value took its place.'
  const { label } = ledgerStatus[row.ledgerStatus]
  return row.ledgerStatus === 'pending' ? `is ${label}.` : `is ${label} already.`
}
