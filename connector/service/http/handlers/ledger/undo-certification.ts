import { filter, query } from '../../../../dataverse/index.js'
import type { DataverseClient } from '../../../../dataverse/index.js'
import { integrationLedger } from '../../../../../solution/tables/index.js'
import type { Handler } from '../../operation-context.js'
import { decisionColumns, judge, refused, stateOf, withNote } from './decision.js'
import type { Decision, DecisionRow, Refusal, Verdict } from './decision.js'
import { counter, entryResult, hindrance } from './decision-results.js'
import { judgeStaleUndo, lifetimesOf } from './recertification.js'
import type { Lifetimes } from './recertification.js'
import { writeVerdicts } from './write-verdicts.js'
import type { Written } from './write-verdicts.js'

/** What becomes of an entry when the bulk certification that it was part of is taken back. */
type UndoVerdict =
  (Exclude<Verdict, Refusal> & { readonly outcome: 'PutBack' | 'Revoked' }) | Refusal

/** How often an entry is looked at anew where it was changed meanwhile, such as by being settled. */
const attempts = 3

/** Takes back, as one, whatever a bulk certification did and nobody has decided otherwise since. */
export const undoCertification: Handler = async ({ params, body }, { client, now }) => {
  const run = (params as { readonly certificationRunId: string }).certificationRunId.toLowerCase()
  const { note = '' } = body as { readonly note?: string }
  const { userId } = await client.whoAmI()
  const rows = await entriesOfRun(client, run)
  const lifetimes = await lifetimesOf(client, rows)
  const decision = { kind: 'revoke', userId, at: new Date(now()), note, run } as const
  const judgeUndo = (row: DecisionRow) => undoOf(decision, row, lifetimes)
  const judged = rows.map((row) => ({ id: row.id, row, verdict: judgeUndo(row) }))
  const results = (await writeVerdicts(client, judged, judgeUndo, attempts)).map(undone)
  const count = counter(results)
  return {
    certificationRunId: run,
    found: rows.length,
    putBack: count('PutBack'),
    revoked: count('Revoked'),
    kept: count('Kept'),
    value: results,
  }
}

async function entriesOfRun(client: DataverseClient, run: string): Promise<readonly DecisionRow[]> {
  const rows: DecisionRow[] = []
  const ofRun = query(integrationLedger, {
    select: decisionColumns,
    filter: filter(integrationLedger).eq('decisionRun', run),
    orderBy: ['createdOn asc', 'id asc'],
  })
  for await (const page of client.pages(ofRun)) rows.push(...page.rows)
  return rows
}

function undoOf(
  decision: Decision & { readonly run: string },
  row: DecisionRow,
  lifetimes: Lifetimes,
): UndoVerdict {
  const { ledgerStatus, settledStatus } = row
  if (row.decisionRun !== decision.run) return { kind: 'done', outcome: 'PutBack' }
  if (row.recertifiedOn !== null) {
    return withOutcome('PutBack', judgeStaleUndo(row, decision.note, lifetimes))
  }
  if (row.state !== 'active' || row.supersededOn !== null) return refused(row, stateOf(row))
  switch (ledgerStatus) {
    case 'revoked':
      return { kind: 'done', outcome: 'Revoked' }
    case 'rejected':
      return refused(row, stateOf(row))
    case 'pending':
      return refused(row, pendingState(row))
    case 'certified':
      return settledStatus === null || settledStatus === 'certified'
        ? withOutcome('Revoked', judge(decision, row))
        : withOutcome('PutBack', withNote(decision.note, row, uncertified))
  }
}

const uncertified = {
  ledgerStatus: 'pending',
  certifiedBy: null,
  certifiedDateTime: null,
  decisionRun: null,
} as const

function withOutcome(outcome: 'PutBack' | 'Revoked', verdict: Verdict): UndoVerdict {
  return verdict.kind === 'refused' ? verdict : { ...verdict, outcome }
}

function pendingState({ firstCertifiedBy, reason }: DecisionRow): string {
  if (firstCertifiedBy) {
    return 'was certified by the first of two people, which stays on record; it waits for a second.'
  }
  return reason === null ? 'is Pending again.' : `is Pending again: ${reason}`
}

function undone(one: Written<UndoVerdict>) {
  const why = hindrance(one)
  const { verdict } = one
  return why === undefined && verdict && verdict.kind !== 'refused'
    ? entryResult(one, verdict.outcome)
    : entryResult(one, 'Kept', why)
}
