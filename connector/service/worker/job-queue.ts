import { filter, query } from '../../dataverse/index.js'
import type { DataverseClient } from '../../dataverse/index.js'
import { integrationSyncJob } from '../../../solution/tables/index.js'
import type { QueuedJob } from './eligible-job.js'
import { readTableList } from '../table-list.js'

/** How many unfinished jobs are looked at; the first of them are the oldest. */
const lookAhead = 200

const columns = [
  'jobStatus',
  'direction',
  'targetTables',
  'relatedTables',
  'leaseOwner',
  'leaseExpiresOn',
  'submittedDateTime',
] as const

/** The unfinished inbound jobs in the order of their submission. */
export async function queuedJobs(client: DataverseClient): Promise<readonly QueuedJob[]> {
  const jobs = filter(integrationSyncJob)
  const { rows } = await client.send(
    query(integrationSyncJob, {
      select: columns,
      filter: jobs.and(
        jobs.in('jobStatus', ['submitted', 'processing']),
        jobs.or(jobs.isNull('direction'), jobs.eq('direction', 'inbound')),
        jobs.eq('state', 'active'),
      ),
      orderBy: ['submittedDateTime asc', 'submissionOrder asc', 'createdOn asc', 'id asc'],
      top: lookAhead,
    }),
  )
  return rows.map((row) => ({
    id: row.id,
    etag: row.etag,
    jobStatus: row.jobStatus === 'processing' ? 'processing' : 'submitted',
    targetTables: row.targetTables === null ? null : readTableList(row.targetTables),
    relatedTables: readTableList(row.relatedTables),
    leaseOwner: row.leaseOwner,
    leaseExpires: row.leaseExpiresOn?.getTime() ?? null,
  }))
}
