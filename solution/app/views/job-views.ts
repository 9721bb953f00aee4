import {
  anyOf,
  descending,
  standardViews,
  systemColumns,
  view,
  where,
} from '../../model/solution/builders/index.js'
import { integrationSyncJob } from '../../tables/index.js'

const { columns } = integrationSyncJob

const shown = [
  columns.name,
  columns.sourceSystemKey,
  columns.entityType,
  columns.direction,
  columns.jobStatus,
  columns.submittedDateTime,
  columns.received,
  columns.applied,
  columns.held,
  columns.unchanged,
  columns.superseded,
  columns.rejected,
  columns.failed,
]
const newestFirst = [descending(columns.submittedDateTime)]

export const jobViews = {
  ...standardViews(integrationSyncJob, {
    columns: shown,
    find: [columns.sourceSystemKey, columns.entityType, columns.submissionKey],
    lookup: [columns.sourceSystemKey, columns.jobStatus, columns.submittedDateTime],
    orderBy: newestFirst,
  }),
  today: view(integrationSyncJob, 'Jobs Today', {
    description: 'Jobs that were submitted today, and those being filled since today.',
    columns: shown,
    where: [
      anyOf(where(columns.submittedDateTime).isToday(), where(systemColumns.createdOn).isToday()),
    ],
    orderBy: newestFirst,
  }),
  outbound: view(integrationSyncJob, 'Values Offered to Sources', {
    description:
      'Outbound jobs: certified values in the own codes of a source system that is to take them over.',
    columns: shown,
    where: [where(columns.direction).eq('outbound')],
    orderBy: newestFirst,
  }),
  /** The rows behind the charts over jobs. */
  lastMonth: view(integrationSyncJob, 'Jobs of the Last 30 Days', {
    description: 'Jobs that were submitted in the last 30 days.',
    columns: shown,
    where: [where(columns.submittedDateTime).inLastDays(30)],
    orderBy: newestFirst,
  }),
}
