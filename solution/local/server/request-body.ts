import type { IncomingMessage } from 'node:http'

import { DataverseError } from '../errors.js'

/** The platform's largest message, in bytes (116.85 MB). */
const largestBody = 122_527_744

/** The whole body. Throws 413 when it is larger than the platform takes. */
export async function requestBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largestBody) {
      throw new DataverseError(
        'payloadTooLarge',
        `The message is larger than the limit of ${largestBody} bytes.`,
        { Connection: 'close' },
      )
    }
    chunks.push(chunk)
  }
  const [only] = chunks
  return chunks.length === 1 && only ? only : Buffer.concat(chunks)
}
