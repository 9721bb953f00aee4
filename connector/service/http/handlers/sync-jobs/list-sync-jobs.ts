import { filter, query } from '../../../../dataverse/index.js'
import { direction, integrationSyncJob, jobStatus } from '../../../../../solution/tables/index.js'
import { optionLabelled } from '../../choice-names.js'
import { hasExactly } from '../../exactly.js'
import type { Handler } from '../../operation-context.js'
import { listAnswer, pageAt, positionOf } from '../../paging.js'
import { presentJob, shownJobColumns } from './sync-job.js'

interface Query {
  readonly sourceSystemKey?: string
  readonly jobStatus?: readonly string[]
  readonly direction?: string
  readonly submittedSince?: string
  readonly pageSize: number
}

const jobs = filter(integrationSyncJob)

/** A job made by hand without a direction brings updates in. */
function goes(way: keyof typeof direction) {
  const named = jobs.eq('direction', way)
  return way === 'inbound' ? jobs.or(named, jobs.isNull('direction')) : named
}

export const listSyncJobs: Handler = async (request, context) => {
  const { sourceSystemKey, pageSize, ...asked } = request.query as Query
  const statuses = asked.jobStatus?.map((label) => optionLabelled(jobStatus, label))
  const page = await pageAt(
    context.client,
    query(integrationSyncJob, {
      select: shownJobColumns,
      filter: jobs.and(
        ...(sourceSystemKey === undefined ? [] : [jobs.eq('sourceSystemKey', sourceSystemKey)]),
        ...(statuses ? [jobs.or(...statuses.map((status) => jobs.eq('jobStatus', status)))] : []),
        ...(asked.direction === undefined
          ? []
          : [goes(optionLabelled(direction, asked.direction))]),
        ...(asked.submittedSince === undefined
          ? []
          : [jobs.ge('submittedDateTime', new Date(asked.submittedSince))]),
      ),
      orderBy: ['submittedDateTime asc', 'submissionOrder asc'],
      pageSize,
    }),
    positionOf(request),
  )
  const rows = page.rows.filter((job) => hasExactly(job, { sourceSystemKey }))
  return listAnswer(rows.map(presentJob), page.next, request, context)
}
