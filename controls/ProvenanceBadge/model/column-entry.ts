import { isHeld, isInForce, newestFirst, wholeRecord } from '../../shared/ledger/entry.js'
import type { Entry } from '../../shared/ledger/entry.js'

/** What the ledger says of one column's value. */
export interface Provenance {
  /** The entry in force; where there is none, the newest. */
  readonly entry: Entry
  /** Values of other entries that wait for a decision. */
  readonly waiting: number
}

/** Whether the entry speaks of the column: it is the column's own, or a whole record's with the column. */
export function coversColumn({ aspectKey, value }: Entry, column: string): boolean {
  if (aspectKey !== wholeRecord) return sameName(aspectKey, column)
  return fieldOf(value, column) !== undefined
}

/** A whole record's entry as one of the column: with the values of this column alone. */
export function entryOfColumn(entry: Entry, column: string): Entry {
  if (entry.aspectKey !== wholeRecord) return entry
  return {
    ...entry,
    value: fieldOf(entry.value, column) ?? '',
    previousValue: fieldOf(entry.previousValue, column) ?? '',
  }
}

/** What the entries say of the column; undefined where none of them speaks of it. */
export function provenanceOf(entries: readonly Entry[], column: string): Provenance | undefined {
  const ofColumn = entries.filter((entry) => coversColumn(entry, column)).sort(newestFirst)
  const entry = ofColumn.find(isInForce) ?? ofColumn[0]
  if (!entry) return undefined
  return { entry, waiting: ofColumn.filter((each) => each !== entry && isHeld(each)).length }
}

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** Longer records are not worth parsing for a badge. */
const longestParsed = 100_000

function fieldOf(json: string, column: string): string | undefined {
  if (!json.startsWith('{') || json.length > longestParsed) return undefined
  let fields: unknown
  try {
    fields = JSON.parse(json)
  } catch {
    return undefined
  }
  const found = Object.entries(fields as object).find(([name]) => sameName(name, column))
  if (!found) return undefined
  const held: unknown = found[1]
  return typeof held === 'string' ? held : held === null ? '' : JSON.stringify(held)
}
