import { sameValue } from './column-value.js'
import type { Part, RecordDraft } from './record-draft.js'

/**
 * Whether a source brings back values that it was offered itself, and that newer certified ones have
 * replaced since. `occurred`: when the source's values changed, milliseconds.
 */
export function isEcho(
  draft: RecordDraft,
  source: string,
  parts: readonly Part[],
  occurred: number,
): boolean {
  return draft.hasOffers && parts.every((part) => comesBack(draft, source, part, occurred))
}

function comesBack(
  draft: RecordDraft,
  source: string,
  { column, value }: Part,
  occurred: number,
): boolean {
  const offers = draft.offered(column.logicalName)
  const index = offers.findLastIndex((offer) => sameValue(column, offer.value, value))
  const offer = offers[index]
  if (!offer) return false
  const own = draft.latestOf(source, column.logicalName)
  if (own && own.observed > offer.decided) return false
  const later = offers.slice(index + 1)
  // Who took a newer value over and sends the old one afterwards, means it.
  if (later.some(({ acknowledged }) => acknowledged !== null && acknowledged <= occurred))
    return false
  if (later.length > 0) return true
  const head = draft.head(column.logicalName)
  return (
    head?.status === 'certified' && head.source !== source && (head.appliedOn ?? 0) > offer.decided
  )
}
