import { valueMapHash, valueMapId } from '../../../../engine/ids.js'
import { integrationValueMap } from '../../../../../solution/tables/index.js'
import type { OperationContext, OperationRequest } from '../../operation-context.js'
import { refuseTwins } from '../../twins.js'
import { upsertRows } from '../../upsert-rows.js'
import { mapsByHash } from './stored-maps.js'
import { wantedRow } from './wanted-row.js'
import type { ValueMapEntry } from './wanted-row.js'

export async function upsertValueMaps(
  { body }: OperationRequest,
  { client }: OperationContext,
): Promise<object> {
  const { valueMaps } = body as { readonly valueMaps: readonly ValueMapEntry[] }
  const entries = valueMaps.map((entry) => {
    const key = { ...entry, sourceSystemKey: entry.sourceSystemKey ?? '' }
    return { entry, id: valueMapId(key), keyHash: valueMapHash(key) }
  })
  const hashes = entries.map(({ keyHash }) => keyHash)
  refuseTwins('valueMaps', hashes)

  const present = await mapsByHash(client, new Set(hashes))
  return upsertRows(
    client,
    integrationValueMap,
    entries.map(({ entry, id, keyHash }) => {
      const row = present.get(keyHash)
      return { id: row?.id ?? id, row: wantedRow(entry, keyHash, !row), present: row }
    }),
  )
}
