import { ProtocolError } from './errors.js'
import type { Operation } from './operation.js'
import { read } from './read.js'
import { encodeQueryValue } from './url-text.js'
import { isRecord } from './wire.js'
import type { RawTarget } from './write.js'

/** Rows of a table that were written, as change tracking tells them. */
export interface ChangedRows {
  /** Ids of rows that are there; those of deleted rows are left out. */
  readonly ids: readonly string[]
  /** Where to go on: with `changedRows`. */
  readonly next: string
  /** True where `next` is a further page of these; false where it is what comes later. */
  readonly hasMore: boolean
}

/**
 * The ids of a table's rows that were written since `from`, the `next` of an earlier answer; null:
 * all rows. Refused as `isChangeTrackingExpired` where the platform has forgotten so old changes.
 */
export function changedRows(
  { entitySetName, primaryId }: Pick<RawTarget, 'entitySetName' | 'primaryId'>,
  from: string | null,
): Operation<ChangedRows> {
  const search = from ?? `?$select=${encodeQueryValue(primaryId)}`
  const isDelta = search.includes(deltaToken)
  return read(
    `${entitySetName}${search}`,
    isDelta ? {} : { prefer: 'odata.track-changes' },
    ({ body }) => decode(body, primaryId),
  )
}

const deltaToken = 'deltatoken='

function decode(body: unknown, primaryId: string): ChangedRows {
  const { value, ...links } = isRecord(body) ? body : {}
  const more = links['@odata.nextLink']
  const link = more ?? links['@odata.deltaLink']
  if (!Array.isArray(value) || typeof link !== 'string') {
    throw new ProtocolError('Changes of a table were answered without rows or without a link.')
  }
  const ids = value.flatMap((row: unknown) => {
    const id = isRecord(row) ? row[primaryId] : undefined
    return typeof id === 'string' ? [id.toLowerCase()] : []
  })
  // The address alone is kept: a link to another place would be sent our token.
  return { ids, next: new URL(link, 'https://relative').search, hasMore: more !== undefined }
}
