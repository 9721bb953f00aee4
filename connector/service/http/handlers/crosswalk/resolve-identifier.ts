import { retrieveByKey } from '../../../../dataverse/index.js'
import { identifierHash } from '../../../../engine/ids.js'
import type { ExternalRecordKey } from '../../../../engine/ids.js'
import { integrationIdentifier } from '../../../../../solution/tables/index.js'
import { ApiError } from '../../errors.js'
import type { Handler } from '../../operation-context.js'
import { shorten } from '../../shorten.js'
import { identifierColumns, presentIdentifier } from './identifier.js'

export const resolveIdentifier: Handler = async ({ query }, { client }) => {
  const key = query as ExternalRecordKey
  const row = await client.retrieveOrNull(
    retrieveByKey(
      integrationIdentifier,
      { keyHash: identifierHash(key) },
      { select: identifierColumns },
    ),
  )
  if (row) return presentIdentifier(row)
  throw new ApiError('IdentifierNotFound', {
    targetTable: shorten(key.targetTable),
    externalKey: shorten(key.externalKey),
    source: shorten(key.sourceSystemKey),
  })
}
