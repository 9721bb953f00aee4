import { isNotFound, remove, retrieve } from '../../../../dataverse/index.js'
import { integrationSubscription } from '../../../../../solution/tables/index.js'
import type { EventName } from '../../../events/feed.js'
import { ApiError } from '../../errors.js'
import type { Handler } from '../../operation-context.js'
import { isSameText } from '../../signed-token.js'
import { secretHash } from './subscribe.js'

/**
 * Takes a subscription back. Its address is all that is asked for, since the platform sends nothing
 * else. Taken back again it is taken back still: who knows the secret of an id that is gone made it.
 */
export function unsubscribe(event: EventName): Handler {
  return async (request, { ownClient, tokens }) => {
    const { subscriptionId: given, secret } = request.query as {
      readonly subscriptionId: string
      readonly secret: string
    }
    const id = given.toLowerCase()
    const row = await ownClient.retrieveOrNull(
      retrieve(integrationSubscription, id, { select: ['event', 'secretHash'] }),
    )
    const isRight = row
      ? row.event === event && isSameText(secretHash(secret), row.secretHash ?? '')
      : isSameText(secret, tokens.derive('unsubscribe', id))
    if (!isRight) throw new ApiError('SubscriptionNotFound', {})
    if (row) {
      await ownClient.send(remove(integrationSubscription, id)).catch((error: unknown) => {
        if (!isNotFound(error)) throw error
      })
    }
    return { subscriptionId: id, isEnded: true }
  }
}
