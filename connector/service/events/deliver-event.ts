import { callbackFault } from './callback-rules.js'
import type { DeliveryContext } from './delivery.js'
import type { TriggerEvent } from './feed.js'
import { noAnswer, outcomeOf } from './outcome.js'
import type { Outcome } from './outcome.js'
import { postCallback } from './post-callback.js'
import {
  eventIdHeader,
  signature,
  signatureHeader,
  signingKeyOf,
  subscriptionIdHeader,
} from './signature.js'
import type { Subscription } from './subscriptions.js'

/** Sends one event, signed. Rules for callbacks hold also for subscriptions made under others. */
export async function deliverEvent(
  { id, callbackUrl }: Pick<Subscription, 'id' | 'callbackUrl'>,
  event: TriggerEvent,
  context: DeliveryContext,
): Promise<Outcome> {
  const { tokens, callbackRules, now, timeoutMs, resolveName } = context
  const fault = callbackFault(callbackUrl, callbackRules)
  if (fault !== undefined) return noAnswer(`the callback is not allowed any more: ${fault}`)
  const body = JSON.stringify(event)
  const headers = {
    [signatureHeader]: signature(body, now(), signingKeyOf(id, tokens)),
    [eventIdHeader]: event.eventId,
    [subscriptionIdHeader]: id,
  }
  const { allowLocal } = callbackRules
  try {
    const options = { timeoutMs, allowLocal, ...(resolveName && { resolveName }) }
    return outcomeOf(await postCallback({ url: callbackUrl, headers, body }, options))
  } catch (error) {
    return noAnswer(error)
  }
}
