import { chunksForIn, filter, query } from '../../dataverse/index.js'
import type { DataverseClient } from '../../dataverse/index.js'
import { integrationSyncJob } from '../../../solution/tables/index.js'
import { pagesOf } from '../worker/pages-of.js'

/** The Submission Order of some jobs, by id. */
export async function ordersOf(
  client: DataverseClient,
  jobs: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const pages = await pagesOf(
    client,
    chunksForIn([...jobs], 'guid').map((group) =>
      query(integrationSyncJob, {
        select: ['submissionOrder'],
        filter: filter(integrationSyncJob).in('id', group),
      }),
    ),
  )
  const orders = new Map<string, string>()
  for (const { id, submissionOrder } of pages.flat()) {
    if (submissionOrder !== null) orders.set(id, submissionOrder)
  }
  return orders
}
