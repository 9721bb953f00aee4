/** One row of the value map table. */
export interface Mapping {
  /** The row's id; empty ids are not known to Dataverse. */
  readonly id: string
  readonly codeList: string
  /** Source System Key; empty: the mapping holds for any source. */
  readonly system: string
  readonly sourceCode: string
  readonly sourceLabel: string
  readonly canonicalCode: string
  readonly canonicalLabel: string
  /** 0 to 1; null means 1. */
  readonly confidence: number | null
}

/** The column of mappings that hold for any source. */
export const anySystem = ''

/** How sure the mapping is: what is not said is certain. */
export function confidenceOf({ confidence }: Mapping): number {
  return confidence ?? 1
}

/**
 * What a steward should look at in a cell:
 * - `gap`: nothing of the source means this code, nor does a mapping for any source;
 * - `conflict`: a source code here means another canonical code as well;
 * - `several`: more than one mapping of the source means this code;
 * - `low`: a mapping is less sure than asked for.
 */
export type Mark = 'gap' | 'conflict' | 'several' | 'low'

export const marks: readonly Mark[] = ['gap', 'conflict', 'several', 'low']

export interface Cell {
  /** The source's own, by source code. */
  readonly mappings: readonly Mapping[]
  /** Those for any source that hold here because the source has none of its own. */
  readonly inherited: readonly Mapping[]
  readonly marks: readonly Mark[]
}

export interface MatrixRow {
  readonly code: string
  readonly label: string
  /** By source system; a system without entry has an empty cell. */
  readonly cells: ReadonlyMap<string, Cell>
}

export interface Matrix {
  /** Source systems by name; mappings for any source (if there are any) last. */
  readonly systems: readonly string[]
  readonly rows: readonly MatrixRow[]
  /** What each source code of a system means: more than one canonical code is a conflict. */
  readonly meanings: Meanings
  /** False: rows are missing, so nothing is said of gaps and conflicts. */
  readonly complete: boolean
}

export type Meanings = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>

export interface MatrixOptions {
  readonly complete: boolean
  /** A confidence below this is low. */
  readonly lowConfidence: number
}

const emptyCell: Cell = { mappings: [], inherited: [], marks: [] }

export function cellOf(row: MatrixRow, system: string): Cell {
  return row.cells.get(system) ?? emptyCell
}

/** Compares codes as people sort them: `A2` before `A10`. */
const collator = new Intl.Collator(undefined, { numeric: true })

export function compareText(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}

/**
 * The mappings of one code list as a matrix: a row for each canonical code, a column for each source
 * system. Codes compare exactly, as translation does.
 */
export function buildMatrix(mappings: readonly Mapping[], options: MatrixOptions): Matrix {
  const systems = systemsOf(mappings)
  const meanings = meaningsOf(mappings)
  const rows = [...groupBy(mappings, ({ canonicalCode }) => canonicalCode)]
    .map(([code, group]) => rowOf(code, group, { ...options, systems, meanings }))
    .sort((a, b) => compareText(a.code, b.code))
  return { systems, rows, meanings, complete: options.complete }
}

/** The other canonical codes that the mapping's source code means. */
export function otherMeanings({ meanings }: Matrix, mapping: Mapping): readonly string[] {
  const codes = meanings.get(mapping.system)?.get(mapping.sourceCode) ?? []
  return codes.filter((code) => code !== mapping.canonicalCode)
}

function systemsOf(mappings: readonly Mapping[]): readonly string[] {
  const systems = new Set(mappings.map(({ system }) => system))
  const named = [...systems].filter((system) => system !== anySystem).sort(compareText)
  return systems.has(anySystem) ? [...named, anySystem] : named
}

function meaningsOf(mappings: readonly Mapping[]): Meanings {
  const meanings = new Map<string, Map<string, string[]>>()
  for (const { system, sourceCode, canonicalCode } of mappings) {
    const codes = entry(meanings, system, () => new Map<string, string[]>())
    const means = entry(codes, sourceCode, () => [])
    if (!means.includes(canonicalCode)) means.push(canonicalCode)
  }
  return meanings
}

interface RowOptions extends MatrixOptions {
  readonly systems: readonly string[]
  readonly meanings: Meanings
}

function rowOf(code: string, group: readonly Mapping[], options: RowOptions): MatrixRow {
  const bySystem = groupBy(group, ({ system }) => system)
  const forAny = sorted(bySystem.get(anySystem) ?? [])
  const cells = options.systems.map((system) => {
    const own = system === anySystem ? forAny : sorted(bySystem.get(system) ?? [])
    return [system, cell(system, own, forAny, options)] as const
  })
  const label = group.find(({ canonicalLabel }) => canonicalLabel !== '')?.canonicalLabel ?? ''
  return { code, label, cells: new Map(cells) }
}

function cell(
  system: string,
  mappings: readonly Mapping[],
  forAny: readonly Mapping[],
  { complete, lowConfidence, meanings }: RowOptions,
): Cell {
  const own = meanings.get(system)
  const inherited =
    system === anySystem || mappings.length > 0
      ? []
      : forAny.filter(({ sourceCode }) => !own?.has(sourceCode))
  const isConflict = ({ sourceCode }: Mapping) => (own?.get(sourceCode)?.length ?? 0) > 1
  const found: Readonly<Record<Mark, boolean>> = {
    gap: complete && system !== anySystem && mappings.length + inherited.length === 0,
    conflict: complete && mappings.some(isConflict),
    several: mappings.length > 1,
    low: mappings.some((mapping) => confidenceOf(mapping) < lowConfidence),
  }
  return { mappings, inherited, marks: marks.filter((mark) => found[mark]) }
}

function sorted(mappings: readonly Mapping[]): readonly Mapping[] {
  return [...mappings].sort((a, b) => compareText(a.sourceCode, b.sourceCode))
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) entry(groups, keyOf(item), () => []).push(item)
  return groups
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const created = create()
  map.set(key, created)
  return created
}
