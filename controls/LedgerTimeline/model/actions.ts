import { ledgerDecisions, possibleDecisions } from '../../../solution/tables/ledger-decisions.js'
import type { LedgerDecision } from '../../../solution/tables/ledger-decisions.js'
import { isSuperseded } from '../../shared/ledger/entry.js'
import type { Entry } from '../../shared/ledger/entry.js'

export type Action = LedgerDecision

export const actions = Object.keys(ledgerDecisions) as readonly Action[]

/** The status by which a steward asks for the action. */
export const statusAfter = (action: Action) => ledgerDecisions[action].to

/** A rejected value is not taken again, a revoked one is written back: neither can be undone here. */
export const cannotBeUndone = (action: Action): boolean => action !== 'certify'

/** One decision changes at most as many entries as the platform takes at once. */
export const mostAtOnce = 1_000

/** What a steward may do to the entry, by what became of it so far. */
export function allowedActions(entry: Entry): readonly Action[] {
  const { status, isActive } = entry
  const possible = possibleDecisions({ status, isActive, isSuperseded: isSuperseded(entry) })
  // A second certification has to be somebody else's.
  return entry.isFirstMine ? possible.filter((action) => action !== 'certify') : possible
}

/** The entries of a selection that the action is for. */
export function eligible(action: Action, entries: readonly Entry[]): readonly Entry[] {
  return entries.filter((entry) => allowedActions(entry).includes(action))
}
