import { filter, isConcurrencyConflict, query, update } from '../../dataverse/index.js'
import { integrationSyncItem, integrationSyncJob } from '../../../solution/tables/index.js'
import { writeCodeLists } from '../code-lists.js'
import { writeTableList } from '../table-list.js'
import type { QueuedJob } from './eligible-job.js'
import { jobQuery } from './job-row.js'
import type { WorkerContext } from './worker-context.js'

/** Stands in the Target Tables of a job that names no table at all. */
export const noTable = '?'

/**
 * Fills in what a posted job brings and a job made in Dataverse does not: the tables it writes and
 * relates to, its code lists, its place in the order. Another worker may do the same at once; the
 * first one's answer stands.
 */
export async function prepareJob(worker: WorkerContext, queued: QueuedJob): Promise<void> {
  const { client } = worker
  const job = await client.send(jobQuery(queued.id))
  const targets = new Set<string>()
  const related = new Set<string>()
  const lookups = new Map<string, Set<string>>()
  const codeLists = new Set<string>()
  let items = 0
  const pages = client.pages(
    query(integrationSyncItem, {
      select: ['targetTable', 'relatedTable', 'fieldName', 'codeList'],
      filter: filter(integrationSyncItem).eq('integrationSyncJob', {
        table: integrationSyncJob.logicalName,
        id: job.id,
      }),
    }),
  )
  for await (const { rows } of pages) {
    items += rows.length
    for (const row of rows) {
      const table = row.targetTable ?? job.entityType
      if (table === null) continue
      targets.add(table)
      if (row.relatedTable !== null) related.add(row.relatedTable)
      if (row.codeList !== null) codeLists.add(row.codeList)
      if (row.fieldName === null) continue
      const fields = lookups.get(table) ?? new Set()
      lookups.set(table, fields.add(row.fieldName))
    }
  }
  if (targets.size === 0) targets.add(job.entityType ?? noTable)
  for (const table of await relatedByColumns(worker, lookups)) related.add(table)
  const now = new Date(worker.now())
  try {
    await client.send(
      update(
        integrationSyncJob,
        job.id,
        {
          targetTables: writeTableList(targets),
          relatedTables: writeTableList([...related].filter((table) => !targets.has(table))),
          codeLists: writeCodeLists(codeLists),
          received: items,
          nextSequence: 0,
          ...(job.submittedDateTime === null && {
            submittedDateTime: now,
            submissionOrder: now.toISOString(),
          }),
        },
        { ifMatch: job.etag },
      ),
    )
  } catch (error) {
    if (!isConcurrencyConflict(error)) throw error
  }
}

/** Tables that the named columns point at. */
async function relatedByColumns(
  { metadata }: WorkerContext,
  columnsByTable: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<readonly string[]> {
  const tables = await metadata.tables([...columnsByTable.keys()])
  return [...columnsByTable].flatMap(([table, columns]) =>
    [...columns].flatMap((column) =>
      (tables.get(table)?.columns.get(column)?.targets ?? []).map((target) => target.table),
    ),
  )
}
