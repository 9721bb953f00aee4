import { ApiError } from './errors.js'
import type { ListedPage, Position } from './paging.js'

/** How a list that is put together in memory goes on. */
export interface SortedList<Entry> {
  /** In order. */
  readonly entries: readonly Entry[]
  /** What an entry is ordered by; no two have the same. */
  readonly keyOf: (entry: Entry) => string
  readonly compare: (a: string, b: string) => number
}

/**
 * The page after a position. The position is the key of the last entry shown, so that entries which
 * come or go meanwhile make no other entry appear twice or not at all.
 *
 * @throws ApiError InvalidPageToken where the position is none of such a list.
 */
export function sortedPage<Entry>(
  { entries, keyOf, compare }: SortedList<Entry>,
  position: Position | undefined,
  pageSize: number,
): ListedPage<Entry> {
  if (position && !('cookie' in position)) throw new ApiError('InvalidPageToken', {})
  const start = position
    ? entries.findIndex((entry) => compare(keyOf(entry), position.cookie) > 0)
    : 0
  if (start < 0) return { rows: [], next: undefined }
  const rows = entries.slice(start, start + pageSize)
  const last = rows.at(-1)
  const hasMore = start + pageSize < entries.length
  return { rows, next: hasMore && last !== undefined ? { cookie: keyOf(last) } : undefined }
}

/** Compares texts by their characters' numbers. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
