import { chunksForIn, filter, query } from '../../dataverse/index.js'
import type { DataverseClient } from '../../dataverse/index.js'
import { integrationPayload } from '../../../solution/tables/index.js'

/** The contents of payload rows in the order of their ids; undefined for one that is not there. */
export async function payloadContents(
  client: DataverseClient,
  ids: readonly string[],
): Promise<readonly (string | undefined)[]> {
  const contents = new Map<string, string>()
  for (const group of chunksForIn(ids, 'guid')) {
    const { rows } = await client.send(
      query(integrationPayload, {
        select: ['content'],
        filter: filter(integrationPayload).in('id', group),
      }),
    )
    for (const row of rows) contents.set(row.id, row.content ?? '')
  }
  return ids.map((id) => contents.get(id))
}
