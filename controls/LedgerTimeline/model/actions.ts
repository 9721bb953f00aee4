import { isSuperseded } from '../../shared/ledger/entry.js'
import type { Entry, LedgerStatus } from '../../shared/ledger/entry.js'

export type Action = 'certify' | 'reject' | 'revoke'

export const actions: readonly Action[] = ['certify', 'reject', 'revoke']

/** The status by which a steward asks for the action. */
export const statusAfter = {
  certify: 'certified',
  reject: 'rejected',
  revoke: 'revoked',
} as const satisfies Readonly<Record<Action, LedgerStatus>>

/** A rejected value is not taken again, a revoked one is written back: neither can be undone here. */
export const cannotBeUndone = (action: Action): boolean => action !== 'certify'

/** One decision changes at most as many entries as the platform takes at once. */
export const mostAtOnce = 1_000

const open: Readonly<Record<LedgerStatus, readonly Action[]>> = {
  pending: ['certify', 'reject'],
  certified: ['revoke'],
  rejected: [],
  revoked: [],
}

/** What a steward may do to the entry, by what became of it so far. */
export function allowedActions(entry: Entry): readonly Action[] {
  return !isSuperseded(entry) && entry.isActive ? open[entry.status] : []
}

/** The entries of a selection that the action is for. */
export function eligible(action: Action, entries: readonly Entry[]): readonly Entry[] {
  return entries.filter((entry) => allowedActions(entry).includes(action))
}
