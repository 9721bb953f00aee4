import type { Entry } from '../../shared/ledger/entry.js'
import { wholeRecord } from '../../shared/ledger/entry.js'
import { ledgerTable } from '../../shared/ledger/ledger-table.js'
import { coversColumn, entryOfColumn } from '../model/column-entry.js'
import { entryOfRow, lookupValue } from './ledger-rows.js'

/** The record whose entries are wanted. */
export interface Target {
  readonly table: string
  readonly id: string
}

/** Entries that were read; `hasMore` where the ledger holds others that were not. */
export interface Answer {
  readonly entries: readonly Entry[]
  readonly hasMore: boolean
}

type WebApi = Pick<ComponentFramework.WebApi, 'retrieveMultipleRecords'>

/** As many as a record has columns, several times over; long values are not among what is read. */
const mostHeads = 250
/** In one column's history. */
const mostInHistory = 20

const badgeColumns: readonly string[] = [
  ledgerTable.id,
  ledgerTable.name,
  ledgerTable.aspectKey,
  ledgerTable.source,
  ledgerTable.status,
  ledgerTable.settledStatus,
  ledgerTable.observed,
  ledgerTable.applied,
  ledgerTable.superseded,
  ledgerTable.stale,
  ledgerTable.drifted,
  ledgerTable.certified,
  lookupValue(ledgerTable.certifiedBy),
]
const historyColumns = [
  ...badgeColumns,
  ledgerTable.value,
  ledgerTable.previousValue,
  ledgerTable.reason,
]

/**
 * What all badges of a record need: of each aspect the entry in force, those that wait, and each
 * source's latest. Entries of whole records tell only by their values which columns they cover, so
 * those values are read besides where there are such entries.
 */
export async function readHeads(webApi: WebApi, target: Target): Promise<Answer> {
  const current = `(${ledgerTable.superseded} eq null or ${ledgerTable.latest} eq true)`
  const heads = await read(webApi, badgeColumns, [...ofTarget(target), current], mostHeads)
  if (!heads.entries.some(({ aspectKey }) => aspectKey === wholeRecord)) return heads
  const records = await read(
    webApi,
    [...badgeColumns, ledgerTable.value],
    [...ofTarget(target), is(ledgerTable.aspectKey, wholeRecord), current],
    mostInHistory,
  )
  return {
    entries: [
      ...heads.entries.filter(({ aspectKey }) => aspectKey !== wholeRecord),
      ...records.entries,
    ],
    hasMore: heads.hasMore || records.hasMore,
  }
}

/** The newest entries of one column, newest first. */
export async function readHistory(webApi: WebApi, target: Target, column: string): Promise<Answer> {
  const ofColumn = [column, wholeRecord].map((key) => is(ledgerTable.aspectKey, key)).join(' or ')
  const { entries, hasMore } = await read(
    webApi,
    historyColumns,
    [...ofTarget(target), `(${ofColumn})`],
    mostInHistory,
  )
  return {
    entries: entries
      .filter((entry) => coversColumn(entry, column))
      .map((entry) => entryOfColumn(entry, column)),
    hasMore,
  }
}

async function read(
  webApi: WebApi,
  columns: readonly string[],
  conditions: readonly string[],
  most: number,
): Promise<Answer> {
  const { entities, nextLink } = await webApi.retrieveMultipleRecords(
    ledgerTable.table,
    `?$select=${columns.join(',')}&$filter=${conditions.join(' and ')}` +
      `&$orderby=${ledgerTable.observed} desc`,
    most,
  )
  const rows = entities as readonly Readonly<Record<string, unknown>>[]
  return { entries: rows.map(entryOfRow), hasMore: Boolean(nextLink) }
}

function ofTarget({ table, id }: Target): readonly string[] {
  return [is(ledgerTable.targetTable, table), is(ledgerTable.targetId, id)]
}

function is(column: string, value: string): string {
  return `${column} eq '${encodeURIComponent(value.replace(/'/g, "''"))}'`
}
