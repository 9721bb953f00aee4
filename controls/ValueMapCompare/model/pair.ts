import { cellOf } from './matrix.js'
import type { Cell, MatrixRow } from './matrix.js'

/** Two source systems looked at side by side. */
export interface Pair {
  readonly first: string
  readonly second: string
}

/** How two systems write one canonical code. */
export type PairKind = 'different' | 'onlyFirst' | 'onlySecond' | 'neither' | 'same'

export const pairKinds: readonly PairKind[] = [
  'different',
  'onlyFirst',
  'onlySecond',
  'neither',
  'same',
]

/** Compares the codes of both systems, as sets and exactly; mappings for any source count for both. */
export function pairKind(row: MatrixRow, { first, second }: Pair): PairKind {
  const a = codesOf(cellOf(row, first))
  const b = codesOf(cellOf(row, second))
  if (a.size === 0) return b.size === 0 ? 'neither' : 'onlySecond'
  if (b.size === 0) return 'onlyFirst'
  return a.size === b.size && [...a].every((code) => b.has(code)) ? 'same' : 'different'
}

function codesOf({ mappings, inherited }: Cell): ReadonlySet<string> {
  return new Set([...mappings, ...inherited].map(({ sourceCode }) => sourceCode))
}
