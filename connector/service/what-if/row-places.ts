import { chunksForIn, filter, query } from '../../dataverse/index.js'
import type { DataverseClient } from '../../dataverse/index.js'
import { integrationSyncItem } from '../../../solution/tables/index.js'
import { pagesOf } from '../worker/pages-of.js'
import type { RowPlace } from './recorded-items.js'

/** Where item rows stand in their job, by id. */
export async function rowPlaces(
  client: DataverseClient,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RowPlace>> {
  const pages = await pagesOf(
    client,
    chunksForIn([...new Set(ids)], 'guid').map((group) =>
      query(integrationSyncItem, {
        select: ['sequenceNumber', 'createdOn'],
        filter: filter(integrationSyncItem).in('id', group),
      }),
    ),
  )
  return new Map(pages.flat().map((row) => [row.id, row]))
}

/** Items are taken by Sequence Number (those without one first), else created on, then id. */
export function isBefore(a: RowPlace, b: RowPlace): boolean {
  const order =
    (a.sequenceNumber ?? -1) - (b.sequenceNumber ?? -1) ||
    (a.createdOn?.getTime() ?? 0) - (b.createdOn?.getTime() ?? 0)
  return order < 0 || (order === 0 && a.id < b.id)
}
