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
import { integrationLedger, integrationSyncItem } from '../../tables/index.js'
import { timelineOfView } from '../controls.js'
import { ledgerViews } from '../views/index.js'

const { columns } = integrationSyncItem

/** Items can be made by hand, in a job that is still open: what was sent is theirs to fill in. */
const main = form(integrationSyncItem, {
  description: 'One update: what was sent, and what became of it.',
  header: [columns.itemStatus, columns.outcomeReason, columns.appliedDateTime],
  tabs: [
    tab('General', [
      section(
        'Item',
        fields(
          columns.name,
          columns.integrationSyncJob,
          columns.sequenceNumber,
          columns.occurredDateTime,
        ),
        { columns: 2 },
      ),
      section(
        'Target',
        fields(columns.targetTable, columns.fieldName, columns.externalKey, columns.targetId),
        { columns: 2 },
      ),
      section(
        'Value',
        fields(columns.newValue, columns.sourceValue, columns.longValue, columns.codeList),
      ),
      section('Relationship', fields(columns.relatedTable, columns.relatedSourceSystemKey), {
        columns: 2,
      }),
      section(
        'Outcome',
        readOnly(
          columns.itemStatus,
          columns.outcomeReason,
          columns.processMessage,
          columns.appliedDateTime,
        ),
      ),
      recordSection(),
    ]),
    tab('Ledger', [
      section('Ledger Entries', [
        subgrid('Ledger Entries', {
          table: integrationLedger,
          view: ledgerViews.timeline,
          binding: timelineOfView,
          by: integrationLedger.columns.integrationSyncItem,
        }),
      ]),
    ]),
  ],
})

export const itemForms = [
  main,
  quickForm(integrationSyncItem, [columns.itemStatus, columns.outcomeReason, columns.newValue]),
  cardForm(integrationSyncItem, [columns.itemStatus, columns.fieldName, columns.newValue]),
  quickCreateForm(integrationSyncItem, [
    columns.integrationSyncJob,
    columns.targetTable,
    columns.externalKey,
    columns.fieldName,
    columns.newValue,
  ]),
]
