import { filter, query } from '../../../../dataverse/index.js'
import type { StoredRow } from '../../../../dataverse/index.js'
import { identifierHash } from '../../../../engine/ids.js'
import type { ExternalRecordKey } from '../../../../engine/ids.js'
import { integrationIdentifier } from '../../../../../solution/tables/index.js'
import { ApiError } from '../../errors.js'
import { hasExactly } from '../../exactly.js'
import type { OperationContext } from '../../operation-context.js'
import { shorten } from '../../shorten.js'
import { identifierColumns } from './identifier.js'

const columns = [...identifierColumns, 'keyHash'] as const

export type StoredLink = StoredRow<typeof integrationIdentifier, (typeof columns)[number]>

/** What the crosswalk knows of a key: the entry with its hash, else one made by hand without a hash. */
export async function storedLink(
  key: ExternalRecordKey,
  { client }: OperationContext,
): Promise<StoredLink | undefined> {
  const { sourceSystemKey, targetTable, externalKey } = key
  const rows = filter(integrationIdentifier)
  const keyHash = identifierHash(key)
  const found = await client.send(
    query(integrationIdentifier, {
      select: columns,
      filter: rows.or(
        rows.eq('keyHash', keyHash),
        rows.and(
          rows.isNull('keyHash'),
          rows.eq('sourceSystemKey', sourceSystemKey),
          rows.eq('targetTable', targetTable),
          rows.eq('externalKey', externalKey),
        ),
      ),
    }),
  )
  return (
    found.rows.find((row) => row.keyHash === keyHash) ??
    found.rows.find((row) => hasExactly(row, { sourceSystemKey, targetTable, externalKey }))
  )
}

/** The key stands for another record than the one that the request is about. */
export function linkedElsewhere({ targetTable, targetId, ...key }: StoredLink, wanted: string) {
  return new ApiError('IdentifierLinked', {
    externalKey: shorten(key.externalKey),
    source: shorten(key.sourceSystemKey),
    targetId,
    targetTable,
    wanted,
  })
}
