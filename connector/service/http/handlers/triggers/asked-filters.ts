import { requireSource } from '../../../auth/authorize.js'
import type { Caller } from '../../../auth/caller.js'
import type { EventFilters } from '../../../events/feed.js'

/** What chooses among events, as each trigger takes some of it. */
export interface AskedFilters {
  readonly sourceSystemKey?: string
  readonly targetTable?: string
  readonly jobStatus?: readonly string[]
  readonly ledgerStatus?: readonly string[]
}

/**
 * The filters that were asked for. Who acts for one source system is told of that one only.
 *
 * @throws ApiError Forbidden where another source system was asked for.
 */
export function filtersOf(asked: AskedFilters, caller: Caller): EventFilters {
  const { targetTable, jobStatus, ledgerStatus } = asked
  const sourceSystemKey = asked.sourceSystemKey ?? caller.sourceSystemKey
  if (sourceSystemKey !== undefined) requireSource(caller, sourceSystemKey)
  const statuses = jobStatus ?? ledgerStatus
  return {
    ...(sourceSystemKey === undefined ? {} : { sourceSystemKey }),
    ...(targetTable === undefined ? {} : { targetTable }),
    ...(statuses === undefined ? {} : { statuses }),
  }
}
