import type { DataverseClient } from '../../dataverse/index.js'
import { valuesOf } from '../http/batch-values.js'
import { isMeant, seconds } from './feed.js'
import type { EventName, Feed, Unit } from './feed.js'
import { feeds } from './feeds/index.js'
import { unitsOfLook } from './next-units.js'
import type { ReadUnits } from './next-units.js'
import { unnotedDecisions, unnotedEnds, unnotedOffers } from './note-changes.js'
import type { Unnoted } from './note-changes.js'
import { unitReader } from './read-units.js'
import { activeSubscriptions } from './subscriptions.js'
import type { Subscription } from './subscriptions.js'

/** What one request shows: who waits for events, what has to be noted, what is young. */
export interface Look {
  readonly subscriptions: readonly Subscription[]
  readonly unnoted: Unnoted
  readonly young: ReadonlyMap<EventName, YoungUnits>
}

/** All units of a feed from a second on. */
interface YoungUnits {
  readonly from: number
  readonly units: readonly Unit[]
}

/** What a look reaches back beyond the time in which rows become visible. */
const overlapMs = 10 * 60_000

/** One `$batch`, whatever the number of subscriptions. `wanted`: whose young units are looked at. */
export async function lookAround(
  client: DataverseClient,
  wanted: readonly EventName[],
  now: number,
): Promise<Look> {
  const looks = wanted.map((event) => {
    const feed = feeds[event]
    const from = seconds(now - feed.lateMs - overlapMs)
    return { event, from, operation: feed.units({ from }, {}, unitsOfLook) }
  })
  const outcomes = await client.batch([
    activeSubscriptions(now),
    unnotedEnds,
    unnotedOffers,
    unnotedDecisions,
    ...looks.map(({ operation }) => operation),
  ] as const)
  const [subscriptions, ends, offers, decisions, ...pages] = outcomes
  const [waiting] = valuesOf([subscriptions])
  const [unnotedJobs] = valuesOf([ends])
  const [unnotedJobOffers] = valuesOf([offers])
  const [unnotedEntries] = valuesOf([decisions])
  const young = new Map<EventName, YoungUnits>()
  for (const [index, page] of valuesOf(pages).entries()) {
    const look = looks[index]
    if (look && page.nextLink === null) young.set(look.event, { from: look.from, units: page.rows })
  }
  return {
    subscriptions: waiting?.rows ?? [],
    unnoted: {
      ends: unnotedJobs?.rows ?? [],
      offers: unnotedJobOffers?.rows ?? [],
      decisions: unnotedEntries?.rows ?? [],
    },
    young,
  }
}

/** Reads units from a look where it shows all of them, and from the store where it does not. */
export function lookedReader(
  { young }: Pick<Look, 'young'>,
  client: DataverseClient,
  feed: Feed,
  filters: Parameters<Feed['units']>[1],
): ReadUnits {
  const stored = unitReader(client, feed, filters)
  const seen = young.get(feed.event)
  return (stretch, cookie, pageSize) => {
    if (!seen || cookie !== undefined || stretch.from < seen.from) {
      return stored(stretch, cookie, pageSize)
    }
    const { from, until = Infinity } = stretch
    const units = seen.units.filter(
      (unit) => unit.time >= from && unit.time < until && isMeant(unit, filters),
    )
    return Promise.resolve({ units, cookie: undefined })
  }
}
