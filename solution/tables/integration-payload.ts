import {
  added,
  choice,
  defineTable,
  integer,
  lookup,
  memo,
  primaryName,
  required,
  text,
} from '../model/index.js'
import type { RowOf } from '../model/index.js'
import { integrationSyncJob } from './integration-sync-job.js'
import { maxLength } from './lengths.js'

export const payloadKind = {
  items: { value: 166_840_000, label: 'Items' },
  configuration: { value: 166_840_001, label: 'Configuration' },
  journal: { value: 166_840_002, label: 'Journal' },
  followed: { value: 166_840_003, label: 'Followed Changes' },
} as const

export const integrationPayload = defineTable({
  schemaName: 'govcdm_IntegrationPayload',
  label: 'Integration Payload',
  pluralLabel: 'Integration Payloads',
  description: 'Parts of a text too long for one row, and the configurations jobs ran under.',
  icon: 'govcdm_integrationpayload_icon',
  columns: {
    name: primaryName('govcdm_Name', 'Payload', { maxLength: maxLength.name }),
    payloadKind: required(choice('govcdm_PayloadKind', 'Payload Kind', payloadKind)),
    partNumber: added(integer('govcdm_PartNumber', 'Part Number', { minValue: 0 })),
    content: added(memo('govcdm_Content', 'Content')),
    contentHash: added(text('govcdm_ContentHash', 'Content Hash', { maxLength: maxLength.hash })),
    integrationSyncJob: added(
      lookup('govcdm_IntegrationSyncJob', 'Integration Sync Job', integrationSyncJob.logicalName),
    ),
  },
})

export type IntegrationPayloadRow = RowOf<typeof integrationPayload>
