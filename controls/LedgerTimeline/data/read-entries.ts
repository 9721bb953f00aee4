import { integrationLedger, ledgerStatus } from '../../../solution/tables/integration-ledger.js'
import type { Entry, LedgerAspect, LedgerStatus, Moment, RowLink } from '../model/entry.js'
import { ledgerTable } from './ledger-columns.js'

type DataSet = ComponentFramework.PropertyTypes.DataSet
type EntityRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord

const statuses = namesByValue<LedgerStatus>(ledgerStatus)
const aspects = namesByValue<LedgerAspect>(integrationLedger.columns.ledgerAspect.options ?? {})

/** The entries that the data set holds now, each once, in its order. */
export function readEntries({
  records,
  sortedRecordIds,
}: Pick<DataSet, 'records' | 'sortedRecordIds'>): readonly Entry[] {
  return [...new Set(sortedRecordIds)].flatMap((id) => {
    const record = records[id]
    return record ? [entryOf(id, record)] : []
  })
}

function entryOf(id: string, record: EntityRecord): Entry {
  const text = (column: string) => textOf(record.getValue(column))
  const moment = (column: string) => momentOf(record, column)
  const link = (column: string) => linkOf(record.getValue(column))
  const status = statuses.get(Number(record.getValue(ledgerTable.status)))
  return {
    id,
    name: text(ledgerTable.name),
    aspect: aspects.get(Number(record.getValue(ledgerTable.aspect))) ?? 'field',
    aspectKey: text(ledgerTable.aspectKey),
    targetTable: text(ledgerTable.targetTable),
    targetId: text(ledgerTable.targetId),
    source: text(ledgerTable.source),
    status: status ?? 'pending',
    settledStatus: statuses.get(Number(record.getValue(ledgerTable.settledStatus))) ?? null,
    value: text(ledgerTable.value),
    previousValue: text(ledgerTable.previousValue),
    reason: text(ledgerTable.reason),
    trace: text(ledgerTable.trace),
    notes: text(ledgerTable.notes),
    observed: moment(ledgerTable.observed),
    applied: moment(ledgerTable.applied),
    superseded: moment(ledgerTable.superseded),
    lastConfirmed: moment(ledgerTable.lastConfirmed),
    stale: moment(ledgerTable.stale),
    certifiedBy: link(ledgerTable.certifiedBy),
    certified: moment(ledgerTable.certified),
    firstCertifiedBy: link(ledgerTable.firstCertifiedBy),
    firstCertified: moment(ledgerTable.firstCertified),
    item: link(ledgerTable.item),
    job: link(ledgerTable.job),
    // An inactive row's state is 1; of an unknown status nobody can tell what may be done.
    isActive: status !== undefined && Number(record.getValue(ledgerTable.state)) !== 1,
  }
}

function namesByValue<Name extends string>(
  options: Readonly<Record<string, { readonly value: number }>>,
): ReadonlyMap<number, Name> {
  return new Map(Object.entries(options).map(([name, { value }]) => [value, name as Name]))
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The text is made when it is shown: most entries of a long list never are. */
function momentOf(record: EntityRecord, column: string): Moment | null {
  const value: unknown = record.getValue(column)
  const at = value instanceof Date ? value.getTime() : Date.parse(textOf(value))
  if (Number.isNaN(at)) return null
  return {
    at,
    get text() {
      return record.getFormattedValue(column)
    },
  }
}

/** Lookups of a data set: `{ etn, id: { guid }, name }`. */
function linkOf(value: unknown): RowLink | null {
  const reference = value as Partial<ComponentFramework.EntityReference> | null | undefined
  if (!reference?.id || !reference.etn) return null
  return { table: reference.etn, id: reference.id.guid, name: reference.name ?? '' }
}
