import { chunksForIn, filter, query } from '../../../../dataverse/index.js'
import type { DataverseClient, StoredRow } from '../../../../dataverse/index.js'
import { integrationSyncItem, integrationSyncJob } from '../../../../../solution/tables/index.js'
import { pagesOf } from '../../../worker/pages-of.js'

const itemColumns = ['itemStatus', 'integrationSyncJob'] as const
const jobColumns = ['direction', 'jobStatus', 'sourceSystemKey'] as const

/** An item with the job that it belongs to. */
export interface FoundItem {
  readonly item: StoredRow<typeof integrationSyncItem, (typeof itemColumns)[number]>
  readonly job: StoredRow<typeof integrationSyncJob, (typeof jobColumns)[number]>
}

/** The items with these ids, by id. Those that are not there, or belong to no job, are left out. */
export async function itemsWithJobs(
  client: DataverseClient,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FoundItem>> {
  const items = await pagesOf(
    client,
    chunksForIn([...ids], 'guid').map((group) =>
      query(integrationSyncItem, {
        select: itemColumns,
        filter: filter(integrationSyncItem).in('id', group),
      }),
    ),
  )
  const jobIds = new Set(items.flat().flatMap(({ integrationSyncJob: job }) => job?.id ?? []))
  const jobs = await pagesOf(
    client,
    chunksForIn([...jobIds], 'guid').map((group) =>
      query(integrationSyncJob, {
        select: jobColumns,
        filter: filter(integrationSyncJob).in('id', group),
      }),
    ),
  )
  const jobsById = new Map(jobs.flat().map((job) => [job.id, job]))
  return new Map(
    items.flat().flatMap((item): readonly (readonly [string, FoundItem])[] => {
      const job = jobsById.get(item.integrationSyncJob?.id ?? '')
      return job ? [[item.id, { item, job }]] : []
    }),
  )
}
