import { chunksForIn, filter, query } from '../../../../dataverse/index.js'
import type { DataverseClient } from '../../../../dataverse/index.js'
import { integrationCommitPolicy, systemUser } from '../../../../../solution/tables/index.js'
import { pagesOf } from '../../../worker/pages-of.js'
import { refused, stateOf, withNote } from './decision.js'
import type { Decision, DecisionRow, Verdict } from './decision.js'

/**
 * How long values hold without being confirmed, in milliseconds, by the id of their policy; null:
 * for ever. A policy that is gone is not in it.
 */
export type Lifetimes = ReadonlyMap<string, number | null>

const dayLength = 24 * 60 * 60_000

/** How long these entries' own policies let their values hold now. */
export async function lifetimesOf(
  client: DataverseClient,
  rows: readonly DecisionRow[],
): Promise<Lifetimes> {
  const ids = [...new Set(rows.flatMap(({ commitPolicy }) => commitPolicy?.id ?? []))]
  const policies = filter(integrationCommitPolicy)
  const pages = await pagesOf(
    client,
    chunksForIn(ids, 'guid').map((group) =>
      query(integrationCommitPolicy, {
        select: ['staleAfterDays'],
        filter: policies.in('id', group),
      }),
    ),
  )
  return new Map(
    pages.flat().map(({ id, staleAfterDays }) => [id, (staleAfterDays ?? 0) * dayLength || null]),
  )
}

export interface StaleCheck {
  /** Milliseconds since 1970: entries stale by then are certified again. */
  readonly since: number
  readonly lifetimes: Lifetimes
}

/**
 * What it comes to to vouch again for a certified value that has become stale. Who certified it
 * first stays, as the proof of that decision rests on it.
 */
export function judgeStale(
  decision: Decision,
  row: DecisionRow,
  { since, lifetimes }: StaleCheck,
): Verdict {
  if (isRecertifiedBy(row, decision.userId, since)) return { kind: 'done' }
  const { appliedOn, ledgerStatus, settledStatus, staleOn, supersededOn } = row
  const isInForce = ledgerStatus === 'certified' && appliedOn !== null && supersededOn === null
  if (!isInForce || row.state !== 'active') return refused(row, stateOf(row))
  if (settledStatus !== null && settledStatus !== 'certified') {
    return refused(row, 'was certified just now, which has not taken effect yet.')
  }
  if (staleOn === null || staleOn.getTime() > since) return refused(row, 'is not stale.')
  const from = decision.at.getTime()
  const next = nextStaleOn(row, from, lifetimes)
  if (next === undefined) return refused(row, 'has no policy any more that says how long it holds.')
  return withNote(decision.note, row, {
    recertifiedBy: { table: systemUser.logicalName, id: decision.userId },
    recertifiedOn: decision.at,
    staleOn: next,
    decisionRun: decision.run ?? null,
  })
}

/** What takes a certification of a stale value back: it is stale again when it was before. */
export function judgeStaleUndo(row: DecisionRow, note: string, lifetimes: Lifetimes): Verdict {
  const { appliedOn, lastConfirmed, ledgerStatus, recertifiedOn, supersededOn } = row
  const isInForce = ledgerStatus === 'certified' && appliedOn !== null && supersededOn === null
  if (!isInForce || row.state !== 'active') return refused(row, stateOf(row))
  if (lastConfirmed !== null && recertifiedOn !== null && lastConfirmed > recertifiedOn) {
    return refused(row, 'was confirmed by its source since.')
  }
  const staleOn = nextStaleOn(row, (lastConfirmed ?? appliedOn).getTime(), lifetimes)
  if (staleOn === undefined) {
    return refused(row, 'has no policy any more that says how long it holds.')
  }
  return withNote(note, row, {
    recertifiedBy: null,
    recertifiedOn: null,
    staleOn,
    decisionRun: null,
  })
}

/** Undefined where nothing says how long the value holds. */
function nextStaleOn(
  { commitPolicy }: DecisionRow,
  from: number,
  lifetimes: Lifetimes,
): Date | null | undefined {
  const lifetime = commitPolicy ? lifetimes.get(commitPolicy.id) : undefined
  return lifetime == null ? lifetime : new Date(from + lifetime)
}

function isRecertifiedBy(row: DecisionRow, userId: string, since: number): boolean {
  const { recertifiedBy, recertifiedOn } = row
  return recertifiedBy?.id === userId && recertifiedOn !== null && recertifiedOn.getTime() >= since
}
