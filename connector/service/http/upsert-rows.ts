import { upsertMultiple } from '../../dataverse/index.js'
import type { BulkRow, DataverseClient } from '../../dataverse/index.js'
import type { RowOf, Table } from '../../../solution/model/index.js'
import { valuesOf } from './batch-values.js'

/** A row as it is wanted, and as it is there. */
export interface WantedRow<T extends Table> {
  readonly id: string
  readonly row: Partial<RowOf<T>>
  readonly present: Readonly<Partial<RowOf<T>>> | undefined
}

export interface UpsertCounts {
  readonly received: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
}

/** Rows of one bulk message. */
const rowsAtOnce = 1_000

/** Writes the rows that are not there as wanted, and no others. Sent again, it changes nothing. */
export async function upsertRows<T extends Table>(
  client: DataverseClient,
  table: T,
  wanted: readonly WantedRow<T>[],
): Promise<UpsertCounts> {
  const changed = wanted.filter(({ row, present }) => !present || differs(row, present))
  const created = wanted.filter(({ present }) => !present).length
  const operations = []
  for (let start = 0; start < changed.length; start += rowsAtOnce) {
    const rows: readonly BulkRow<T>[] = changed.slice(start, start + rowsAtOnce)
    operations.push(upsertMultiple(table, rows))
  }
  if (operations.length > 0) {
    valuesOf(await client.batch(operations, { repeatable: true }))
  }
  const updated = changed.length - created
  return { received: wanted.length, created, updated, unchanged: wanted.length - changed.length }
}

/** Whether a row lacks something of what is wanted. */
export function differs(row: object, present: object): boolean {
  const there = new Map(Object.entries(present))
  return Object.entries(row).some(([name, value]) => (there.get(name) ?? null) !== (value ?? null))
}

/** A text that is empty is no text to the platform. */
export function textOrNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text
}

/** A number as a column of this precision keeps it. */
export function rounded(value: number | undefined, digits: number | undefined): number | null {
  return value === undefined ? null : Number(value.toFixed(digits ?? 0))
}
