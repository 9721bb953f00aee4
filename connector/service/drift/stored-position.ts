import { retrieve, upsert } from '../../dataverse/index.js'
import type { DataverseClient } from '../../dataverse/index.js'
import { payloadId } from '../../engine/index.js'
import { integrationPayload } from '../../../solution/tables/index.js'

const kind = 'followed'

/** How far the changes of a table were followed, by whichever worker wrote last; null: not at all. */
export async function storedPosition(
  client: DataverseClient,
  targetTable: string,
): Promise<string | null> {
  const id = payloadId(kind, targetTable, 0)
  const row = await client.retrieveOrNull(retrieve(integrationPayload, id, { select: ['content'] }))
  return row?.content ?? null
}

/** An older position than another worker's does no harm: changes are looked at once more. */
export async function storePosition(
  client: DataverseClient,
  targetTable: string,
  position: string,
): Promise<void> {
  await client.send(
    upsert(integrationPayload, payloadId(kind, targetTable, 0), {
      name: `Changes of ${targetTable}`,
      payloadKind: kind,
      partNumber: 0,
      content: position,
    }),
  )
}
