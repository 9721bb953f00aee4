import {
  ascending,
  descending,
  standardViews,
  systemColumns,
} from '../../model/solution/builders/index.js'
import { integrationLane, integrationPayload, integrationSubscription } from '../../tables/index.js'

const { columns: lane } = integrationLane
const { columns: payload } = integrationPayload
const { columns: subscription } = integrationSubscription

export const laneViews = standardViews(integrationLane, {
  columns: [lane.name, lane.leaseOwner, lane.leaseExpiresOn, lane.lastChainSequence],
  find: [lane.targetTable, lane.leaseOwner],
  lookup: [lane.targetTable, lane.laneNumber],
  orderBy: [ascending(lane.targetTable), ascending(lane.laneNumber)],
})

export const payloadViews = standardViews(integrationPayload, {
  columns: [
    payload.name,
    payload.payloadKind,
    payload.partNumber,
    payload.integrationSyncJob,
    systemColumns.createdOn,
  ],
  find: [payload.contentHash],
  lookup: [payload.payloadKind, payload.partNumber],
  orderBy: [descending(systemColumns.createdOn)],
})

export const subscriptionViews = standardViews(integrationSubscription, {
  columns: [
    subscription.name,
    subscription.event,
    subscription.callbackUrl,
    subscription.expiresOn,
  ],
  find: [subscription.callbackUrl],
  lookup: [subscription.event],
})
