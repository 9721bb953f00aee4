import { systemColumns } from '../../../solution/model/solution/builders/system-columns.js'
import { integrationLedger } from '../../../solution/tables/integration-ledger.js'

const { columns } = integrationLedger

/** The columns that controls read, by what they hold. */
const ledgerColumns = {
  name: columns.name.logicalName,
  aspect: columns.ledgerAspect.logicalName,
  aspectKey: columns.aspectKey.logicalName,
  targetTable: columns.targetTable.logicalName,
  targetId: columns.targetId.logicalName,
  source: columns.sourceSystemKey.logicalName,
  status: columns.ledgerStatus.logicalName,
  settledStatus: columns.settledStatus.logicalName,
  value: columns.value.logicalName,
  previousValue: columns.previousValue.logicalName,
  reason: columns.reason.logicalName,
  trace: columns.decisionTrace.logicalName,
  notes: columns.notes.logicalName,
  observed: columns.observedDateTime.logicalName,
  applied: columns.appliedOn.logicalName,
  superseded: columns.supersededOn.logicalName,
  lastConfirmed: columns.lastConfirmed.logicalName,
  stale: columns.staleOn.logicalName,
  certifiedBy: columns.certifiedBy.logicalName,
  certified: columns.certifiedDateTime.logicalName,
  firstCertifiedBy: columns.firstCertifiedBy.logicalName,
  firstCertified: columns.firstCertifiedOn.logicalName,
  drifted: columns.driftedOn.logicalName,
  outsideValue: columns.outsideValue.logicalName,
  item: columns.integrationSyncItem.logicalName,
  job: columns.integrationSyncJob.logicalName,
  latest: columns.latest.logicalName,
  state: systemColumns.state.logicalName,
} as const

/** The names by which the ledger's rows are read, filtered and written. */
export const ledgerTable = {
  table: integrationLedger.logicalName,
  entitySet: integrationLedger.entitySetName,
  id: integrationLedger.primaryId,
  ...ledgerColumns,
} as const

/** All that a control reads of each row. */
export const readColumns: readonly string[] = Object.values(ledgerColumns)

export const longestNotes = columns.notes.maxLength ?? 0
