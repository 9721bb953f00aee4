import { isConcurrencyConflict, isNotFound, remove } from '../../../../dataverse/index.js'
import type { ExternalRecordKey } from '../../../../engine/ids.js'
import { integrationIdentifier } from '../../../../../solution/tables/index.js'
import { ApiError } from '../../errors.js'
import type { Handler } from '../../operation-context.js'
import { shorten } from '../../shorten.js'
import { presentIdentifier } from './identifier.js'
import { linkedElsewhere, storedLink } from './stored-link.js'

export const unlinkIdentifier: Handler = async ({ query }, context) => {
  const { targetId, ...key } = query as ExternalRecordKey & { readonly targetId?: string }
  const stored = await storedLink(key, context)
  if (!stored) return nothingThere(key)
  const wanted = targetId?.toLowerCase()
  if (wanted !== undefined && stored.targetId.toLowerCase() !== wanted) {
    throw linkedElsewhere(stored, wanted)
  }
  try {
    await context.client.send(remove(integrationIdentifier, stored.id, { ifMatch: stored.etag }))
  } catch (error) {
    if (isNotFound(error)) return nothingThere(key)
    if (!isConcurrencyConflict(error)) throw error
    throw new ApiError('ChangedMeanwhile', { what: `Key ${shorten(key.externalKey)}` })
  }
  return {
    isRemoved: true,
    message: `${inWords(key)} stands for no record of ${key.targetTable} any more.`,
    identifier: presentIdentifier(stored),
  }
}

function nothingThere(key: ExternalRecordKey): object {
  const message = `${inWords(key)} stood for no record of ${shorten(key.targetTable)}: nothing was removed.`
  return { isRemoved: false, message }
}

function inWords({ externalKey, sourceSystemKey }: ExternalRecordKey): string {
  return `Key ${shorten(externalKey)} of ${shorten(sourceSystemKey)}`
}
