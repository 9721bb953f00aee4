import {
  cardForm,
  fields,
  form,
  quickCreateForm,
  quickForm,
  readOnly,
  recordSection,
  section,
  subgrid,
  tab,
} from '../../model/solution/builders/index.js'
import { integrationLedger, integrationSyncItem, integrationSyncJob } from '../../tables/index.js'
import { timelineOfView } from '../controls.js'
import { itemViews, ledgerViews } from '../views/index.js'

const { columns } = integrationSyncJob

const main = form(integrationSyncJob, {
  description: 'A batch of updates: what it is, what became of its items, and how it ran.',
  header: [columns.jobStatus, columns.sourceSystemKey, columns.submittedDateTime],
  tabs: [
    tab('General', [
      section(
        'Job',
        [
          ...fields(
            columns.name,
            columns.sourceSystemKey,
            columns.entityType,
            columns.direction,
            columns.jobStatus,
          ),
          ...readOnly(columns.submittedDateTime, columns.completedDateTime),
        ],
        { columns: 2 },
      ),
      section(
        'Outcome',
        readOnly(
          columns.received,
          columns.applied,
          columns.held,
          columns.unchanged,
          columns.superseded,
          columns.rejected,
          columns.failed,
        ),
        { columns: 2 },
      ),
      section('Message', readOnly(columns.processMessage)),
      recordSection(),
    ]),
    tab('Items', [
      section('Items', [
        subgrid('Items', {
          table: integrationSyncItem,
          view: itemViews.associated,
          by: integrationSyncItem.columns.integrationSyncJob,
          rows: 20,
          viewPicker: true,
        }),
      ]),
    ]),
    tab('Ledger', [
      section('Ledger Entries', [
        subgrid('Ledger Entries', {
          table: integrationLedger,
          view: ledgerViews.timeline,
          binding: timelineOfView,
          by: integrationLedger.columns.integrationSyncJob,
          rows: 20,
        }),
      ]),
    ]),
    tab('Processing', [
      section(
        'Submission',
        readOnly(
          columns.submissionKey,
          columns.submittedBy,
          columns.targetTables,
          columns.relatedTables,
          columns.payloadHash,
          columns.payloadParts,
        ),
        { columns: 2 },
      ),
      section(
        'Progress',
        readOnly(
          columns.nextSequence,
          columns.attempts,
          columns.decisionClock,
          columns.configurationHash,
          columns.leaseOwner,
          columns.leaseExpiresOn,
        ),
        { columns: 2 },
      ),
    ]),
  ],
})

export const jobForms = [
  main,
  quickForm(integrationSyncJob, [
    columns.sourceSystemKey,
    columns.jobStatus,
    columns.submittedDateTime,
  ]),
  cardForm(integrationSyncJob, [columns.sourceSystemKey, columns.jobStatus]),
  quickCreateForm(integrationSyncJob, [
    columns.sourceSystemKey,
    columns.entityType,
    columns.direction,
    columns.jobStatus,
  ]),
]
