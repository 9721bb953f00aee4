import { jobStatus, ledgerStatus } from '../../../../solution/tables/index.js'
import { sourceSystemKey, targetTable } from '../fields.js'
import { exampleId, list, required } from '../schemas.js'
import type { Schema } from '../swagger.js'
import type { TriggerParts } from './trigger.js'

const recordId = '0b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10'

const anySource = sourceSystemKey('Only events of this source system. Empty means all.')
const anyTable = targetTable('Only events of this table, in lower case. Empty means all.')

function anyOf(title: string, description: string, choices: readonly string[]): Schema {
  const items: Schema = { type: 'string', enum: choices }
  return list(title, description, items, { minItems: 1, maxItems: choices.length })
}

const event = {
  eventId: exampleId,
  occurredDateTime: '2026-11-21T10:00:02Z',
  isShortened: false,
}

const entry = {
  ledgerEntryId: exampleId,
  ledgerAspect: 'Field',
  aspectKey: 'emailaddress1',
  targetTable: 'contact',
  targetId: recordId,
  sourceSystemKey: 'HRIS',
  value: 'ada@agency.gov',
}

/** Labels of what a job's status is at its end, and of what a steward decides. */
const { completed, completedWithErrors, failed, cancelled } = jobStatus
const { certified, rejected, revoked } = ledgerStatus

export const syncJobCompletes: TriggerParts = {
  operationId: 'WhenSyncJobCompletes',
  path: 'sync-job-completions',
  happening: 'a sync job completes',
  description: 'Tells of each job that has come to its end: completed, failed or cancelled.',
  hint: 'Submit a job, or wait until one is submitted. The trigger fires when it has ended.',
  event: 'SyncJobEvent',
  filters: {
    sourceSystemKey: anySource,
    jobStatus: anyOf(
      'Job Status',
      'Only jobs that ended so. Empty means all.',
      [completed, completedWithErrors, failed, cancelled].map(({ label }) => label),
    ),
  },
  example: {
    ...event,
    syncJob: {
      jobId: exampleId,
      name: 'hris-2026-11-21-1',
      jobStatus: 'Completed',
      direction: 'Inbound',
      sourceSystemKey: 'HRIS',
      entityType: 'contact',
      submissionKey: 'hris-2026-11-21-1',
      submittedDateTime: '2026-11-21T10:00:00Z',
      completedDateTime: '2026-11-21T10:00:02Z',
      received: 3,
      applied: 2,
      held: 1,
      unchanged: 0,
      superseded: 0,
      rejected: 0,
      failed: 0,
    },
  },
}

export const ledgerEntryIsPending: TriggerParts = {
  operationId: 'WhenLedgerEntryIsPending',
  path: 'pending-ledger-entries',
  happening: 'a ledger entry is pending',
  description: 'Tells once of each new value that waits for the decision of a steward.',
  hint: 'Submit an item whose policy asks for certification. The trigger fires for its entry.',
  event: 'PendingEntryEvent',
  filters: { sourceSystemKey: anySource, targetTable: anyTable },
  example: { ...event, ledgerEntry: { ...entry, ledgerStatus: 'Pending' } },
}

export const ledgerEntryIsDecided: TriggerParts = {
  operationId: 'WhenLedgerEntryIsDecided',
  path: 'ledger-entry-decisions',
  happening: 'a ledger entry is decided',
  description: 'Tells of each value that a steward has certified, rejected or revoked.',
  hint: 'Certify or reject an entry of the ledger. The trigger fires for the decision.',
  event: 'DecidedEntryEvent',
  filters: {
    sourceSystemKey: anySource,
    targetTable: anyTable,
    ledgerStatus: anyOf(
      'Ledger Status',
      'Only entries that were decided so. Empty means all.',
      [certified, rejected, revoked].map(({ label }) => label),
    ),
  },
  example: { ...event, ledgerEntry: { ...entry, ledgerStatus: 'Certified' } },
}

export const valueIsReadyForSource: TriggerParts = {
  operationId: 'WhenValueIsReadyForSource',
  path: 'values-for-sources',
  happening: 'a value is ready for a source system',
  description: 'Tells of each value that a source system is to take over, in its own codes.',
  hint: 'Certify a value of a policy that writes back. The trigger fires for the source system.',
  event: 'SourceValueEvent',
  filters: {
    sourceSystemKey: required(sourceSystemKey('The source system that values are for.')),
  },
  example: {
    ...event,
    syncJobId: exampleId,
    sourceSystemKey: 'ERP',
    syncItem: {
      itemId: recordId,
      itemStatus: 'Pending',
      sequenceNumber: 0,
      targetTable: 'contact',
      targetId: recordId,
      externalKey: '4711',
      fieldName: 'emailaddress1',
      newValue: 'ada@agency.gov',
    },
  },
}

export const triggers = [
  syncJobCompletes,
  ledgerEntryIsPending,
  ledgerEntryIsDecided,
  valueIsReadyForSource,
] as const
