import type { DataverseClient } from '../../../../dataverse/index.js'
import { payloadId } from '../../../../engine/ids.js'
import { decodeParts, decodePayload } from '../../../payload.js'
import type { SubmittedItem } from '../../../payload.js'
import { payloadContents } from '../../../worker/payload-rows.js'

export interface PayloadHolder {
  readonly id: string
  readonly payload: string | null
  readonly payloadParts: number | null
}

/** The items a job was posted with, in their order; none once its payload has been purged. */
export async function submittedItems(
  client: DataverseClient,
  { id, payload, payloadParts }: PayloadHolder,
): Promise<readonly SubmittedItem[]> {
  if (payload !== null) return decodePayload(payload)
  const ids = Array.from({ length: payloadParts ?? 0 }, (_, part) => payloadId('items', id, part))
  const contents = await payloadContents(client, ids)
  const parts = contents.filter((content) => content !== undefined)
  return parts.length === ids.length ? decodeParts(parts) : []
}
