import { country, stateOrProvince } from './core.js'
import { integrationCommitPolicy } from './integration-commit-policy.js'
import { integrationIdentifier } from './integration-identifier.js'
import { integrationLane } from './integration-lane.js'
import { integrationLedger } from './integration-ledger.js'
import { integrationPayload } from './integration-payload.js'
import { integrationSubscription } from './integration-subscription.js'
import { integrationSyncItem } from './integration-sync-item.js'
import { integrationSyncJob } from './integration-sync-job.js'
import { integrationValueMap } from './integration-value-map.js'
import { account, businessUnit, contact, systemUser, team } from './platform.js'

export * from './core.js'
export * from './integration-commit-policy.js'
export * from './integration-identifier.js'
export * from './integration-lane.js'
export * from './integration-ledger.js'
export * from './integration-payload.js'
export * from './integration-subscription.js'
export * from './integration-sync-item.js'
export * from './integration-sync-job.js'
export * from './integration-value-map.js'
export * from './lengths.js'
export * from './platform.js'

/** The tables our solution brings: the six published ones and three of our own. */
export const ownTables = [
  integrationIdentifier,
  integrationValueMap,
  integrationCommitPolicy,
  integrationSyncJob,
  integrationSyncItem,
  integrationLedger,
  integrationLane,
  integrationPayload,
  integrationSubscription,
] as const

/** What the local Web API hosts without being told of more: ours, and those the example needs. */
export const localTables = [
  ...ownTables,
  country,
  stateOrProvince,
  systemUser,
  team,
  businessUnit,
  contact,
  account,
] as const
