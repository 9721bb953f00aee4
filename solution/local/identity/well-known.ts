/** Ids that every local data file has, so that tests, settings and documents can name them. */
export const wellKnown = {
  organizationId: '00000000-0000-4000-8000-0000000000a0',
  businessUnitId: '00000000-0000-4000-8000-0000000000b0',
} as const

/** A user as it is seeded; the Entra object id is what `CallerObjectId` names. */
export interface SeededUser {
  readonly id: string
  readonly entraObjectId: string
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  /** The Entra application id of an application user; null for a person. */
  readonly applicationId: string | null
}

/** The application user that requests without a caller header act as. */
export const serviceUser: SeededUser = {
  id: '00000000-0000-4000-8000-0000000000c0',
  entraObjectId: '00000000-0000-4000-8000-0000000000d0',
  firstName: 'Integration',
  lastName: 'Service',
  email: 'integration.service@example.org',
  applicationId: '00000000-0000-4000-8000-0000000000e0',
}

export const stewards: readonly SeededUser[] = [
  ['Amara', 'Okafor'],
  ['Jonas', 'Lindqvist'],
  ['Mei', 'Tanaka'],
].map(([firstName = '', lastName = ''], at) => ({
  id: `00000000-0000-4000-8000-0000000000c${at + 1}`,
  entraObjectId: `00000000-0000-4000-8000-0000000000d${at + 1}`,
  firstName,
  lastName,
  email: `${firstName}.${lastName}@example.org`.toLowerCase(),
  applicationId: null,
}))
