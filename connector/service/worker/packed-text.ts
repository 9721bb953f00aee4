import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'

import { integrationLane } from '../../../solution/tables/index.js'

const compress = promisify(gzip)
const expand = promisify(gunzip)

/** A text as a memo column takes it (gzip + base64), divided where one column is too short for it. */
export interface PackedText {
  /** The packed text; where it is divided, only the fingerprint its parts carry. */
  readonly text: string
  readonly parts: readonly string[]
  readonly fingerprint: string
}

/** `longest`: characters that one column takes. */
export async function packText(
  text: string,
  longest: number = integrationLane.columns.journal.maxLength ?? 0,
): Promise<PackedText> {
  const packed = (await compress(text, { level: 1 })).toString('base64')
  const fingerprint = createHash('sha256').update(packed).digest('hex')
  if (packed.length <= longest) return { text: packed, parts: [], fingerprint }
  const parts: string[] = []
  for (let at = 0; at < packed.length; at += longest) parts.push(packed.slice(at, at + longest))
  return { text: fingerprint, parts, fingerprint }
}

/** The text behind a packed one, or null where the parts are not those of this text. */
export async function unpackText(packed: {
  readonly text: string
  readonly parts: readonly string[]
}): Promise<string | null> {
  const joined = packed.parts.length === 0 ? packed.text : packed.parts.join('')
  if (packed.parts.length > 0) {
    const fingerprint = createHash('sha256').update(joined).digest('hex')
    if (fingerprint !== packed.text) return null
  }
  return (await expand(Buffer.from(joined, 'base64'))).toString('utf8')
}
