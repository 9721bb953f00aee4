import { chunksForIn, filter, query } from '../../../../dataverse/index.js'
import type { DataverseClient } from '../../../../dataverse/index.js'
import { identifierHash } from '../../../../engine/ids.js'
import type { ExternalRecordKey } from '../../../../engine/ids.js'
import { integrationIdentifier } from '../../../../../solution/tables/index.js'
import { valuesOf } from '../../batch-values.js'
import type { Handler } from '../../operation-context.js'

/** One answer a key, in the order of the keys, whether the crosswalk knows it or not. */
export const resolveIdentifiers: Handler = async ({ body }, { client }) => {
  const { identifiers } = body as { readonly identifiers: readonly ExternalRecordKey[] }
  const hashes = identifiers.map(identifierHash)
  const known = await entriesByHash(client, new Set(hashes))
  const value = identifiers.map((key, index) => {
    const { sourceSystemKey, targetTable, externalKey } = key
    const asked = { sourceSystemKey, targetTable, externalKey }
    const entry = known.get(hashes[index] ?? '')
    return entry
      ? { ...asked, isFound: true, targetId: entry.targetId, identifierId: entry.id }
      : { ...asked, isFound: false }
  })
  const found = value.filter(({ isFound }) => isFound).length
  return { value, found, notFound: value.length - found }
}

interface Entry {
  readonly id: string
  readonly targetId: string
}

/** The crosswalk entries of some key hashes, read in one `$batch`. */
async function entriesByHash(
  client: DataverseClient,
  hashes: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Entry>> {
  const rows = filter(integrationIdentifier)
  const outcomes = await client.batch(
    chunksForIn([...hashes], 'hash').map((group) =>
      query(integrationIdentifier, {
        select: ['keyHash', 'targetId'],
        filter: rows.in('keyHash', group),
      }),
    ),
  )
  const found = new Map<string, Entry>()
  for (const page of valuesOf(outcomes)) {
    for (const { id, keyHash, targetId } of page.rows) {
      if (keyHash !== null) found.set(keyHash, { id, targetId: targetId.toLowerCase() })
    }
  }
  return found
}
