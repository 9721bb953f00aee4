import { createHmac } from 'node:crypto'

import type { SignedTokens } from '../http/signed-token.js'

/** Header of a delivery: `t=<seconds since 1970>,v1=<hex>`. */
export const signatureHeader = 'x-integration-signature'

/** Headers of a delivery that tell it from others. */
export const eventIdHeader = 'x-integration-event-id'
export const subscriptionIdHeader = 'x-integration-subscription-id'

/** The key by which a subscription's deliveries are signed; its holder gets it when subscribing. */
export function signingKeyOf(subscriptionId: string, tokens: SignedTokens): string {
  return tokens.derive('delivery', subscriptionId)
}

/**
 * Vouches for a body and for when it was sent: HMAC-SHA-256 of `<seconds>.<body>` in hex. A receiver
 * computes the same and refuses what is older than a few minutes, so that nothing can be replayed.
 */
export function signature(body: string, sentAt: number, signingKey: string): string {
  const time = Math.floor(sentAt / 1_000)
  const mac = createHmac('sha256', signingKey).update(`${time}.${body}`).digest('hex')
  return `t=${time},v1=${mac}`
}
