import type { IntegrationLedgerRow } from '../../solution/tables/index.js'
import type { EntryWrite } from './contract.js'
import { timeText } from './date-text.js'
import { sha256 } from './digest.js'

/** The end of a lane's chain. An empty chain ends at sequence 0 with an empty hash. */
export interface ChainTail {
  readonly sequence: number
  readonly hash: string
}

type ChainColumn = 'chainSequence' | 'chainKey' | 'entryHash'

/** An entry's row with its place in the chain. */
export type ChainedRow = Partial<IntegrationLedgerRow> &
  Required<Pick<IntegrationLedgerRow, ChainColumn>>

/**
 * The columns that an entry never changes, in the order they are hashed. Lookups are left out, save
 * Replaces: deleting the row that one points at empties it. So are Reason and Notes, which later
 * add what the platform or a steward says.
 */
export const immutableColumns = [
  'ledgerAspect',
  'aspectKey',
  'targetTable',
  'targetId',
  'sourceSystemKey',
  'value',
  'previousValue',
  'observedDateTime',
  'replaces',
  'decisionTrace',
] as const satisfies readonly (keyof IntegrationLedgerRow)[]

/**
 * Appends entries of one lane to its chain, in their order. `rows` has one row an entry: the entry's
 * own, to which its place is added; a copy of so wide a row costs more than its hash.
 */
export function appendToChain(
  tail: ChainTail,
  targetTable: string,
  laneNumber: number,
  entries: readonly EntryWrite[],
): { readonly rows: readonly ChainedRow[]; readonly tail: ChainTail } {
  let { sequence, hash: last } = tail
  const rows = entries.map(({ id, row }): ChainedRow => {
    sequence += 1
    const key = chainKey(targetTable, laneNumber, sequence)
    last = entryHash(last, key, id, row)
    return Object.assign(row, { chainSequence: sequence, chainKey: key, entryHash: last })
  })
  return { rows, tail: { sequence, hash: last } }
}

export function chainKey(targetTable: string, laneNumber: number, sequence: number): string {
  return `${targetTable}/${String(laneNumber)}/${String(sequence)}`
}

/** SHA-256, lower-case hex, of the previous hash, the entry's place and its immutable columns. */
export function entryHash(
  previousHash: string,
  key: string,
  id: string,
  row: Partial<IntegrationLedgerRow>,
): string {
  const values = immutableColumns.map((column) => hashable(row[column]))
  return sha256(JSON.stringify([previousHash, key, id, ...values]))
}

type ColumnValue = IntegrationLedgerRow[(typeof immutableColumns)[number]] | undefined

function hashable(value: ColumnValue): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  return value instanceof Date ? timeText(value.getTime()) : value.id
}
