import { sameValue } from './column-value.js'
import type { EntryDraft } from './entry-draft.js'
import type { Unit } from './normalise.js'
import type { Part, RecordDraft } from './record-draft.js'

/** How a source's own latest entry speaks on a value that the source brought before. */
export interface OwnLatest {
  readonly result: 'none' | 'held' | 'rejected' | 'chosenOver' | 'revoked' | 'changedOutside'
  readonly entry: EntryDraft | undefined
}

const nothing: OwnLatest = { result: 'none', entry: undefined }

/** Which answer counts where the columns of a whole record get several. */
const weight = {
  none: 0,
  changedOutside: 1,
  held: 2,
  revoked: 3,
  chosenOver: 4,
  rejected: 5,
} as const

/**
 * Looks for an entry of the source with the same value: what became of it decides the value again,
 * so that a reload never undoes a person.
 */
export function ownLatest(
  draft: RecordDraft,
  source: string,
  unit: Unit,
  parts: readonly Part[],
): OwnLatest {
  let heaviest = nothing
  for (const part of parts) {
    const found = ownLatestOf(draft, source, unit, part)
    if (weight[found.result] > weight[heaviest.result]) heaviest = found
  }
  return heaviest
}

function ownLatestOf(draft: RecordDraft, source: string, unit: Unit, part: Part): OwnLatest {
  const column = part.column.logicalName
  const entry = draft.latestOf(source, column)
  if (!entry || !sameValue(part.column, entry.valueOf(column), part.value)) return nothing
  if (entry.status === 'rejected') return { result: 'rejected', entry }
  if (entry.status === 'revoked') return { result: 'revoked', entry }
  if (entry.isHeld) {
    // A whole record joins only an entry of exactly its values.
    const joins = unit.parts?.length === 1 || entry.value === unit.value
    return joins ? { result: 'held', entry } : nothing
  }
  const head = draft.head(column)
  if (head === entry) {
    return draft.holds(part) ? nothing : { result: 'changedOutside', entry }
  }
  return head?.certifiedByHand === true ? { result: 'chosenOver', entry: head } : nothing
}

/** Whether the record has all these values, and has them from this source. */
export function comesFrom(draft: RecordDraft, source: string, parts: readonly Part[]): boolean {
  return parts.every((part) => {
    const column = part.column.logicalName
    const entry = draft.latestOf(source, column)
    return entry !== undefined && entry === draft.head(column) && draft.holds(part)
  })
}
