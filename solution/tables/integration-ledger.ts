import { ledgerAspectChoice } from '../app/choices.js'
import {
  added,
  choice,
  dateTime,
  defineTable,
  globalChoice,
  integer,
  lookup,
  memo,
  primaryName,
  required,
  text,
  yesNo,
} from '../model/index.js'
import type { RowOf } from '../model/index.js'
import { maxLength } from './lengths.js'
import { tableName } from './names.js'

/** Stored in rows, so a number is never reused and never renumbered. */
export const ledgerStatus = {
  pending: { value: 166_840_000, label: 'Pending' },
  certified: { value: 166_840_001, label: 'Certified' },
  rejected: { value: 166_840_002, label: 'Rejected' },
  revoked: { value: 166_840_003, label: 'Revoked' },
} as const

export const integrationLedger = defineTable({
  schemaName: 'govcdm_IntegrationLedger',
  label: 'Integration Ledger',
  pluralLabel: 'Integration Ledgers',
  description: 'Where each governed value came from, and who vouched for it.',
  published: true,
  icon: 'govcdm_integrationledger_icon',
  quickCreate: true,
  columns: {
    name: primaryName('govcdm_Name', 'Ledger ID', {
      maxLength: maxLength.name,
      autoNumberFormat: 'LEDGER-{SEQNUM:8}',
    }),
    ledgerAspect: required(
      globalChoice('govcdm_LedgerAspect', 'Ledger Aspect', ledgerAspectChoice),
    ),
    aspectKey: required(
      text('govcdm_AspectKey', 'Aspect Key', {
        maxLength: maxLength.logicalName,
        description: "The column's logical name, or * for a whole record.",
      }),
    ),
    targetTable: required(
      text('govcdm_TargetTable', 'Target Table', { maxLength: maxLength.logicalName }),
    ),
    targetId: required(text('govcdm_TargetID', 'Target ID', { maxLength: maxLength.guid })),
    sourceSystemKey: required(
      text('govcdm_SourceSystemKey', 'Source System Key', { maxLength: maxLength.sourceSystemKey }),
    ),
    ledgerStatus: required(choice('govcdm_LedgerStatus', 'Ledger Status', ledgerStatus)),
    certifiedBy: lookup('govcdm_CertifiedBy', 'Certified By', 'systemuser'),
    certifiedDateTime: dateTime('govcdm_CertifiedDateTime', 'Certified Date Time'),
    notes: memo('govcdm_Notes', 'Notes', { maxLength: 4_000 }),
    integrationSyncItem: added(
      lookup('govcdm_IntegrationSyncItem', 'Integration Sync Item', tableName.syncItem),
    ),
    integrationSyncJob: added(
      lookup('govcdm_IntegrationSyncJob', 'Integration Sync Job', tableName.syncJob),
    ),
    commitPolicy: added(lookup('govcdm_CommitPolicy', 'Commit Policy', tableName.commitPolicy)),
    replaces: added(lookup('govcdm_Replaces', 'Replaces', tableName.ledger)),
    latest: added(
      yesNo('govcdm_Latest', 'Latest', {
        description: "Whether this is its source's latest entry of the aspect.",
      }),
    ),
    value: added(memo('govcdm_Value', 'Value', { secured: true })),
    previousValue: added(memo('govcdm_PreviousValue', 'Previous Value', { secured: true })),
    replacedValue: added(
      memo('govcdm_ReplacedValue', 'Replaced Value', {
        description:
          'What the record held when a steward had this value written, as JSON by column, where that is not the Previous Value.',
        secured: true,
      }),
    ),
    observedDateTime: added(dateTime('govcdm_ObservedDateTime', 'Observed Date Time')),
    appliedOn: added(dateTime('govcdm_AppliedOn', 'Applied On')),
    supersededOn: added(dateTime('govcdm_SupersededOn', 'Superseded On')),
    settledStatus: added(
      choice('govcdm_SettledStatus', 'Settled Status', ledgerStatus, {
        description: 'The status that the service has made effective.',
        secured: true,
      }),
    ),
    decidedStatus: added(
      choice('govcdm_DecidedStatus', 'Decided Status', ledgerStatus, {
        description: "A person's last decision, noted by the service when it saw it.",
        secured: true,
      }),
    ),
    decidedBy: added(lookup('govcdm_DecidedBy', 'Decided By', 'systemuser', { secured: true })),
    decidedDateTime: added(
      dateTime('govcdm_DecidedDateTime', 'Decided Date Time', {
        description: 'When the service noted the decision.',
        secured: true,
      }),
    ),
    firstCertifiedBy: added(lookup('govcdm_FirstCertifiedBy', 'First Certified By', 'systemuser')),
    firstCertifiedOn: added(dateTime('govcdm_FirstCertifiedOn', 'First Certified On')),
    lastConfirmed: added(dateTime('govcdm_LastConfirmed', 'Last Confirmed')),
    staleOn: added(dateTime('govcdm_StaleOn', 'Stale On')),
    recertifiedBy: added(lookup('govcdm_RecertifiedBy', 'Recertified By', 'systemuser')),
    recertifiedOn: added(
      dateTime('govcdm_RecertifiedOn', 'Recertified On', {
        description:
          'When a steward last vouched again for a certified value that had become stale.',
      }),
    ),
    decisionRun: added(
      text('govcdm_DecisionRun', 'Decision Run', {
        maxLength: maxLength.guid,
        description: 'Names the bulk certification that it was part of.',
      }),
    ),
    driftedOn: added(
      dateTime('govcdm_DriftedOn', 'Drifted On', {
        description:
          'When the record was found to hold another value, changed outside of the ledger.',
        secured: true,
      }),
    ),
    outsideValue: added(
      memo('govcdm_OutsideValue', 'Outside Value', {
        description: 'What the record was found to hold instead; JSON for a whole record.',
        secured: true,
      }),
    ),
    reason: added(text('govcdm_Reason', 'Reason', { maxLength: maxLength.message })),
    decisionTrace: added(memo('govcdm_DecisionTrace', 'Decision Trace', { secured: true })),
    chainSequence: added(
      integer('govcdm_ChainSequence', 'Chain Sequence', { minValue: 0, secured: true }),
    ),
    chainKey: added(text('govcdm_ChainKey', 'Chain Key', { maxLength: 200 })),
    entryHash: added(
      text('govcdm_EntryHash', 'Entry Hash', { maxLength: maxLength.hash, secured: true }),
    ),
    decisionHash: added(
      text('govcdm_DecisionHash', 'Decision Hash', { maxLength: maxLength.hash, secured: true }),
    ),
  },
  keys: { ChainKey: ['chainKey'] },
})

export type IntegrationLedgerRow = RowOf<typeof integrationLedger>
