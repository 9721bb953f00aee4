/**
 * What a caller must be allowed to do to use an operation: an app role each. `anyone`: whoever has
 * signed in. `address`: no sign-in, since the address itself is the credential: the platform polls
 * a Location, and takes a subscription back, without the caller's token.
 */
export type Duty = (typeof roles)[number] | 'anyone' | 'address'

/** The duties that are given to callers. */
export const roles = ['submit', 'read', 'certify', 'administer'] as const
export type Role = (typeof roles)[number]
