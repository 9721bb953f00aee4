import type { SettleEntry } from './contract.js'

/** Who made the decision that an entry asks for, and when, in milliseconds. */
export interface Decider {
  readonly by: string
  readonly on: number
}

/**
 * Whoever modified the version that is settled, never what the row claims. Where that was the
 * service itself, since it touched the row after the decision, it is whom it noted.
 */
export function deciderOf(entry: SettleEntry, serviceUserId: string): Decider {
  const { changedBy, changedOn, noted, certifiedBy, certifiedOn } = entry
  if (changedBy !== serviceUserId) return { by: changedBy, on: changedOn }
  if (noted) return noted
  const isOwn = entry.status === 'certified' && certifiedBy === serviceUserId
  return { by: serviceUserId, on: isOwn && certifiedOn !== null ? certifiedOn : changedOn }
}
