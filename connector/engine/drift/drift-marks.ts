import { sameValue } from '../column-value.js'
import type { CanonicalValue, LedgerEntryState, RecordState } from '../contract.js'
import { recordText, recordValues } from '../entry-draft.js'
import { RecordDraft } from '../record-draft.js'
import { wholeRecord } from '../scope.js'
import type { TargetTable } from '../target-table.js'

/** What an entry says of its value having been changed outside. */
export interface DriftMark {
  /** Milliseconds since 1970, UTC; null where the record holds the entry's value. */
  readonly driftedOn: number | null
  /** What the record holds instead; of a whole record, JSON of the columns that differ. */
  readonly outsideValue: CanonicalValue
}

export interface MarkedEntry extends LedgerEntryState {
  readonly mark: DriftMark
}

export interface MarkChange {
  readonly entryId: string
  readonly mark: DriftMark
}

const noMark: DriftMark = { driftedOn: null, outsideValue: null }

/**
 * The marks that are to change: entries in force whose value the record does not have get one, all
 * others lose theirs. `now`: milliseconds since 1970; a mark that is there keeps its time.
 */
export function driftMarks(
  table: TargetTable,
  record: Omit<RecordState, 'entries'> & { readonly entries: readonly MarkedEntry[] },
  now: number,
): readonly MarkChange[] {
  const draft = new RecordDraft(record)
  return record.entries.flatMap((entry) => {
    const outside = isInForce(entry) ? outsideValues(table, entry, draft) : []
    const mark = markOf(entry, outside, now)
    return isSame(mark, entry.mark) ? [] : [{ entryId: entry.id, mark }]
  })
}

/** The columns that an entry speaks of, by logical name. */
export function coveredColumns({
  aspectKey,
  value,
}: Pick<LedgerEntryState, 'aspectKey' | 'value'>): readonly string[] {
  return aspectKey === wholeRecord ? [...recordValues(value).keys()] : [aspectKey]
}

function isInForce({ appliedOn, supersededOn, status }: LedgerEntryState): boolean {
  return (
    appliedOn !== null && supersededOn === null && status !== 'rejected' && status !== 'revoked'
  )
}

/** The columns whose value should be the entry's and is another, with what the record holds. */
function outsideValues(
  table: TargetTable,
  entry: LedgerEntryState,
  draft: RecordDraft,
): readonly (readonly [string, CanonicalValue])[] {
  return coveredColumns(entry).flatMap((name) => {
    const column = table.columns.get(name)
    const head = draft.head(name)
    if (!column || head?.id !== entry.id) return []
    const value = draft.value(name)
    return sameValue(column, head.valueOf(name), value) ? [] : [[name, value] as const]
  })
}

function markOf(
  { aspectKey, mark }: MarkedEntry,
  outside: readonly (readonly [string, CanonicalValue])[],
  now: number,
): DriftMark {
  const [first] = outside
  if (!first) return noMark
  return {
    driftedOn: mark.driftedOn ?? now,
    outsideValue: aspectKey === wholeRecord ? recordText(outside) : first[1],
  }
}

function isSame(a: DriftMark, b: DriftMark): boolean {
  return a.outsideValue === b.outsideValue && (a.driftedOn === null) === (b.driftedOn === null)
}
