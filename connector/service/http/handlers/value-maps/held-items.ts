import { chunksForIn, filter, query } from '../../../../dataverse/index.js'
import type { DataverseClient } from '../../../../dataverse/index.js'
import { integrationSyncItem, integrationSyncJob } from '../../../../../solution/tables/index.js'
import { pagesOf } from '../../../worker/pages-of.js'

/** An item that waits for a code to be mapped. */
export interface HeldItem {
  readonly id: string
  readonly jobId: string
  readonly sourceSystemKey: string
  readonly targetTable: string | null
  /** Null for a record. */
  readonly fieldName: string | null
  readonly externalKey: string | null
  /** The code list that the item itself names. */
  readonly codeList: string | null
  /** The code; for a record the JSON of its fields. */
  readonly value: string
}

/** Most items that one request looks at, the latest first. */
const mostItems = 50_000

const columns = [
  'integrationSyncJob',
  'targetTable',
  'fieldName',
  'externalKey',
  'codeList',
  'newValue',
  'longValue',
] as const

/** Items held because no map knows a code of theirs; `isComplete`: there are no more than these. */
export async function heldItems(
  client: DataverseClient,
): Promise<{ readonly items: readonly HeldItem[]; readonly isComplete: boolean }> {
  const rows = filter(integrationSyncItem)
  const held = query(integrationSyncItem, {
    select: columns,
    filter: rows.and(rows.eq('itemStatus', 'held'), rows.eq('outcomeReason', 'unmappedCode')),
    orderBy: ['createdOn desc', 'id desc'],
  })
  const found: Omit<HeldItem, 'sourceSystemKey'>[] = []
  let isComplete = true
  for await (const page of client.pages(held)) {
    for (const row of page.rows) {
      const { id, integrationSyncJob: job, targetTable, fieldName, externalKey, codeList } = row
      const value = row.longValue ?? row.newValue
      if (!job || value === null) continue
      found.push({ id, jobId: job.id, targetTable, fieldName, externalKey, codeList, value })
    }
    if (found.length >= mostItems && page.nextLink !== null) {
      isComplete = false
      break
    }
  }
  const sources = await sourcesOf(client, new Set(found.map(({ jobId }) => jobId)))
  const items = found.flatMap((item) => {
    const sourceSystemKey = sources.get(item.jobId)
    return sourceSystemKey === undefined ? [] : [{ ...item, sourceSystemKey }]
  })
  return { items, isComplete }
}

async function sourcesOf(
  client: DataverseClient,
  jobIds: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const jobs = filter(integrationSyncJob)
  const pages = await pagesOf(
    client,
    chunksForIn([...jobIds], 'guid').map((group) =>
      query(integrationSyncJob, { select: ['sourceSystemKey'], filter: jobs.in('id', group) }),
    ),
  )
  return new Map(pages.flat().map(({ id, sourceSystemKey }) => [id, sourceSystemKey]))
}
