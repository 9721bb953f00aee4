import type { DataverseClient } from '../../../../dataverse/index.js'
import { clientFor } from '../../../auth/act-for.js'
import type { Cursor } from '../../../events/cursor.js'
import { readCursor, writeCursor } from '../../../events/cursor.js'
import type { EventFilters, EventName, TriggerEvent } from '../../../events/feed.js'
import { feeds } from '../../../events/feeds/index.js'
import { nextEvents } from '../../../events/next-events.js'
import { startCursor } from '../../../events/next-units.js'
import { unitReader } from '../../../events/read-units.js'
import { ApiError } from '../../errors.js'
import { HandlerAnswer } from '../../handler-answer.js'
import type { Handler, OperationContext } from '../../operation-context.js'
import { filtersOf } from './asked-filters.js'
import type { AskedFilters } from './asked-filters.js'

/** How far a polling trigger is, and in whose name it looks: what its signed address holds. */
interface TriggerState {
  readonly filters: EventFilters
  /** Entra object id of the caller; absent: the service looks in its own name. */
  readonly objectId: string | undefined
  readonly cursor: Cursor
}

/** How long a trigger may rest between two looks and still go on where it was. */
const stateMs = 90 * 24 * 60 * 60_000

/** Seconds until the next look. More that is there already is taken at once. */
const pause = { whenNothing: 60, whenMore: 1 } as const

/** When an answer has enough: events, and looks for them, some of which the caller may not see. */
const eventsOfAnswer = 500
const stepsOfAnswer = 20

/** The first look of a polling trigger: it tells nothing, and sets from where on all is new. */
export function beginPolling(event: EventName): Handler {
  return async (request, context) => {
    const filters = filtersOf(request.query as AskedFilters, request.caller)
    const { objectId } = request.caller
    const feed = feeds[event]
    const cursor = await startCursor(feed, unitReader(context.client, feed, filters), context.now())
    const state = { filters, objectId, cursor }
    const path = `${request.path}-states`
    return new HandlerAnswer({
      status: 202,
      headers: whereNext(event, state, path, context, pause.whenNothing),
    })
  }
}

/** Each further look: 200 with what is new, or 202, and the address of the next one. */
export function goOnPolling(event: EventName): Handler {
  return async (request, context) => {
    const { triggerState } = request.query as { readonly triggerState: string }
    const state = readState(event, triggerState, context)
    const { value, cursor, hasMore } = await newEvents(event, state, context)
    const headers = whereNext(
      event,
      { ...state, cursor },
      request.path,
      context,
      hasMore ? pause.whenMore : pause.whenNothing,
    )
    return value.length === 0
      ? new HandlerAnswer({ status: 202, headers })
      : new HandlerAnswer({ headers, body: { value } })
  }
}

async function newEvents(
  event: EventName,
  { filters, objectId, cursor: start }: TriggerState,
  { ownClient, now }: OperationContext,
) {
  const client = actingFor(ownClient, objectId)
  const feed = feeds[event]
  const read = unitReader(client, feed, filters)
  const value: TriggerEvent[] = []
  let cursor = start
  let hasMore = true
  for (let step = 0; hasMore && step < stepsOfAnswer && value.length < eventsOfAnswer; step++) {
    const telling = await nextEvents(cursor, feed, read, client, now())
    value.push(...telling.events.map((unitEvent) => unitEvent.event))
    cursor = telling.cursor
    hasMore = telling.hasMore
  }
  return { value, cursor, hasMore }
}

function actingFor(client: DataverseClient, objectId: string | undefined): DataverseClient {
  if (objectId === undefined) return client
  return clientFor(client, { kind: 'user', name: objectId, roles: new Set(), objectId })
}

function whereNext(
  event: EventName,
  { filters, objectId, cursor }: TriggerState,
  path: string,
  { tokens, publicBaseUrl, now }: OperationContext,
  seconds: number,
): Readonly<Record<string, string>> {
  const content = [filters, objectId ?? null, writeCursor(cursor)]
  const triggerState = tokens.sign(purposeOf(event), content, now() + stateMs)
  return {
    location: `${publicBaseUrl()}${path}?${new URLSearchParams({ triggerState }).toString()}`,
    'retry-after': String(seconds),
  }
}

/** @throws ApiError InvalidTriggerState. */
function readState(event: EventName, text: string, { tokens }: OperationContext): TriggerState {
  const opened = tokens.open(purposeOf(event), text)
  if (opened.state !== 'valid') {
    const fault = opened.state === 'expired' ? 'has expired' : 'was not made by this service for it'
    throw new ApiError('InvalidTriggerState', { fault })
  }
  const [filters, objectId, position] = opened.content as readonly [
    EventFilters,
    string | null,
    unknown,
  ]
  const cursor = readCursor(position)
  if (!cursor) throw new ApiError('InvalidTriggerState', { fault: 'is of another version' })
  return { filters, objectId: objectId ?? undefined, cursor }
}

function purposeOf(event: EventName): string {
  return `trigger ${event}`
}
