import { serviceUser, stewards } from '../../../../solution/local/identity/well-known.js'

/** Users of the local Web API: the one that requests act as, and another. */
export const wellKnownCaller = {
  service: serviceUser.id,
  steward: stewards[0]?.id ?? '',
} as const
