import type { DataverseClient } from '../../dataverse/index.js'
import { clientFor } from '../auth/act-for.js'
import type { SignedTokens } from '../http/signed-token.js'
import type { Log } from '../log.js'
import type { CallbackRules } from './callback-rules.js'
import { deliverEvent } from './deliver-event.js'
import { withTold } from './cursor.js'
import type { Cursor } from './cursor.js'
import type { Feed, Unit, UnitEvent } from './feed.js'
import { nextEvents } from './next-events.js'
import type { Telling } from './next-events.js'
import type { ReadUnits } from './next-units.js'
import { consequenceOf, pauseAfter } from './outcome.js'
import type { Failure } from './outcome.js'
import type { ResolveName } from './post-callback.js'
import { SubscriptionRow } from './subscription-row.js'
import type { Progress } from './subscription-row.js'
import { subscriptionMs } from './subscriptions.js'
import type { Subscription } from './subscriptions.js'

export interface DeliveryContext {
  readonly client: DataverseClient
  readonly tokens: SignedTokens
  readonly callbackRules: CallbackRules
  readonly log: Log
  readonly now: () => number
  /** How long a receiver may take. */
  readonly timeoutMs: number
  readonly resolveName?: ResolveName
  readonly isStopping: () => boolean
}

/** Batches of one turn: others have to wait meanwhile. */
const mostBatches = 10

/**
 * Delivers what is new to one subscription, in order. The row says how far it is: it is written
 * before the first event, so that no other process delivers the same, and after the last one or the
 * first that fails. What was delivered and not written is delivered again, under the same event id.
 *
 * @returns How far it is; undefined when another process has changed the row.
 */
export async function deliverTo(
  subscription: Subscription,
  start: Progress,
  feed: Feed,
  read: ReadUnits,
  context: DeliveryContext,
): Promise<Progress | undefined> {
  const { client, now, isStopping } = context
  const { id, callerObjectId } = subscription
  const reader = callerObjectId === null ? client : clientFor(client, objectOf(callerObjectId))
  const row = new SubscriptionRow({ client, now, id, etag: start.etag })
  let { cursor } = start
  let failures = subscription.failures ?? 0
  for (let batch = 0; batch < mostBatches && !isStopping(); batch++) {
    const telling = await nextEvents(cursor, feed, read, reader, now())
    if (telling.events.length > 0) {
      const delivered = await deliverBatch(
        { subscription, cursor, failures },
        telling,
        row,
        context,
      )
      cursor = delivered.cursor
      if (!delivered.isDone) break
      failures = 0
    } else cursor = telling.cursor
    if (!telling.hasMore) break
  }
  return row.etag === undefined ? undefined : { etag: row.etag, cursor }
}

function objectOf(objectId: string) {
  return { kind: 'user', name: objectId, roles: new Set<never>(), objectId } as const
}

interface Before {
  readonly subscription: Subscription
  readonly cursor: Cursor
  /** How many attempts in a row have failed. */
  readonly failures: number
}

interface Delivered {
  readonly cursor: Cursor
  readonly isDone: boolean
}

async function deliverBatch(
  before: Before,
  telling: Telling,
  row: SubscriptionRow,
  context: DeliveryContext,
): Promise<Delivered> {
  const { subscription, cursor } = before
  let { failures } = before
  let lastFailure: string | null = null
  for (const [index, unitEvent] of telling.events.entries()) {
    if (!(await row.claim())) return { cursor, isDone: false }
    const rest = withTold(cursor, unitsBefore(telling.events, index))
    if (context.isStopping()) return paused(rest, failures, row)
    const outcome = await deliverEvent(subscription, unitEvent.event, context)
    if (outcome.kind !== 'delivered') {
      const reason = `Event ${unitEvent.event.eventId}: ${outcome.reason}`
      const consequence = consequenceOf(outcome, failures + 1)
      context.log.warn({ subscriptionId: subscription.id, consequence }, reason)
      if (consequence !== 'skip') {
        return failed(rest, failures + 1, { ...outcome, reason }, row, context)
      }
      lastFailure = `Skipped after several attempts. ${reason}`
    }
    failures = 0
  }
  await row.write(telling.cursor, {
    failures,
    nextAttemptOn: null,
    lastDeliveredOn: new Date(context.now()),
    lastFailure,
    expiresOn: new Date(context.now() + subscriptionMs),
  })
  return { cursor: telling.cursor, isDone: true }
}

async function paused(cursor: Cursor, failures: number, row: SubscriptionRow): Promise<Delivered> {
  await row.write(cursor, { failures, nextAttemptOn: null })
  return { cursor, isDone: false }
}

async function failed(
  cursor: Cursor,
  failures: number,
  failure: Failure,
  row: SubscriptionRow,
  { now }: DeliveryContext,
): Promise<Delivered> {
  await row.write(cursor, {
    failures,
    nextAttemptOn: new Date(now() + pauseAfter(failure, failures)),
    lastFailure: failure.reason,
    ...(consequenceOf(failure, failures) === 'end' ? { expiresOn: new Date(now()) } : {}),
  })
  return { cursor, isDone: false }
}

/** The units all of whose events come before one. */
function unitsBefore(events: readonly UnitEvent[], index: number): readonly Unit[] {
  const current = events[index]?.unit
  return events
    .slice(0, index)
    .map(({ unit }) => unit)
    .filter((unit) => unit !== current)
}
