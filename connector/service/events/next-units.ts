import { movedTo, shortKey, wasTold, withTold } from './cursor.js'
import type { Cursor } from './cursor.js'
import { seconds } from './feed.js'
import type { Feed, Stretch, Unit } from './feed.js'

/** Some units of a stretch and where the others are. */
export interface UnitPage {
  readonly units: readonly Unit[]
  readonly cookie: string | undefined
}

/** Reads units that are meant, in the order of their time. */
export type ReadUnits = (
  stretch: Stretch,
  cookie: string | undefined,
  pageSize: number,
) => Promise<UnitPage>

export interface Step {
  /** What is to be told now. */
  readonly units: readonly Unit[]
  /** The cursor once they were told. */
  readonly cursor: Cursor
  /** Whether there is more to be told at once. */
  readonly hasMore: boolean
}

/** Units that one look takes in. */
export const unitsOfLook = 500

/** Units that are remembered by key, at most: where more come in `lateMs`, others wait until then. */
const mostTold = 300

type StepFeed = Pick<Feed, 'lateMs' | 'atOnce'>

/**
 * The units to tell next. Each is told once, whatever order rows become visible in, as long as none
 * takes longer than `lateMs`. Nothing new costs one look.
 */
export async function nextUnits(
  cursor: Cursor,
  feed: StepFeed,
  read: ReadUnits,
  now: number,
): Promise<Step> {
  const horizon = Math.max(cursor.from, seconds(now - feed.lateMs))
  if (!cursor.stretch) {
    const look = await read({ from: cursor.from }, undefined, unitsOfLook)
    if (look.cookie === undefined) return wholeLook(cursor, feed, look.units, horizon)
  }
  const step = await pagedStep(cursor, feed, read, horizon)
  if (step.units.length > 0) return step
  const look = await read({ from: step.cursor.from }, undefined, unitsOfLook)
  return wholeLook(step.cursor, feed, look.units, horizon)
}

/** All that happened since the cursor is at hand, or, from the horizon on, as much as a look holds. */
function wholeLook(
  cursor: Cursor,
  { atOnce }: StepFeed,
  units: readonly Unit[],
  horizon: number,
): Step {
  const fresh = inTurn(
    cursor,
    units.filter((unit) => !wasTold(cursor, unit)),
  )
  const young = [...cursor.told.values()].filter((time) => time >= horizon).length
  let room = Math.max(0, mostTold - young)
  const ripe = fresh.filter(({ time }) => time < horizon || room-- > 0)
  const taken = ripe.slice(0, atOnce)
  const after = withTold(cursor, taken)
  const left = ripe.slice(atOnce)
  const isOldTold = !left.some(({ time }) => time < horizon)
  return {
    units: taken,
    cursor: isOldTold ? movedTo(after, horizon) : after,
    hasMore: left.length > 0,
  }
}

/** What is complete, page by page. No units: all of it was told. */
async function pagedStep(
  start: Cursor,
  { atOnce }: StepFeed,
  read: ReadUnits,
  horizon: number,
): Promise<Step> {
  let cursor = start
  while (cursor.from < horizon) {
    const { from, stretch = { until: horizon, cookie: undefined } } = cursor
    const page = await read({ from, until: stretch.until }, stretch.cookie, atOnce)
    const units = page.units.filter((unit) => !wasTold(cursor, unit))
    cursor =
      page.cookie === undefined
        ? movedTo(cursor, stretch.until)
        : { ...cursor, stretch: { until: stretch.until, cookie: page.cookie } }
    if (units.length > 0) return { units, cursor, hasMore: true }
  }
  return { units: [], cursor, hasMore: false }
}

/** A unit whose events are being told page by page goes first. */
function inTurn({ within }: Cursor, units: readonly Unit[]): readonly Unit[] {
  if (!within) return units
  return [...units].sort((a, b) => rank(a, within.key) - rank(b, within.key))
}

function rank(unit: Unit, first: string): number {
  return shortKey(unit) === first ? 0 : 1
}

/** Where a trigger starts: what can be seen now is past. */
export async function startCursor(
  { lateMs }: StepFeed,
  read: ReadUnits,
  now: number,
): Promise<Cursor> {
  const from = seconds(now - lateMs)
  const { units, cookie } = await read({ from }, undefined, unitsOfLook)
  const start: Cursor = { from, told: new Map() }
  return cookie === undefined && units.length <= mostTold
    ? withTold(start, units)
    : { ...start, from: seconds(now) }
}
