import { isConcurrencyConflict, isNotFound, retrieve, update } from '../../dataverse/index.js'
import type { DataverseClient, RowChanges } from '../../dataverse/index.js'
import { integrationSubscription, maxLength } from '../../../solution/tables/index.js'
import { clientFor } from '../auth/act-for.js'
import type { Log } from '../log.js'
import type { SignedTokens } from '../http/signed-token.js'
import { callbackFault } from './callback-rules.js'
import type { CallbackRules } from './callback-rules.js'
import { readCursor, withTold, writeCursor } from './cursor.js'
import type { Cursor } from './cursor.js'
import type { Feed, UnitEvent } from './feed.js'
import { nextEvents } from './next-events.js'
import type { Telling } from './next-events.js'
import type { ReadUnits } from './next-units.js'
import { consequenceOf, noAnswer, outcomeOf, pauseAfter } from './outcome.js'
import type { Failure, Outcome } from './outcome.js'
import { postCallback } from './post-callback.js'
import type { ResolveName } from './post-callback.js'
import {
  eventIdHeader,
  signature,
  signatureHeader,
  signingKeyOf,
  subscriptionIdHeader,
} from './signature.js'
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

/** How far a subscription is, at the version of its row that says so. */
export interface Progress {
  readonly etag: string
  readonly cursor: Cursor
}

/** How long a subscription is ours without a sign of life; another process waits as long. */
const claimMs = 2 * 60_000

/** Batches of one turn: others have to wait meanwhile. */
const mostBatches = 10

/** How far the row says that its subscription is; undefined where it says nothing that we wrote. */
export async function storedProgress(
  client: DataverseClient,
  id: string,
): Promise<Progress | undefined> {
  const row = await client.retrieveOrNull(
    retrieve(integrationSubscription, id, { select: ['position'] }),
  )
  if (!row || row.position === null) return undefined
  const cursor = readCursor(JSON.parse(row.position))
  return cursor && { etag: row.etag, cursor }
}

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
  const { callerObjectId } = subscription
  const reader = callerObjectId === null ? client : clientFor(client, objectOf(callerObjectId))
  let progress = start
  let current = subscription
  for (let batch = 0; batch < mostBatches && !isStopping(); batch++) {
    const telling = await nextEvents(progress.cursor, feed, read, reader, now())
    if (telling.events.length > 0) {
      const written = await deliverBatch(current, progress, telling, context)
      if (written === undefined || written.hasFailed) return written?.progress
      progress = written.progress
      current = { ...current, failures: 0 }
    } else progress = { ...progress, cursor: telling.cursor }
    if (!telling.hasMore) break
  }
  return progress
}

function objectOf(objectId: string) {
  return { kind: 'user', name: objectId, roles: new Set<never>(), objectId } as const
}

interface Written {
  readonly progress: Progress
  readonly hasFailed: boolean
}

async function deliverBatch(
  subscription: Subscription,
  { cursor, etag: seen }: Progress,
  telling: Telling,
  context: DeliveryContext,
): Promise<Written | undefined> {
  const { now } = context
  const save = (changes: RowChanges<typeof integrationSubscription>, etag: string) =>
    saved(context.client, subscription.id, changes, etag)
  const claim = (etag: string) => save({ nextAttemptOn: new Date(now() + claimMs) }, etag)

  let etag = await claim(seen)
  let claimedAt = now()
  let failures = subscription.failures ?? 0
  let skipped: string | null = null
  for (const [index, unitEvent] of telling.events.entries()) {
    if (etag === undefined) return undefined
    if (now() - claimedAt > claimMs / 2) {
      etag = await claim(etag)
      claimedAt = now()
      if (etag === undefined) return undefined
    }
    const outcome: Outcome = context.isStopping()
      ? stopped
      : await deliver(subscription, unitEvent, context)
    if (outcome.kind === 'delivered') {
      failures = 0
      continue
    }
    const isOurs = outcome === stopped
    const consequence = isOurs ? 'wait' : consequenceOf(outcome, failures + 1)
    const told = withTold(cursor, unitsBefore(telling.events, index))
    const reason = `Event ${unitEvent.event.eventId}: ${outcome.reason}`
    context.log.warn({ subscriptionId: subscription.id, consequence }, reason)
    if (consequence === 'skip') {
      failures = 0
      skipped = `Skipped after several attempts. ${reason}`
      continue
    }
    failures = isOurs ? failures : failures + 1
    const after = await save(
      {
        position: JSON.stringify(writeCursor(told)),
        failures,
        nextAttemptOn: isOurs ? null : new Date(now() + pauseAfter(outcome, failures)),
        lastFailure: reason.slice(0, maxLength.message),
        ...(consequence === 'end' ? { expiresOn: new Date(now()) } : {}),
      },
      etag,
    )
    return after === undefined
      ? undefined
      : { progress: { etag: after, cursor: told }, hasFailed: true }
  }
  if (etag === undefined) return undefined
  const after = await save(
    {
      position: JSON.stringify(writeCursor(telling.cursor)),
      failures,
      nextAttemptOn: null,
      lastDeliveredOn: new Date(now()),
      lastFailure: skipped?.slice(0, maxLength.message) ?? null,
      expiresOn: new Date(now() + subscriptionMs),
    },
    etag,
  )
  return after === undefined
    ? undefined
    : { progress: { etag: after, cursor: telling.cursor }, hasFailed: false }
}

const stopped: Failure = { kind: 'failed', reason: 'The service was stopped.', retryAfterMs: 0 }

/** The units all of whose events come before one. */
function unitsBefore(events: readonly UnitEvent[], index: number) {
  const current = events[index]?.unit
  return events
    .slice(0, index)
    .map(({ unit }) => unit)
    .filter((unit) => unit !== current)
}

/** The row's new version; undefined where it is not the version that was seen, or gone. */
async function saved(
  client: DataverseClient,
  id: string,
  changes: RowChanges<typeof integrationSubscription>,
  etag: string,
): Promise<string | undefined> {
  try {
    const options = { ifMatch: etag, returnEtag: true } as const
    return (await client.send(update(integrationSubscription, id, changes, options))).etag
  } catch (error) {
    if (isConcurrencyConflict(error) || isNotFound(error)) return undefined
    throw error
  }
}

async function deliver(
  { id, callbackUrl }: Subscription,
  { event }: UnitEvent,
  { tokens, callbackRules, now, timeoutMs, resolveName }: DeliveryContext,
): Promise<Outcome> {
  const fault = callbackFault(callbackUrl, callbackRules)
  if (fault !== undefined) return noAnswer(`the callback is not allowed any more, because ${fault}`)
  const body = JSON.stringify(event)
  const headers = {
    [signatureHeader]: signature(body, now(), signingKeyOf(id, tokens)),
    [eventIdHeader]: event.eventId,
    [subscriptionIdHeader]: id,
  }
  const { allowLocal } = callbackRules
  try {
    return outcomeOf(
      await postCallback(
        { url: callbackUrl, headers, body },
        { timeoutMs, allowLocal, ...(resolveName && { resolveName }) },
      ),
    )
  } catch (error) {
    return noAnswer(error)
  }
}
