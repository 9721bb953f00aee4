import { parseColumnValue } from '../column-value.js'
import { indexOf } from '../configuration-index.js'
import type { Configuration, ValueMap } from '../contract.js'
import type { TargetColumn } from '../target-table.js'

/** A value as a source system's own codes put it. */
export type ReverseTranslation =
  | { readonly kind: 'one'; readonly code: string; readonly confidence: number }
  /** Several codes mean the value: nobody can say which the source would use. Sorted. */
  | { readonly kind: 'several'; readonly codes: readonly string[] }
  | { readonly kind: 'none' }

type MapsByValue = ReadonlyMap<string, readonly ValueMap[]>

/** The value maps of a configuration, read from canonical values to codes. */
export class ReverseMaps {
  private readonly byColumn = new WeakMap<TargetColumn, Map<string, MapsByValue>>()

  constructor(private readonly configuration: Configuration) {}

  /**
   * The code that a source uses for a canonical value of a column: one that means exactly this
   * value when the source sends it. Codes of maps for any source count where the source has none
   * of its own.
   */
  codeFor(
    column: TargetColumn,
    codeList: string,
    sourceSystemKey: string,
    value: string,
  ): ReverseTranslation {
    const maps = this.mapsOf(column, codeList).get(value) ?? []
    const meant = maps.filter((map) => this.isMeant(map, sourceSystemKey))
    const own = meant.filter((map) => map.sourceSystemKey === sourceSystemKey)
    const best = new Map<string, number>()
    for (const { sourceCode, confidence } of own.length > 0 ? own : meant) {
      best.set(sourceCode, Math.max(confidence, best.get(sourceCode) ?? 0))
    }
    const [first, second] = best
    if (!first) return { kind: 'none' }
    if (second) return { kind: 'several', codes: [...best.keys()].sort() }
    return { kind: 'one', code: first[0], confidence: first[1] }
  }

  /** Whether the code, sent by the source, is translated by this map. */
  private isMeant(
    { sourceSystemKey: of, codeList, sourceCode, canonicalCodeValue }: ValueMap,
    source: string,
  ): boolean {
    if ((of !== '' && of !== source) || sourceCode === '') return false
    const forward = indexOf(this.configuration).translate(codeList, source, sourceCode)
    return (
      forward.kind === 'mapped' &&
      forward.map.sourceSystemKey === of &&
      forward.map.canonicalCodeValue === canonicalCodeValue
    )
  }

  /** The maps of a code list by the canonical form of what they map to. */
  private mapsOf(column: TargetColumn, codeList: string): MapsByValue {
    const lists = this.byColumn.get(column) ?? new Map<string, MapsByValue>()
    this.byColumn.set(column, lists)
    const known = lists.get(codeList)
    if (known) return known
    const byValue = new Map<string, ValueMap[]>()
    for (const map of this.configuration.valueMaps) {
      if (map.codeList !== codeList) continue
      const parsed = parseColumnValue(column, map.canonicalCodeValue)
      if (!parsed.ok || parsed.value === null) continue
      const maps = byValue.get(parsed.value)
      if (maps) maps.push(map)
      else byValue.set(parsed.value, [map])
    }
    lists.set(codeList, byValue)
    return byValue
  }
}

const known = new WeakMap<Configuration, ReverseMaps>()

/** The reverse maps of a configuration, built once an object: configurations never change in place. */
export function reverseMapsOf(configuration: Configuration): ReverseMaps {
  const maps = known.get(configuration) ?? new ReverseMaps(configuration)
  known.set(configuration, maps)
  return maps
}
