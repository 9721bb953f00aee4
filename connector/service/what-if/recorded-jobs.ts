import { filter, query } from '../../dataverse/index.js'
import type { DataverseClient } from '../../dataverse/index.js'
import { integrationSyncJob } from '../../../solution/tables/index.js'
import { readTableList } from '../table-list.js'

/** Which jobs to look at. */
export interface JobScope {
  /** Those submitted at this time or later, milliseconds. */
  readonly since: number
  /** Undefined: every source system. */
  readonly source: string | undefined
  /** Logical name; undefined: every table. */
  readonly table: string | undefined
}

const jobsAtOnce = 500

/** Ids of the closed inbound jobs of a scope, in the order they were submitted, page by page. */
export async function* recordedJobs(
  client: DataverseClient,
  { since, source, table }: JobScope,
): AsyncGenerator<string> {
  const jobs = filter(integrationSyncJob)
  const closed = jobs.and(
    jobs.in('jobStatus', ['completed', 'completedWithErrors', 'failed', 'cancelled']),
    jobs.or(jobs.isNull('direction'), jobs.eq('direction', 'inbound')),
    jobs.ge('submittedDateTime', new Date(since)),
  )
  const pages = client.pages(
    query(integrationSyncJob, {
      select: ['targetTables'],
      filter: source === undefined ? closed : jobs.and(closed, jobs.eq('sourceSystemKey', source)),
      orderBy: ['submittedDateTime asc', 'submissionOrder asc', 'id asc'],
      pageSize: jobsAtOnce,
    }),
  )
  for await (const { rows } of pages) {
    for (const { id, targetTables } of rows) {
      if (table === undefined || readTableList(targetTables).includes(table)) yield id
    }
  }
}
