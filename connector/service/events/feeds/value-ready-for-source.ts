import { filter, query } from '../../../dataverse/index.js'
import { eventId } from '../../../engine/ids.js'
import { integrationSyncItem, integrationSyncJob } from '../../../../solution/tables/index.js'
import { asked } from '../../http/filters.js'
import { itemColumns, presentItemRow } from '../../http/handlers/sync-jobs/sync-item.js'
import { pageAt } from '../../http/paging.js'
import { asUnits, dateOf, eventOf, seconds } from '../feed.js'
import type { Feed, Unit } from '../feed.js'

const jobs = filter(integrationSyncJob)
const items = filter(integrationSyncItem)

/** Events that are told together, at most. */
const itemsOfPage = 100

/**
 * Values of outbound jobs: each item that waits, from when its job was submitted. A job's items are
 * told together, since that is when they became ready, whenever their rows were made.
 */
export const valueReadyForSource: Feed = {
  event: 'valueReadyForSource',
  // Whoever submits the job tells the time, and may keep trying to write it.
  lateMs: 15 * 60_000,
  atOnce: 1,
  units: ({ from, until }, { sourceSystemKey }, pageSize) =>
    asUnits(
      query(integrationSyncJob, {
        select: ['submittedDateTime', 'sourceSystemKey'],
        filter: jobs.and(
          jobs.eq('direction', 'outbound'),
          jobs.eq('jobStatus', 'submitted'),
          jobs.ge('submittedDateTime', dateOf(from)),
          ...(until === undefined ? [] : [jobs.lt('submittedDateTime', dateOf(until))]),
          ...asked(integrationSyncJob, { sourceSystemKey }),
        ),
        orderBy: ['submittedDateTime asc', 'id asc'],
        pageSize,
      }),
      ({ id, submittedDateTime, sourceSystemKey: source }): Unit | undefined => {
        if (submittedDateTime === null) return undefined
        const time = seconds(submittedDateTime)
        return { id, time, key: `${id} ${time}`, sourceSystemKey: source }
      },
    ),
  expand: async (client, [job], cookie) => {
    if (!job) return { events: [], cookie: undefined }
    const page = await pageAt(
      client,
      query(integrationSyncItem, {
        select: itemColumns,
        filter: items.and(
          items.eq('integrationSyncJob', { table: integrationSyncJob.logicalName, id: job.id }),
          items.or(items.isNull('itemStatus'), items.eq('itemStatus', 'pending')),
        ),
        orderBy: ['sequenceNumber asc', 'createdOn asc', 'id asc'],
        pageSize: itemsOfPage,
      }),
      cookie === undefined ? undefined : { cookie },
    )
    const events = page.rows.map((item) =>
      eventOf(job, eventId('valueReadyForSource', item.id, job.key), {
        syncJobId: job.id,
        sourceSystemKey: job.sourceSystemKey,
        syncItem: presentItemRow(item),
      }),
    )
    return {
      events,
      cookie: page.next && 'cookie' in page.next ? page.next.cookie : undefined,
    }
  },
}
