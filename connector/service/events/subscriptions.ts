import { filter, query } from '../../dataverse/index.js'
import type { StoredRow } from '../../dataverse/index.js'
import { integrationSubscription } from '../../../solution/tables/index.js'
import type { EventFilters } from './feed.js'

const columns = [
  'event',
  'callbackUrl',
  'expiresOn',
  'filters',
  'callerObjectId',
  'failures',
  'nextAttemptOn',
] as const

/** A subscription without how far it is, which only those need that are told something. */
export type Subscription = StoredRow<typeof integrationSubscription, (typeof columns)[number]>

const where = filter(integrationSubscription)

/** Most subscriptions that are served. */
const mostSubscriptions = 5_000

/** The subscriptions in force, in the order they were made. */
export function activeSubscriptions(now: number) {
  return query(integrationSubscription, {
    select: columns,
    filter: where.and(
      where.gt('expiresOn', new Date(now)),
      where.isNotNull('secretHash'),
      where.eq('state', 'active'),
    ),
    orderBy: ['createdOn asc', 'id asc'],
    pageSize: mostSubscriptions,
  })
}

/** Subscriptions that ended a while ago; a few of them. */
export function endedSubscriptions(now: number) {
  return query(integrationSubscription, {
    select: ['expiresOn'],
    filter: where.lt('expiresOn', new Date(now - keptMs)),
    top: 50,
  })
}

/** How long the row of an ended subscription still tells what became of it. */
const keptMs = 30 * 24 * 60 * 60_000

/** How long a subscription holds that is not renewed: asking again renews it, and so does use. */
export const subscriptionMs = 180 * 24 * 60 * 60_000

export function writeFilters(filters: EventFilters): string | null {
  return Object.keys(filters).length === 0 ? null : JSON.stringify(filters)
}

/** @throws Error where a row's filters were changed to something else. */
export function readFilters(text: string | null): EventFilters {
  const content: unknown = text === null ? {} : JSON.parse(text)
  if (typeof content !== 'object' || content === null)
    throw new Error(`${text ?? ''} is no filter.`)
  return content
}
