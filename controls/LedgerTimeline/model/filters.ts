import type { LedgerStatus } from '../../shared/ledger/entry.js'

/** What a steward looks for; applied by the server, so that nothing is missed beyond the first page. */
export interface Filters {
  /** A column's logical name, or `*`. */
  readonly aspect: string | null
  readonly source: string | null
  readonly status: LedgerStatus | null
  /** In values, reason or notes. */
  readonly text: string
}

export const noFilters: Filters = { aspect: null, source: null, status: null, text: '' }

export function hasFilters({ aspect, source, status, text }: Filters): boolean {
  return aspect !== null || source !== null || status !== null || text.trim() !== ''
}
