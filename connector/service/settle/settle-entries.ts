import { chunksForIn, filter, query } from '../../dataverse/index.js'
import type { Operation, Page, StoredRow } from '../../dataverse/index.js'
import { wholeRecord } from '../../engine/index.js'
import type { SettleEntry } from '../../engine/settle/index.js'
import { integrationLedger } from '../../../solution/tables/index.js'
import type { WantedRecords } from '../worker/read-records.js'

const columns = [
  'name',
  'aspectKey',
  'targetTable',
  'targetId',
  'sourceSystemKey',
  'ledgerStatus',
  'settledStatus',
  'value',
  'previousValue',
  'replacedValue',
  'appliedOn',
  'supersededOn',
  'chainSequence',
  'createdOn',
  'modifiedBy',
  'modifiedOn',
  'decidedStatus',
  'decidedBy',
  'decidedDateTime',
  'firstCertifiedBy',
  'certifiedBy',
  'certifiedDateTime',
  'decisionHash',
] as const

export type SettleEntryRow = StoredRow<typeof integrationLedger, (typeof columns)[number]>

const ledger = filter(integrationLedger)

/** What counts for a decision: entries that wait, are to be settled, or were ever applied. */
const counting = ledger.or(
  ledger.isNotNull('appliedOn'),
  ledger.and(ledger.eq('ledgerStatus', 'pending'), ledger.isNull('supersededOn')),
  ledger.differs('ledgerStatus', 'settledStatus'),
)

/** Reads of the entries on some aspects of some records of one table. */
export function entryQueries(
  targetTable: string,
  { ids, columns: aspects }: WantedRecords,
): Operation<Page<SettleEntryRow>>[] {
  return chunksForIn([...ids], 'hash').map((group) =>
    query(integrationLedger, {
      select: columns,
      filter: ledger.and(
        ledger.in('targetId', group),
        ledger.eq('targetTable', targetTable),
        ledger.in('aspectKey', [...aspects, wholeRecord]),
        ledger.isNotNull('settledStatus'),
        counting,
      ),
    }),
  )
}

export function settleEntry(row: SettleEntryRow): SettleEntry {
  const { ledgerStatus: status, decidedBy, decidedDateTime } = row
  const isNoted = row.decidedStatus === status && decidedBy !== null && decidedDateTime !== null
  return {
    id: row.id,
    name: row.name ?? row.id,
    aspectKey: row.aspectKey,
    sourceSystemKey: row.sourceSystemKey,
    status,
    settled: row.settledStatus ?? status,
    value: row.value,
    previousValue: row.previousValue,
    replacedValue: row.replacedValue,
    appliedOn: row.appliedOn?.getTime() ?? null,
    supersededOn: row.supersededOn?.getTime() ?? null,
    chainSequence: row.chainSequence ?? 0,
    madeOn: row.createdOn?.getTime() ?? 0,
    changedBy: row.modifiedBy?.id ?? '',
    changedOn: row.modifiedOn?.getTime() ?? 0,
    noted: isNoted ? { by: decidedBy.id, on: decidedDateTime.getTime() } : null,
    certifiedAtOnce: row.decidedStatus === 'certified' && decidedDateTime === null,
    firstCertifiedBy: row.firstCertifiedBy?.id ?? null,
    certifiedBy: row.certifiedBy?.id ?? null,
    certifiedOn: row.certifiedDateTime?.getTime() ?? null,
    decisionHash: row.decisionHash,
  }
}
