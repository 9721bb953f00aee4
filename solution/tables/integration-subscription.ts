import {
  added,
  choice,
  dateTime,
  defineTable,
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
    secretHash: added(text('govcdm_SecretHash', 'Secret Hash', { maxLength: maxLength.hash })),
    expiresOn: added(dateTime('govcdm_ExpiresOn', 'Expires On')),
  },
})

export type IntegrationSubscriptionRow = RowOf<typeof integrationSubscription>
