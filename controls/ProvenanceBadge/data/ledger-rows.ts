import { aspectNames, statusNames } from '../../shared/ledger/choice-names.js'
import type { Entry, Moment, RowLink } from '../../shared/ledger/entry.js'
import { ledgerTable } from '../../shared/ledger/ledger-table.js'

/** A row as the Web API answers it. */
export type LedgerRow = Readonly<Record<string, unknown>>

const formatted = '@OData.Community.Display.V1.FormattedValue'
const lookupTable = '@Microsoft.Dynamics.CRM.lookuplogicalname'

/** By which name the Web API selects and answers a lookup. */
export const lookupValue = (column: string): string => `_${column}_value`

/** The entry of a row; columns that were not asked for are empty. */
export function entryOfRow(row: LedgerRow): Entry {
  const text = (column: string) => textOf(row[column])
  const moment = (column: string) => momentOf(row, column)
  const link = (column: string) => linkOf(row, lookupValue(column))
  const status = statusNames.get(Number(row[ledgerTable.status]))
  return {
    id: text(ledgerTable.id),
    name: text(ledgerTable.name),
    aspect: aspectNames.get(Number(row[ledgerTable.aspect])) ?? 'field',
    aspectKey: text(ledgerTable.aspectKey),
    targetTable: text(ledgerTable.targetTable),
    targetId: text(ledgerTable.targetId),
    source: text(ledgerTable.source),
    status: status ?? 'pending',
    settledStatus: statusNames.get(Number(row[ledgerTable.settledStatus] ?? Number.NaN)) ?? null,
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
    isFirstMine: false,
    drifted: moment(ledgerTable.drifted),
    outsideValue: text(ledgerTable.outsideValue),
    item: link(ledgerTable.item),
    job: link(ledgerTable.job),
    isActive: status !== undefined && Number(row[ledgerTable.state] ?? 0) === 0,
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The user's writing of it is made where it is shown. */
function momentOf(row: LedgerRow, column: string): Moment | null {
  const text = textOf(row[column])
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : { at, text }
}

function linkOf(row: LedgerRow, column: string): RowLink | null {
  const id = textOf(row[column])
  return id === ''
    ? null
    : { id, table: textOf(row[column + lookupTable]), name: textOf(row[column + formatted]) }
}
