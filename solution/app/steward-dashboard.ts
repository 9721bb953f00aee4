import { dashboard, tile } from '../model/solution/builders/index.js'
import { integrationLedger, integrationSyncItem, integrationSyncJob } from '../tables/index.js'
import {
  outcomesByDay,
  pendingBySource,
  pendingByTable,
  staleByTable,
  unmappedByFrequency,
} from './charts.js'
import { itemViews, jobViews, ledgerViews } from './views/index.js'

/** What waits for a steward, and how the last weeks went. Six tiles are the most a dashboard takes. */
export const stewardDashboard = dashboard('Steward Dashboard', {
  description:
    'Values that wait for certification, stale values, unmapped codes and outcomes by day.',
  rows: [
    [
      tile('Pending by Source', integrationLedger, ledgerViews.pending, pendingBySource),
      tile('Pending by Table', integrationLedger, ledgerViews.pending, pendingByTable),
      tile('Stale Certified Values', integrationLedger, ledgerViews.stale, staleByTable),
    ],
    [
      tile('Outcomes by Day', integrationSyncJob, jobViews.lastMonth, outcomesByDay),
      tile('Unmapped Codes', integrationSyncItem, itemViews.unmapped, unmappedByFrequency),
      tile('Pending Certification', integrationLedger, ledgerViews.pending),
    ],
  ],
})
