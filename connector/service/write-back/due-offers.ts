import { filter, query } from '../../dataverse/index.js'
import type { Operation, Page, StoredRow } from '../../dataverse/index.js'
import { integrationSyncJob } from '../../../solution/tables/index.js'

const hour = 60 * 60_000

/** Jobs of one look. */
export const mostJobs = 50

const columns = [
  'sourceSystemKey',
  'submittedDateTime',
  'attempts',
  'nextSequence',
  'retryScope',
] as const

export type OfferedJob = StoredRow<typeof integrationSyncJob, (typeof columns)[number]>

/**
 * Outbound jobs that nobody has looked through yet, and those whose last offer was an hour ago (the
 * first one), four hours (the second) or a day (any later one).
 */
export function dueOffers(now: number): Operation<Page<OfferedJob>> {
  const jobs = filter(integrationSyncJob)
  const before = (pause: number) => jobs.le('submittedDateTime', new Date(now - pause))
  return query(integrationSyncJob, {
    select: columns,
    filter: jobs.and(
      jobs.eq('direction', 'outbound'),
      jobs.eq('jobStatus', 'submitted'),
      jobs.isNotNull('submittedDateTime'),
      jobs.or(
        jobs.isNull('nextSequence'),
        jobs.and(jobs.or(jobs.isNull('attempts'), jobs.le('attempts', 1)), before(hour)),
        jobs.and(jobs.eq('attempts', 2), before(4 * hour)),
        jobs.and(jobs.ge('attempts', 3), before(24 * hour)),
      ),
    ),
    orderBy: ['submittedDateTime asc', 'id asc'],
    top: mostJobs,
  })
}

/** Whether a job that was found is to be offered again, and not only to be looked through. */
export function isDue({ attempts, submittedDateTime }: OfferedJob, now: number): boolean {
  const offers = attempts ?? 1
  const pause = offers <= 1 ? hour : offers === 2 ? 4 * hour : 24 * hour
  return submittedDateTime !== null && submittedDateTime.getTime() <= now - pause
}
