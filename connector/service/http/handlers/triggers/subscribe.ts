import { createHash } from 'node:crypto'

import { update, upsert } from '../../../../dataverse/index.js'
import { subscriptionId } from '../../../../engine/ids.js'
import { integrationSubscription, subscriptionEvent } from '../../../../../solution/tables/index.js'
import { callbackFault } from '../../../events/callback-rules.js'
import { writeCursor } from '../../../events/cursor.js'
import type { EventName } from '../../../events/feed.js'
import { feeds } from '../../../events/feeds/index.js'
import { startCursor } from '../../../events/next-units.js'
import { unitReader } from '../../../events/read-units.js'
import { signingKeyOf } from '../../../events/signature.js'
import { subscriptionMs, writeFilters } from '../../../events/subscriptions.js'
import { storedProgress } from '../../../events/subscription-row.js'
import { ApiError } from '../../errors.js'
import { utcSeconds } from '../../formats.js'
import { HandlerAnswer } from '../../handler-answer.js'
import type { Handler } from '../../operation-context.js'
import { shorten } from '../../shorten.js'
import { filtersOf } from './asked-filters.js'
import type { AskedFilters } from './asked-filters.js'

type Request = AskedFilters & { readonly callbackUrl: string }

/**
 * Subscribes to the events of a feed. The same caller asking again for the same callback renews the
 * subscription that is there, and goes on where it is; so the platform may repeat the request.
 */
export function subscribe(event: EventName): Handler {
  return async (request, context) => {
    const { callbackUrl, ...asked } = request.body as Request
    const { caller } = request
    const { ownClient, tokens, now } = context
    const reason = callbackFault(callbackUrl, context.callbackRules)
    if (reason !== undefined) {
      throw new ApiError('CallbackRefused', { address: shorten(withoutQuery(callbackUrl)), reason })
    }
    const filters = filtersOf(asked, caller)
    const id = subscriptionId(event, caller.name, callbackUrl)
    const secret = tokens.derive('unsubscribe', id)
    const expiresOn = new Date(now() + subscriptionMs)
    const row = {
      secretHash: secretHash(secret),
      expiresOn,
      filters: writeFilters(filters),
      callerObjectId: caller.objectId ?? null,
      failures: 0,
      nextAttemptOn: null,
      lastFailure: null,
    }
    if (await storedProgress(ownClient, id)) {
      await ownClient.send(update(integrationSubscription, id, row))
    } else {
      const feed = feeds[event]
      const start = await startCursor(feed, unitReader(ownClient, feed, filters), now())
      await ownClient.send(
        upsert(integrationSubscription, id, {
          ...row,
          name: `${subscriptionEvent[event].label} (${caller.name})`,
          event,
          callbackUrl,
          subscribedBy: caller.name.slice(0, 200),
          position: JSON.stringify(writeCursor(start)),
        }),
      )
    }
    context.onSubscribed()
    const address = new URLSearchParams({ subscriptionId: id, secret })
    return new HandlerAnswer({
      headers: { location: `${context.publicBaseUrl()}${request.path}?${address.toString()}` },
      body: {
        subscriptionId: id,
        expiresOn: utcSeconds(expiresOn),
        signingKey: signingKeyOf(id, tokens),
      },
    })
  }
}

/** What is kept of the secret in a subscription's address: 256 random-like bits need no salt. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** The query of a callback is its credential: it is not repeated. */
function withoutQuery(address: string): string {
  return address.split('?')[0] ?? ''
}
