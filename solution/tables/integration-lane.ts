import {
  added,
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

/** How many lanes a target table has. A record's lane never changes, so neither does this number. */
export const lanesPerTable = 4

export const integrationLane = defineTable({
  schemaName: 'govcdm_IntegrationLane',
  label: 'Integration Lane',
  pluralLabel: 'Integration Lanes',
  description:
    'A quarter of a target table: who may write it now, and the tail of its ledger chain.',
  icon: 'govcdm_integrationlane_icon',
  columns: {
    name: primaryName('govcdm_Name', 'Lane', { maxLength: maxLength.name }),
    targetTable: required(
      text('govcdm_TargetTable', 'Target Table', { maxLength: maxLength.logicalName }),
    ),
    laneNumber: required(
      integer('govcdm_LaneNumber', 'Lane Number', { minValue: 0, maxValue: lanesPerTable - 1 }),
    ),
    leaseOwner: added(text('govcdm_LeaseOwner', 'Lease Owner', { maxLength: maxLength.worker })),
    leaseExpiresOn: added(dateTime('govcdm_LeaseExpiresOn', 'Lease Expires On')),
    fenceNumber: added(
      integer('govcdm_FenceNumber', 'Fence Number', {
        minValue: 0,
        description: 'Grows by one each time the lane changes hands.',
      }),
    ),
    lastChainSequence: added(
      integer('govcdm_LastChainSequence', 'Last Chain Sequence', { minValue: 0 }),
    ),
    lastEntryHash: added(
      text('govcdm_LastEntryHash', 'Last Entry Hash', { maxLength: maxLength.hash }),
    ),
    journal: added(
      memo('govcdm_Journal', 'Journal', {
        description: 'The batch of writes under way, gzip + base64: what a successor finishes.',
      }),
    ),
    journalParts: added(
      integer('govcdm_JournalParts', 'Journal Parts', {
        minValue: 0,
        description: 'How many payload rows hold the journal. 0: the lane itself does.',
      }),
    ),
  },
  keys: { Lane: ['targetTable', 'laneNumber'] },
})

export type IntegrationLaneRow = RowOf<typeof integrationLane>
