import type { DataverseClient } from '../../dataverse/index.js'
import { shortKey } from './cursor.js'
import type { Cursor } from './cursor.js'
import type { Feed, UnitEvent } from './feed.js'
import { nextUnits } from './next-units.js'
import type { ReadUnits, Step } from './next-units.js'

export interface Telling {
  readonly events: readonly UnitEvent[]
  /** The cursor once they were told. */
  readonly cursor: Cursor
  readonly hasMore: boolean
}

/**
 * The next events after a cursor. Those of one unit may be too many to tell at once: then the unit is
 * told when the last of them is.
 *
 * `client`: reads what is told, with the rights of whom it is told to.
 */
export async function nextEvents(
  cursor: Cursor,
  feed: Feed,
  read: ReadUnits,
  client: DataverseClient,
  now: number,
): Promise<Telling & { readonly step: Step }> {
  const step = await nextUnits(cursor, feed, read, now)
  const [first] = step.units
  const { within } = cursor
  const cookie = first && within && within.key === shortKey(first) ? within.cookie : undefined
  const { events, cookie: rest } = await feed.expand(client, step.units, cookie)
  if (first && rest !== undefined) {
    const partly = { ...cursor, within: { key: shortKey(first), cookie: rest } }
    return { events, cursor: partly, hasMore: true, step }
  }
  const { within: _, ...done } = step.cursor
  return { events, cursor: cookie === undefined ? step.cursor : done, hasMore: step.hasMore, step }
}
