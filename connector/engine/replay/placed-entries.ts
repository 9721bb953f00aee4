import { laneOf } from '../lanes.js'
import { wholeSeconds } from '../scope.js'
import type { PlacedEntry, Place, RecordedChunk, RecordedEntry } from './contract.js'

/** Where the job's own entries begin and end in the chain of a lane. */
interface OwnRange {
  first: number
  last: number
}

/** Each entry of a chunk's records with its place in time, seen from the chunk's items. */
export function placedEntries(chunk: RecordedChunk): readonly PlacedEntry[] {
  const ranges = ownRanges(chunk.entries)
  const first = chunk.items[0]?.item.sequence ?? 0
  const last = chunk.items.at(-1)?.item.sequence ?? 0
  return chunk.entries.map((entry) => {
    const { origin } = entry
    if (origin.by === 'job') {
      const { sequence } = origin
      return { entry, place: sequence < first ? 'before' : sequence > last ? 'after' : 'inside' }
    }
    return { entry, place: placeOfOther(chunk, entry, ranges.get(laneText(entry))) }
  })
}

/**
 * A job holds its lanes while it runs, so an entry of another lies wholly before or after its own in
 * the chain. Where the job added nothing to the lane, times tell, and within a second the order in
 * which the jobs were submitted.
 */
function placeOfOther(
  { context, submissionOrder }: RecordedChunk,
  { chainSequence, origin }: RecordedEntry,
  range: OwnRange | undefined,
): Place {
  if (origin.by === 'job') return 'inside'
  if (range) return chainSequence < range.first ? 'before' : 'after'
  const made = wholeSeconds(origin.createdOn)
  const now = wholeSeconds(context.now)
  if (made !== now) return made < now ? 'before' : 'after'
  const isLater =
    origin.submissionOrder !== null &&
    submissionOrder !== null &&
    origin.submissionOrder > submissionOrder
  return isLater ? 'after' : 'before'
}

function ownRanges(entries: readonly RecordedEntry[]): ReadonlyMap<string, OwnRange> {
  const ranges = new Map<string, OwnRange>()
  for (const entry of entries) {
    if (entry.origin.by !== 'job') continue
    const { chainSequence } = entry
    const range = ranges.get(laneText(entry))
    if (!range) ranges.set(laneText(entry), { first: chainSequence, last: chainSequence })
    else {
      range.first = Math.min(range.first, chainSequence)
      range.last = Math.max(range.last, chainSequence)
    }
  }
  return ranges
}

function laneText({ targetTable, targetId }: RecordedEntry): string {
  return `${targetTable}/${String(laneOf(targetTable, targetId))}`
}
