import { decisionHash, decisionsOf } from '../decision-hash.js'
import type { SettledDecision } from '../decision-hash.js'
import type { ProvenEntry } from './contract.js'

/**
 * The decision hashes that an entry's columns allow; null where they do not tell its decisions: one is
 * under way, or was put back.
 *
 * A certification by policy belongs to no person, so that it is part of the hash only where the
 * service settled it.
 */
export function possibleDecisionHashes(entry: ProvenEntry): readonly (string | null)[] | null {
  const { settledStatus, ledgerStatus, decidedStatus } = entry
  if (settledStatus !== null && settledStatus !== ledgerStatus) return null
  const isEnded = settledStatus === 'rejected' || settledStatus === 'revoked'
  if (isEnded && decidedStatus !== settledStatus) {
    return decidedStatus === null && entry.decisionHash === null ? [null] : null
  }
  const decisions = decisionsOf(entry)
  const byPerson = withoutPolicy(entry, decisions)
  return byPerson
    ? [hashOver(entry.id, decisions), hashOver(entry.id, byPerson)]
    : [hashOver(entry.id, decisions)]
}

/** The decisions without a first certification that may be the policy's; undefined where none may. */
function withoutPolicy(
  { settledStatus, decidedStatus }: ProvenEntry,
  [first, ...later]: readonly SettledDecision[],
): readonly SettledDecision[] | undefined {
  if (first?.status !== 'certified') return undefined
  return settledStatus === 'certified' && decidedStatus !== null ? undefined : later
}

function hashOver(entryId: string, decisions: readonly SettledDecision[]): string | null {
  return decisions.reduce<string | null>(
    (previous, decision) => decisionHash(previous, entryId, decision),
    null,
  )
}
