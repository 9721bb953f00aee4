import { chart, systemColumns, where } from '../model/solution/builders/index.js'
import { integrationLedger, integrationSyncItem, integrationSyncJob } from '../tables/index.js'

/*
 * The platform refuses to aggregate more than 50,000 rows. Ledger and items grow without end, so
 * every chart takes only what is open in some status, and of that only recent days. What happened to
 * items is summed from the jobs' own counts, since one job may hold a million items.
 */

const { columns: entry } = integrationLedger
const { columns: item } = integrationSyncItem
const { columns: job } = integrationSyncJob
const { createdOn } = systemColumns

const isRecent = where(createdOn).inLastDays(30)
const isOpen = where(entry.supersededOn).isNull()
const isPending = where(entry.ledgerStatus).eq('pending')

export const pendingBySource = chart(integrationLedger, 'Pending by Source', {
  description: 'Values of the last 30 days that wait for a steward, by the source they came from.',
  type: 'Bar',
  by: entry.sourceSystemKey,
  where: [isPending, isOpen, isRecent],
})

export const pendingByTable = chart(integrationLedger, 'Pending by Table', {
  description: 'Values of the last 30 days that wait for a steward, by the table they are for.',
  type: 'Bar',
  by: entry.targetTable,
  where: [isPending, isOpen, isRecent],
})

export const staleByTable = chart(integrationLedger, 'Stale Certified Values by Table', {
  description: 'Certified values in force that went stale in the last 90 days.',
  type: 'Bar',
  by: entry.targetTable,
  where: [
    where(entry.ledgerStatus).eq('certified'),
    where(entry.appliedOn).isNotNull(),
    isOpen,
    where(entry.staleOn).inLastDays(90),
  ],
})

export const outcomesByDay = chart(integrationSyncJob, 'Outcomes by Day', {
  description: 'What became of the items of the jobs submitted in the last 30 days.',
  type: 'StackedColumn',
  by: job.submittedDateTime,
  sum: [job.applied, job.held, job.unchanged, job.superseded, job.rejected, job.failed],
  where: [where(job.submittedDateTime).inLastDays(30)],
})

/** Items of single fields only: the value of a record-level item is its whole record. */
export const unmappedByFrequency = chart(integrationSyncItem, 'Unmapped Codes by Frequency', {
  description: 'The codes that hold the most items of the last 30 days, for want of a value map.',
  type: 'Bar',
  by: item.newValue,
  top: 15,
  where: [
    where(item.itemStatus).eq('held'),
    where(item.outcomeReason).eq('unmappedCode'),
    where(item.fieldName).isNotNull(),
    isRecent,
  ],
})
