import {
  ascending,
  descending,
  standardViews,
  systemColumns,
  view,
  where,
} from '../../model/solution/builders/index.js'
import { integrationSyncItem } from '../../tables/index.js'

const { columns } = integrationSyncItem
const { createdOn } = systemColumns

const shown = [
  columns.name,
  columns.itemStatus,
  columns.externalKey,
  columns.targetTable,
  columns.fieldName,
  columns.newValue,
  columns.outcomeReason,
  columns.processMessage,
  columns.integrationSyncJob,
]
const newestFirst = [descending(createdOn)]

export const itemViews = {
  ...standardViews(integrationSyncItem, {
    columns: [columns.sequenceNumber, ...shown],
    find: [columns.externalKey, columns.fieldName, columns.newValue, columns.targetId],
    lookup: [columns.itemStatus, columns.externalKey, columns.fieldName],
    orderBy: [ascending(columns.sequenceNumber)],
  }),
  held: view(integrationSyncItem, 'Held Items', {
    description: 'Items that wait: for a steward, a value map, a policy or a record.',
    columns: shown,
    where: [where(columns.itemStatus).eq('held')],
    orderBy: newestFirst,
  }),
  failed: view(integrationSyncItem, 'Failed Items', {
    description: 'Items that could not be written; the message says why.',
    columns: shown,
    where: [where(columns.itemStatus).eq('failed')],
    orderBy: newestFirst,
  }),
  /** An unmapped code stands in New Value as the source sent it, since there is nothing it maps to. */
  unmapped: view(integrationSyncItem, 'Unmapped Codes', {
    description: 'Items held or rejected because no value map knows their code.',
    columns: [
      columns.newValue,
      columns.fieldName,
      columns.targetTable,
      columns.itemStatus,
      columns.processMessage,
      columns.integrationSyncJob,
      createdOn,
    ],
    where: [
      where(columns.outcomeReason).eq('unmappedCode'),
      where(columns.itemStatus).in('held', 'rejected'),
    ],
    orderBy: [ascending(columns.newValue), descending(createdOn)],
  }),
}
