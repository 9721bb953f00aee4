import type { EventName, Feed } from '../feed.js'
import { ledgerEntryDecided } from './ledger-entry-decided.js'
import { ledgerEntryPending } from './ledger-entry-pending.js'
import { syncJobCompleted } from './sync-job-completed.js'
import { valueReadyForSource } from './value-ready-for-source.js'

/** Where the events of each kind come from. */
export const feeds: Readonly<Record<EventName, Feed>> = {
  syncJobCompleted,
  ledgerEntryPending,
  ledgerEntryDecided,
  valueReadyForSource,
}
