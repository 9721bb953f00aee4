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

export const direction = {
  inbound: { value: 166_840_000, label: 'Inbound' },
  outbound: { value: 166_840_001, label: 'Outbound' },
} as const

/** Only submitted jobs are claimed; an open job is still being filled. */
export const jobStatus = {
  open: { value: 166_840_000, label: 'Open' },
  submitted: { value: 166_840_001, label: 'Submitted' },
  processing: { value: 166_840_002, label: 'Processing' },
  completed: { value: 166_840_003, label: 'Completed' },
  completedWithErrors: { value: 166_840_004, label: 'Completed With Errors' },
  failed: { value: 166_840_005, label: 'Failed' },
  cancelled: { value: 166_840_006, label: 'Cancelled' },
} as const

const count = (schemaName: string, label: string) =>
  added(integer(schemaName, label, { minValue: 0 }))

export const integrationSyncJob = defineTable({
  schemaName: 'govcdm_IntegrationSyncJob',
  label: 'Integration Sync Job',
  pluralLabel: 'Integration Sync Jobs',
  description: 'One batch of updates from (or to) a source system.',
  published: true,
  icon: 'govcdm_integrationsyncjob_icon',
  quickCreate: true,
  columns: {
    name: primaryName('govcdm_Name', 'Job ID', {
      maxLength: maxLength.name,
      autoNumberFormat: 'JOB-{SEQNUM:6}',
    }),
    direction: choice('govcdm_Direction', 'Direction', direction),
    entityType: text('govcdm_EntityType', 'Entity Type', { maxLength: maxLength.logicalName }),
    jobStatus: required(choice('govcdm_JobStatus', 'Job Status', jobStatus, { startsAs: 'open' })),
    sourceSystemKey: required(
      text('govcdm_SourceSystemKey', 'Source System Key', { maxLength: maxLength.sourceSystemKey }),
    ),
    submittedDateTime: dateTime('govcdm_SubmittedDateTime', 'Submitted Date Time'),
    submissionKey: added(
      text('govcdm_SubmissionKey', 'Submission Key', { maxLength: maxLength.submissionKey }),
    ),
    submissionOrder: added(
      text('govcdm_SubmissionOrder', 'Submission Order', {
        maxLength: 100,
        description: 'Orders jobs submitted within one second, which dates cannot.',
      }),
    ),
    submittedBy: added(text('govcdm_SubmittedBy', 'Submitted By', { maxLength: 200 })),
    targetTables: added(
      text('govcdm_TargetTables', 'Target Tables', {
        maxLength: maxLength.tableList,
        description: 'Tables the job writes, separated by ;',
      }),
    ),
    relatedTables: added(
      text('govcdm_RelatedTables', 'Related Tables', {
        maxLength: maxLength.tableList,
        description: 'Tables the job only points at, separated by ;',
      }),
    ),
    codeLists: added(
      memo('govcdm_CodeLists', 'Code Lists', {
        description: 'JSON array of the code lists that items name themselves.',
      }),
    ),
    payload: added(
      memo('govcdm_Payload', 'Payload', {
        description:
          'The items as received, gzip + base64. Empty, or a list of parts: they are in payload rows.',
      }),
    ),
    payloadParts: added(
      integer('govcdm_PayloadParts', 'Payload Parts', {
        minValue: 0,
        description: 'How many payload rows hold the items. 0: the job row itself does.',
      }),
    ),
    payloadHash: added(text('govcdm_PayloadHash', 'Payload Hash', { maxLength: maxLength.hash })),
    nextSequence: added(
      integer('govcdm_NextSequence', 'Next Sequence', {
        minValue: 0,
        description: 'The first item not yet accounted for.',
      }),
    ),
    decisionClock: added(
      text('govcdm_DecisionClock', 'Decision Clock', {
        maxLength: 40,
        description: 'The one instant (ISO 8601, UTC) all decisions of the job take as now.',
      }),
    ),
    configurationHash: added(
      text('govcdm_ConfigurationHash', 'Configuration Hash', { maxLength: maxLength.hash }),
    ),
    cancelRequestedOn: added(
      dateTime('govcdm_CancelRequestedOn', 'Cancel Requested On', {
        description: 'Set while the job is processed: it stops after the items in hand.',
      }),
    ),
    runNumber: added(
      integer('govcdm_RunNumber', 'Run Number', {
        minValue: 0,
        description: 'How many times items that waited were run again.',
      }),
    ),
    retryKey: added(
      text('govcdm_RetryKey', 'Retry Key', {
        maxLength: maxLength.hash,
        description: 'Recognises a repetition of the latest request to run items again.',
      }),
    ),
    retryScope: added(
      text('govcdm_RetryScope', 'Retry Scope', {
        maxLength: maxLength.message,
        description: 'JSON: which items to run again. Empty once they are pending.',
      }),
    ),
    leaseOwner: added(text('govcdm_LeaseOwner', 'Lease Owner', { maxLength: maxLength.worker })),
    leaseExpiresOn: added(dateTime('govcdm_LeaseExpiresOn', 'Lease Expires On')),
    attempts: count('govcdm_Attempts', 'Attempts'),
    received: count('govcdm_Received', 'Received'),
    applied: count('govcdm_Applied', 'Applied'),
    held: count('govcdm_Held', 'Held'),
    unchanged: count('govcdm_Unchanged', 'Unchanged'),
    superseded: count('govcdm_Superseded', 'Superseded'),
    rejected: count('govcdm_Rejected', 'Rejected'),
    failed: count('govcdm_Failed', 'Failed'),
    completedDateTime: added(dateTime('govcdm_CompletedDateTime', 'Completed Date Time')),
    processMessage: added(
      text('govcdm_ProcessMessage', 'Process Message', { maxLength: maxLength.message }),
    ),
  },
})

export type IntegrationSyncJobRow = RowOf<typeof integrationSyncJob>
