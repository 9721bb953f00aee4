import { integrationSyncItem, integrationSyncJob, itemStatus } from '../../tables/index.js'
import type { HostedColumn, HostedSchema } from '../schema/index.js'
import { gridAddress } from './addresses.js'
import { html } from './html.js'
import type { Html } from './html.js'
import type { StoredRow } from './rows.js'

const { columns: job } = integrationSyncJob
const { columns: item } = integrationSyncItem

/** The status that the items have which a count of the job counts. */
const countedStatus = new Map<string, { readonly value: number }>([
  [job.applied.logicalName, itemStatus.applied],
  [job.held.logicalName, itemStatus.held],
  [job.unchanged.logicalName, itemStatus.unchanged],
  [job.superseded.logicalName, itemStatus.superseded],
  [job.rejected.logicalName, itemStatus.rejected],
  [job.failed.logicalName, itemStatus.failed],
])

/** A job's count as a link to the items it counts; undefined for other cells and for zero. */
export function linkedCount(
  schema: HostedSchema,
  column: HostedColumn,
  row: StoredRow,
  shown: Html,
): Html | undefined {
  const status = countedStatus.get(column.logicalName)
  const items = schema.tables.get(integrationSyncItem.logicalName)
  if (!status || !items || !row[column.logicalName]) return undefined
  const filters = new Map([
    [item.integrationSyncJob.logicalName, String(row[integrationSyncJob.primaryId])],
    [item.itemStatus.logicalName, String(status.value)],
  ])
  return html`<a href="${gridAddress(items, { filters })}">${shown}</a>`
}
