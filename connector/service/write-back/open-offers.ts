import { chunksForIn, filter, query } from '../../dataverse/index.js'
import type { DataverseClient, StoredRow } from '../../dataverse/index.js'
import type { OpenOffer } from '../../engine/write-back/index.js'
import { integrationSyncItem, integrationSyncJob } from '../../../solution/tables/index.js'
import { pagesOf } from '../worker/pages-of.js'
import type { OfferedJob } from './due-offers.js'

const columns = [
  'itemStatus',
  'targetTable',
  'targetId',
  'externalKey',
  'fieldName',
  'sourceValue',
  'longValue',
  'occurredDateTime',
  'outcomeReason',
  'processMessage',
  'integrationSyncJob',
] as const

type ItemRow = StoredRow<typeof integrationSyncItem, (typeof columns)[number]>

/** An offer with what writing to its row takes. */
export interface StoredOffer extends OpenOffer {
  readonly jobId: string
  readonly etag: string
  /** The canonical value; null empties the field. */
  readonly value: string | null
  /** Why it is held. */
  readonly reason: ItemRow['outcomeReason']
  readonly message: string | null
}

const items = filter(integrationSyncItem)
const jobs = filter(integrationSyncJob)

/** The items of some outbound jobs that wait to be acknowledged, or for a person. */
export async function offersOf(
  client: DataverseClient,
  offering: readonly OfferedJob[],
): Promise<readonly StoredOffer[]> {
  const pages = await pagesOf(
    client,
    offering.map(({ id }) =>
      query(integrationSyncItem, {
        select: columns,
        filter: items.and(
          items.eq('integrationSyncJob', { table: integrationSyncJob.logicalName, id }),
          items.or(items.isNull('itemStatus'), items.in('itemStatus', ['pending', 'held'])),
        ),
      }),
    ),
  )
  return pages.flatMap((rows, index) => {
    const source = offering[index]?.sourceSystemKey ?? ''
    return rows.map((row) => offer(row, source))
  })
}

/** Everything that is offered of the records that some offers are of, by any outbound job. */
export async function pendingOffersLike(
  client: DataverseClient,
  offers: readonly StoredOffer[],
): Promise<readonly StoredOffer[]> {
  const records = new Set(offers.map(({ targetId }) => targetId).filter((id) => id !== ''))
  const pages = await pagesOf(
    client,
    chunksForIn([...records], 'hash').map((group) =>
      query(integrationSyncItem, {
        select: columns,
        filter: items.and(items.in('targetId', group), items.eq('itemStatus', 'pending')),
      }),
    ),
  )
  const rows = pages.flat()
  const sources = await outboundSources(
    client,
    rows.flatMap(({ integrationSyncJob: job }) => job?.id ?? []),
  )
  return rows.flatMap((row) => {
    const source = sources.get(row.integrationSyncJob?.id ?? '')
    return source === undefined ? [] : [offer(row, source)]
  })
}

/** Source systems of those jobs that are outbound, by id. */
async function outboundSources(
  client: DataverseClient,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const pages = await pagesOf(
    client,
    chunksForIn([...new Set(ids)], 'guid').map((group) =>
      query(integrationSyncJob, {
        select: ['sourceSystemKey'],
        filter: jobs.and(jobs.in('id', group), jobs.eq('direction', 'outbound')),
      }),
    ),
  )
  return new Map(pages.flat().map(({ id, sourceSystemKey }) => [id, sourceSystemKey]))
}

function offer(row: ItemRow, sourceSystemKey: string): StoredOffer {
  return {
    id: row.id,
    etag: row.etag,
    jobId: row.integrationSyncJob?.id ?? '',
    sourceSystemKey,
    targetTable: row.targetTable ?? '',
    targetId: row.targetId ?? '',
    externalKey: row.externalKey ?? '',
    fieldName: row.fieldName ?? '',
    isPending: row.itemStatus !== 'held',
    value: row.longValue ?? row.sourceValue,
    reason: row.outcomeReason,
    message: row.processMessage,
    decided: row.occurredDateTime?.getTime() ?? 0,
    version: Number(/\d+/.exec(row.etag)?.[0] ?? 0),
  }
}
