import {
  ascending,
  standardViews,
  systemColumns,
  view,
  where,
} from '../../model/solution/builders/index.js'
import { integrationIdentifier } from '../../tables/index.js'

const { columns } = integrationIdentifier

export const identifierViews = {
  ...standardViews(integrationIdentifier, {
    columns: [
      columns.name,
      columns.sourceSystemKey,
      columns.externalKey,
      columns.targetTable,
      columns.targetId,
      columns.firstSeenDateTime,
      columns.lastSeenDateTime,
    ],
    find: [columns.externalKey, columns.targetId, columns.sourceSystemKey],
    lookup: [columns.sourceSystemKey, columns.targetTable],
  }),
  bySource: view(integrationIdentifier, 'Identifiers by Source', {
    description: 'The crosswalk, source by source.',
    columns: [
      columns.sourceSystemKey,
      columns.targetTable,
      columns.externalKey,
      columns.targetId,
      columns.lastSeenDateTime,
    ],
    where: [where(systemColumns.state).eq('active')],
    orderBy: [
      ascending(columns.sourceSystemKey),
      ascending(columns.targetTable),
      ascending(columns.externalKey),
    ],
  }),
}
