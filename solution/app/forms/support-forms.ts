import {
  cardForm,
  fields,
  form,
  quickForm,
  readOnly,
  recordSection,
  section,
  tab,
} from '../../model/solution/builders/index.js'
import { integrationLane, integrationPayload, integrationSubscription } from '../../tables/index.js'

const { columns: lane } = integrationLane
const { columns: payload } = integrationPayload
const { columns: subscription } = integrationSubscription

export const laneForms = [
  form(integrationLane, {
    tabs: [
      tab('General', [
        section('Lane', readOnly(lane.name, lane.targetTable, lane.laneNumber)),
        section(
          'Lease',
          readOnly(lane.leaseOwner, lane.leaseExpiresOn, lane.fenceNumber, lane.journalParts),
          { columns: 2 },
        ),
        section('Chain', readOnly(lane.lastChainSequence, lane.lastEntryHash), { columns: 2 }),
        recordSection(),
      ]),
    ],
  }),
  quickForm(integrationLane, [lane.leaseOwner, lane.leaseExpiresOn]),
  cardForm(integrationLane, [lane.leaseOwner, lane.leaseExpiresOn]),
]

/** The content is packed text, so forms leave it out. */
export const payloadForms = [
  form(integrationPayload, {
    tabs: [
      tab('General', [
        section(
          'Payload',
          readOnly(
            payload.name,
            payload.payloadKind,
            payload.partNumber,
            payload.integrationSyncJob,
            payload.contentHash,
          ),
        ),
        recordSection(),
      ]),
    ],
  }),
  quickForm(integrationPayload, [payload.payloadKind, payload.partNumber]),
  cardForm(integrationPayload, [payload.payloadKind, payload.integrationSyncJob]),
]

export const subscriptionForms = [
  form(integrationSubscription, {
    tabs: [
      tab('General', [
        section(
          'Subscription',
          fields(
            subscription.name,
            subscription.event,
            subscription.callbackUrl,
            subscription.expiresOn,
          ),
        ),
        section(
          'Deliveries',
          readOnly(
            subscription.subscribedBy,
            subscription.filters,
            subscription.lastDeliveredOn,
            subscription.nextAttemptOn,
            subscription.failures,
            subscription.lastFailure,
          ),
          { columns: 2 },
        ),
        recordSection(),
      ]),
    ],
  }),
  quickForm(integrationSubscription, [subscription.event, subscription.expiresOn]),
  cardForm(integrationSubscription, [subscription.event, subscription.expiresOn]),
]
