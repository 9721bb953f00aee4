import { serviceUser, stewards } from '../../../../solution/local/identity/well-known.js'

/** A person who calls with a token of their own. */
export const caller = stewards[0] ?? serviceUser

/** Users of the local Web API: the one that requests act as, and another. */
export const wellKnownCaller = {
  service: serviceUser.id,
  steward: caller.id,
} as const
