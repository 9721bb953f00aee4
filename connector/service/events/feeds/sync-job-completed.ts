import { filter, query } from '../../../dataverse/index.js'
import { eventId } from '../../../engine/ids.js'
import { integrationSyncJob, jobStatus } from '../../../../solution/tables/index.js'
import { optionLabelled } from '../../http/choice-names.js'
import { asked } from '../../http/filters.js'
import { presentJob, shownJobColumns } from '../../http/handlers/sync-jobs/sync-job.js'
import { asUnits, dateOf, eventOf, seconds } from '../feed.js'
import type { Feed, Unit } from '../feed.js'
import { rowsById } from './read-by-id.js'

/** What a job's status is once nothing more happens to it. */
export const finalStatuses = ['completed', 'completedWithErrors', 'failed', 'cancelled'] as const

const where = filter(integrationSyncJob)

/** Jobs at their end, by the time that their worker noted. */
export const syncJobCompleted: Feed = {
  event: 'syncJobCompleted',
  // The worker tells the time, and keeps trying to write it while the platform is out of reach.
  lateMs: 15 * 60_000,
  atOnce: 100,
  units: ({ from, until }, { sourceSystemKey, statuses }, pageSize) =>
    asUnits(
      query(integrationSyncJob, {
        select: ['jobStatus', 'sourceSystemKey', 'completedDateTime'],
        filter: where.and(
          where.in(
            'jobStatus',
            statuses?.map((label) => optionLabelled(jobStatus, label)) ?? finalStatuses,
          ),
          where.ge('completedDateTime', dateOf(from)),
          ...(until === undefined ? [] : [where.lt('completedDateTime', dateOf(until))]),
          ...asked(integrationSyncJob, { sourceSystemKey }),
        ),
        orderBy: ['completedDateTime asc', 'id asc'],
        pageSize,
      }),
      ({ id, completedDateTime, jobStatus: status, sourceSystemKey: source }): Unit | undefined => {
        if (completedDateTime === null) return undefined
        const time = seconds(completedDateTime)
        return {
          id,
          time,
          key: `${id} ${status} ${time}`,
          sourceSystemKey: source,
          status: jobStatus[status].label,
        }
      },
    ),
  expand: async (client, units) => {
    const ids = units.map(({ id }) => id)
    const jobs = await rowsById(client, integrationSyncJob, ids, shownJobColumns)
    const events = units.flatMap((unit) => {
      const job = jobs.get(unit.id)
      if (!job) return []
      return eventOf(unit, eventId('syncJobCompleted', unit.key), { syncJob: presentJob(job) })
    })
    return { events, cookie: undefined }
  },
}
