import {
  added,
  choice,
  dateTime,
  defineTable,
  integer,
  memo,
  primaryName,
  required,
  text,
} from '../model/index.js'
import type { RowOf } from '../model/index.js'
import { maxLength } from './lengths.js'

export const subscriptionEvent = {
  syncJobCompleted: { value: 166_840_000, label: 'Sync Job Completed' },
  ledgerEntryPending: { value: 166_840_001, label: 'Ledger Entry Pending' },
  ledgerEntryDecided: { value: 166_840_002, label: 'Ledger Entry Decided' },
  valueReadyForSource: { value: 166_840_003, label: 'Value Ready For Source' },
} as const

export const integrationSubscription = defineTable({
  schemaName: 'govcdm_IntegrationSubscription',
  label: 'Integration Subscription',
  pluralLabel: 'Integration Subscriptions',
  description: 'Who wants to be called when something happens.',
  icon: 'govcdm_integrationsubscription_icon',
  columns: {
    name: primaryName('govcdm_Name', 'Subscription', { maxLength: maxLength.name }),
    event: required(choice('govcdm_Event', 'Event', subscriptionEvent)),
    callbackUrl: required(text('govcdm_CallbackUrl', 'Callback URL', { maxLength: 4_000 })),
    secretHash: added(
      text('govcdm_SecretHash', 'Secret Hash', {
        maxLength: maxLength.hash,
        description: 'SHA-256 of the secret in the address that takes the subscription back.',
      }),
    ),
    expiresOn: added(dateTime('govcdm_ExpiresOn', 'Expires On')),
    filters: added(
      memo('govcdm_Filters', 'Filters', {
        maxLength: 4_000,
        description: 'Which events are meant, as JSON. Empty: all.',
      }),
    ),
    subscribedBy: added(
      text('govcdm_SubscribedBy', 'Subscribed By', {
        maxLength: 200,
        description: 'Who asked for it, as the service knows callers.',
      }),
    ),
    callerObjectId: added(
      text('govcdm_CallerObjectID', 'Caller Object ID', {
        maxLength: maxLength.guid,
        description: 'Entra object id in whose name rows are read. Empty: the service reads them.',
      }),
    ),
    position: added(
      memo('govcdm_Position', 'Position', {
        maxLength: 100_000,
        description: 'How far events were delivered, as the service keeps it.',
      }),
    ),
    lastDeliveredOn: added(dateTime('govcdm_LastDeliveredOn', 'Last Delivered On')),
    failures: added(
      integer('govcdm_Failures', 'Failures', {
        minValue: 0,
        description: 'How often in a row the next event could not be delivered.',
      }),
    ),
    lastFailure: added(
      text('govcdm_LastFailure', 'Last Failure', { maxLength: maxLength.message }),
    ),
    nextAttemptOn: added(
      dateTime('govcdm_NextAttemptOn', 'Next Attempt On', {
        description: 'No delivery is tried before. Empty: at once.',
      }),
    ),
  },
})

export type IntegrationSubscriptionRow = RowOf<typeof integrationSubscription>
