import {
  added,
  choice,
  dateTime,
  defineTable,
  integer,
  lookup,
  memo,
  primaryName,
  text,
} from '../model/index.js'
import type { RowOf } from '../model/index.js'
import { maxLength } from './lengths.js'
import { tableName } from './names.js'

/** What became of an item. `pending` is the only status that is not final for its run. */
export const itemStatus = {
  pending: { value: 166_840_000, label: 'Pending' },
  applied: { value: 166_840_001, label: 'Applied' },
  held: { value: 166_840_002, label: 'Held' },
  unchanged: { value: 166_840_003, label: 'Unchanged' },
  superseded: { value: 166_840_004, label: 'Superseded' },
  rejected: { value: 166_840_005, label: 'Rejected' },
  failed: { value: 166_840_006, label: 'Failed' },
} as const

/** The rule that decided the item. Where several reasons hold an item, the first; its message names all. */
export const outcomeReason = {
  committed: { value: 166_840_000, label: 'Committed' },
  noPolicy: { value: 166_840_001, label: 'No Policy' },
  ambiguousPolicy: { value: 166_840_002, label: 'Ambiguous Policy' },
  notAuthoritative: { value: 166_840_003, label: 'Not Authoritative' },
  conflict: { value: 166_840_004, label: 'Conflict' },
  awaitingCertification: { value: 166_840_005, label: 'Awaiting Certification' },
  unmappedCode: { value: 166_840_006, label: 'Unmapped Code' },
  lowConfidence: { value: 166_840_007, label: 'Low Confidence' },
  badValue: { value: 166_840_008, label: 'Bad Value' },
  noRecord: { value: 166_840_009, label: 'No Record' },
  equalsRecord: { value: 166_840_010, label: 'Equals Record' },
  alreadyHeld: { value: 166_840_011, label: 'Already Held' },
  decidedBySteward: { value: 166_840_012, label: 'Decided By Steward' },
  revoked: { value: 166_840_013, label: 'Revoked' },
  changedOutside: { value: 166_840_014, label: 'Changed Outside' },
  olderThanApplied: { value: 166_840_015, label: 'Older Than Applied' },
  occurredInFuture: { value: 166_840_016, label: 'Occurred In Future' },
  noRelatedRecord: { value: 166_840_017, label: 'No Related Record' },
  unknownColumn: { value: 166_840_018, label: 'Unknown Column' },
  refusedByPlatform: { value: 166_840_019, label: 'Refused By Platform' },
  recordDeleted: { value: 166_840_020, label: 'Record Deleted' },
  unknownTable: { value: 166_840_021, label: 'Unknown Table' },
} as const

export const integrationSyncItem = defineTable({
  schemaName: 'govcdm_IntegrationSyncItem',
  label: 'Integration Sync Item',
  pluralLabel: 'Integration Sync Items',
  description: 'One update of a field, a record or a relationship, and what became of it.',
  published: true,
  icon: 'govcdm_integrationsyncitem_icon',
  quickCreate: true,
  columns: {
    name: primaryName('govcdm_Name', 'Item ID', {
      maxLength: maxLength.name,
      autoNumberFormat: 'ITEM-{SEQNUM:8}',
    }),
    integrationSyncJob: lookup(
      'govcdm_IntegrationSyncJob',
      'Integration Sync Job',
      tableName.syncJob,
    ),
    sequenceNumber: added(integer('govcdm_SequenceNumber', 'Sequence Number', { minValue: 0 })),
    targetTable: text('govcdm_TargetTable', 'Target Table', { maxLength: maxLength.logicalName }),
    targetId: text('govcdm_TargetID', 'Target ID', { maxLength: maxLength.guid }),
    externalKey: added(
      text('govcdm_ExternalKey', 'External Key', { maxLength: maxLength.externalKey }),
    ),
    fieldName: text('govcdm_FieldName', 'Field Name', {
      maxLength: maxLength.logicalName,
      description: 'Logical name of the column; empty for a whole record.',
    }),
    newValue: text('govcdm_NewValue', 'New Value', {
      maxLength: maxLength.value,
      description: 'The value, mapped; for a relationship the id of the related record.',
    }),
    longValue: added(
      memo('govcdm_LongValue', 'Long Value', { description: 'A value of over 4,000 characters.' }),
    ),
    sourceValue: added(
      text('govcdm_SourceValue', 'Source Value', {
        maxLength: maxLength.value,
        description: 'What the source sent, before mapping; for a relationship the related key.',
      }),
    ),
    codeList: added(text('govcdm_CodeList', 'Code List', { maxLength: maxLength.codeList })),
    relatedTable: added(
      text('govcdm_RelatedTable', 'Related Table', { maxLength: maxLength.logicalName }),
    ),
    relatedSourceSystemKey: added(
      text('govcdm_RelatedSourceSystemKey', 'Related Source System Key', {
        maxLength: maxLength.sourceSystemKey,
      }),
    ),
    occurredDateTime: added(dateTime('govcdm_OccurredDateTime', 'Occurred Date Time')),
    itemStatus: added(choice('govcdm_ItemStatus', 'Item Status', itemStatus)),
    outcomeReason: added(choice('govcdm_OutcomeReason', 'Outcome Reason', outcomeReason)),
    processMessage: text('govcdm_ProcessMessage', 'Process Message', {
      maxLength: maxLength.message,
    }),
    appliedDateTime: dateTime('govcdm_AppliedDateTime', 'Applied Date Time'),
  },
})

export type IntegrationSyncItemRow = RowOf<typeof integrationSyncItem>
