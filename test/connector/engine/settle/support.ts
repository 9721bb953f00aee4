import { recordText } from '../../../../connector/engine/entry-draft.js'
import type { CanonicalValue, CommitPolicy } from '../../../../connector/engine/index.js'
import { settleRecord } from '../../../../connector/engine/settle/index.js'
import type {
  RecordSettlement,
  SettleContext,
  SettleEntry,
  SettleRecord,
} from '../../../../connector/engine/settle/index.js'
import { contact } from '../../../../solution/tables/index.js'
import type { IntegrationLedgerRow } from '../../../../solution/tables/index.js'
import { adaId, day, name, now, policy, serviceUserId, targetTable } from '../support.js'

export const minute = 60_000

export const stewardIds = [
  'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
  'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb',
] as const

export const [adasUser, bensUser] = stewardIds

export function settleContext(
  policies: readonly CommitPolicy[] = [policy()],
  time = now,
): SettleContext {
  return { now: time, serviceUserId, configuration: { policies, valueMaps: [] } }
}

/** By default a job title of HRIS that waits, and that nobody has decided on. */
export function settleEntry(over: Partial<SettleEntry> = {}): SettleEntry {
  const { id = 'entry-1' } = over
  return {
    id,
    name: `LEDGER ${id}`,
    aspectKey: name.jobTitle,
    sourceSystemKey: 'HRIS',
    status: 'pending',
    settled: 'pending',
    value: 'Engineer',
    previousValue: null,
    replacedValue: null,
    appliedOn: null,
    supersededOn: null,
    chainSequence: 1,
    madeOn: now - day,
    changedBy: serviceUserId,
    changedOn: now - day,
    noted: null,
    certifiedAtOnce: false,
    firstCertifiedBy: null,
    certifiedBy: null,
    certifiedOn: null,
    decisionHash: null,
    ...over,
  }
}

/** The entry once a steward has changed its status. */
export function decided(
  entry: SettleEntry,
  status: SettleEntry['status'],
  by: string = adasUser,
  on = now - minute,
): SettleEntry {
  return { ...entry, status, changedBy: by, changedOn: on, noted: null }
}

export function settleRecordOf(
  values: Readonly<Record<string, CanonicalValue>>,
  entries: readonly SettleEntry[],
  over: Partial<SettleRecord> = {},
): SettleRecord {
  return {
    targetTable: contact.logicalName,
    targetId: adaId,
    table: targetTable(contact),
    exists: true,
    etag: 'W/"1"',
    values,
    entries,
    ...over,
  }
}

/** The record and its entries as the store has them once a settlement is written. */
export function written(before: SettleRecord, { record, entryChanges }: RecordSettlement) {
  const rows = new Map(entryChanges.map(({ id, row }) => [id, row]))
  return {
    ...before,
    values: { ...before.values, ...record?.values },
    entries: before.entries.map((entry) => {
      const row = rows.get(entry.id)
      return row ? rewritten(entry, row) : entry
    }),
  }
}

/** Settles until nothing is open, and gives the record as it is then. */
export function settledRecord(context: SettleContext, before: SettleRecord): SettleRecord {
  return written(before, settleRecord(context, before))
}

function rewritten(entry: SettleEntry, row: Partial<IntegrationLedgerRow>): SettleEntry {
  const changed = <Column extends keyof IntegrationLedgerRow, Was>(
    column: Column,
    was: Was,
    read: (value: IntegrationLedgerRow[Column]) => Was,
  ): Was => {
    const value = row[column]
    return value === undefined ? was : read(value)
  }
  const time = (value: Date | null) => value?.getTime() ?? null
  const user = (value: { readonly id: string } | null) => value?.id ?? null
  const status = row.ledgerStatus ?? entry.status
  const decidedBy = row.decidedBy?.id
  const decidedOn = row.decidedDateTime?.getTime()
  const isNoted = row.decidedStatus === status && decidedBy !== undefined && decidedOn !== undefined
  return {
    ...entry,
    status,
    settled: row.settledStatus ?? entry.settled,
    appliedOn: changed('appliedOn', entry.appliedOn, time),
    supersededOn: changed('supersededOn', entry.supersededOn, time),
    replacedValue: changed('replacedValue', entry.replacedValue, (value) => value),
    firstCertifiedBy: changed('firstCertifiedBy', entry.firstCertifiedBy, user),
    certifiedBy: changed('certifiedBy', entry.certifiedBy, user),
    certifiedOn: changed('certifiedDateTime', entry.certifiedOn, time),
    decisionHash: changed('decisionHash', entry.decisionHash, (value) => value),
    noted: isNoted ? { by: decidedBy, on: decidedOn } : null,
    changedBy: serviceUserId,
    changedOn: now,
  }
}

/** The value of an entry about a whole record. */
export const fields = (values: Readonly<Record<string, CanonicalValue>>): string =>
  recordText(Object.entries(values))
