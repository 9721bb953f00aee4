import type { itemStatus, outcomeReason } from '../../../../solution/tables/index.js'

/** The statuses of items that may be run again. */
export const retriedStatuses = [
  'held',
  'failed',
] as const satisfies readonly (keyof typeof itemStatus)[]

/**
 * The reasons for which an item waits alone. Items held for others wait in the ledger, where a
 * steward decides.
 */
export const retriedReasons = [
  'unmappedCode',
  'noRecord',
  'noRelatedRecord',
  'recordDeleted',
  'refusedByPlatform',
] as const satisfies readonly (keyof typeof outcomeReason)[]
