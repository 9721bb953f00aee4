import type { StoredRow } from '../../../../dataverse/index.js'
import { integrationLedger } from '../../../../../solution/tables/index.js'
import { utcSeconds } from '../../formats.js'
import { present, presentColumns } from '../../present.js'

/** Columns that answers show under the same names. */
const sameNameColumns = [
  'name',
  'ledgerAspect',
  'aspectKey',
  'targetTable',
  'targetId',
  'sourceSystemKey',
  'ledgerStatus',
  'settledStatus',
  'value',
  'previousValue',
  'reason',
  'notes',
  'latest',
  'observedDateTime',
  'appliedOn',
  'supersededOn',
  'lastConfirmed',
  'staleOn',
  'certifiedDateTime',
  'recertifiedOn',
  'driftedOn',
  'outsideValue',
] as const

/** What an answer shows of an entry. */
export const entryColumns = [
  ...sameNameColumns,
  'createdOn',
  'certifiedBy',
  'firstCertifiedBy',
  'recertifiedBy',
  'integrationSyncJob',
  'integrationSyncItem',
  'commitPolicy',
  'replaces',
] as const

export type EntryRow = StoredRow<typeof integrationLedger, (typeof entryColumns)[number]>

/** `definitions/LedgerEntry`. */
export function presentEntry(row: EntryRow): object {
  return {
    ledgerEntryId: row.id,
    ...presentColumns(integrationLedger, row, sameNameColumns),
    ...present({
      createdOn: row.createdOn && utcSeconds(row.createdOn),
      certifiedById: row.certifiedBy?.id,
      firstCertifiedById: row.firstCertifiedBy?.id,
      recertifiedById: row.recertifiedBy?.id,
      syncJobId: row.integrationSyncJob?.id,
      syncItemId: row.integrationSyncItem?.id,
      commitPolicyId: row.commitPolicy?.id,
      replacesId: row.replaces?.id,
    }),
  }
}
