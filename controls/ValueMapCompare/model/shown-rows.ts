import { cellOf, compareText } from './matrix.js'
import type { Mark, Matrix, MatrixRow } from './matrix.js'
import { pairKind } from './pair.js'
import type { Pair, PairKind } from './pair.js'

/** What rows are ordered by: the canonical code, its label, or a system's source codes. */
export type SortKey =
  { readonly by: 'code' | 'label' } | { readonly by: 'system'; readonly system: string }

export interface Sort {
  readonly key: SortKey
  readonly descending: boolean
}

/** What the person asked to see of a matrix. */
export interface Selection {
  /** Systems shown, in order. */
  readonly systems: readonly string[]
  readonly pair: Pair | undefined
  readonly search: string
  /** Rows with any of these; none: all rows. */
  readonly marks: readonly Mark[]
  /** Only of a pair; none: all rows. */
  readonly kinds: readonly PairKind[]
  readonly sort: Sort
}

/** The rows that fit, in order. */
export function shownRows({ rows }: Matrix, selection: Selection): readonly MatrixRow[] {
  const { systems, pair, sort } = selection
  const words = plain(selection.search).split(' ').filter(Boolean)
  const fits = (row: MatrixRow) =>
    (selection.marks.length === 0 || selection.marks.some((mark) => has(row, systems, mark))) &&
    (!pair || selection.kinds.length === 0 || selection.kinds.includes(pairKind(row, pair))) &&
    (words.length === 0 || matches(row, systems, words))
  const found = rows.filter(fits)
  const sign = sort.descending ? -1 : 1
  const keys = new Map(found.map((row) => [row, sortText(row, sort.key)] as const))
  return found.sort((a, b) => {
    const left = keys.get(a) ?? ''
    const right = keys.get(b) ?? ''
    // What is empty comes last in either direction.
    if (left === '' || right === '') {
      if (left !== right) return left === '' ? 1 : -1
    }
    return sign * compareText(left, right) || compareText(a.code, b.code)
  })
}

/** How many cells of these systems bear each mark. */
export function countMarks(
  { rows }: Matrix,
  systems: readonly string[],
): Readonly<Record<Mark, number>> {
  const counts: Record<Mark, number> = { gap: 0, conflict: 0, several: 0, low: 0 }
  for (const row of rows) {
    for (const system of systems) for (const mark of cellOf(row, system).marks) counts[mark] += 1
  }
  return counts
}

/** How many rows compare each way. */
export function countKinds({ rows }: Matrix, pair: Pair): Readonly<Record<PairKind, number>> {
  const counts = { different: 0, onlyFirst: 0, onlySecond: 0, neither: 0, same: 0 }
  for (const row of rows) counts[pairKind(row, pair)] += 1
  return counts
}

function has(row: MatrixRow, systems: readonly string[], mark: Mark): boolean {
  return systems.some((system) => cellOf(row, system).marks.includes(mark))
}

function sortText(row: MatrixRow, key: SortKey): string {
  if (key.by !== 'system') return row[key.by]
  const { mappings, inherited } = cellOf(row, key.system)
  return (mappings[0] ?? inherited[0])?.sourceCode ?? ''
}

/** Longer texts are searched in their beginning only. */
const searchedLength = 1_000

function matches(row: MatrixRow, systems: readonly string[], words: readonly string[]): boolean {
  const texts = systems.map((system) => {
    const { mappings, inherited } = cellOf(row, system)
    return [...mappings, ...inherited].map(plainMapping).join('\n')
  })
  const text = [plain(row.code), plain(row.label), ...texts].join('\n')
  return words.every((word) => text.includes(word))
}

const plainMappings = new WeakMap<object, string>()

function plainMapping(mapping: {
  readonly sourceCode: string
  readonly sourceLabel: string
}): string {
  const known = plainMappings.get(mapping)
  if (known !== undefined) return known
  const text = `${plain(mapping.sourceCode)}\n${plain(mapping.sourceLabel)}`
  plainMappings.set(mapping, text)
  return text
}

/** A text as people search it: without case and accents. */
function plain(text: string): string {
  return text
    .slice(0, searchedLength)
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}
