import { mapTable } from './map-columns.js'

/** What a mapping is known by. */
export interface MappingKey {
  readonly system: string
  readonly codeList: string
  readonly sourceCode: string
}

/** The namespace of all name-based ids of the integration (RFC 9562, UUID version 5). */
const namespace = [
  0x6b, 0xa7, 0xb8, 0x14, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
] as const

/** Each part preceded by its length in UTF-16 code units, so no two lists of parts give one text. */
const keyText = (parts: readonly string[]) => parts.map((part) => `${part.length}:${part}`).join('')

/**
 * The id and Key Hash that the service gives a mapping of this key, byte for byte, so that a mapping
 * made here and one sent through the API are one row. Undefined where the page has no digests (it is
 * not served securely): the platform makes an id then.
 */
export async function keyOf(
  key: MappingKey,
): Promise<{ readonly id: string; readonly keyHash: string } | undefined> {
  const digests = (crypto as { readonly subtle?: SubtleCrypto }).subtle
  if (!digests) return undefined
  const parts = [key.system, key.codeList, key.sourceCode]
  const bytes = (texts: readonly string[]) => new TextEncoder().encode(keyText(texts))
  const named = new Uint8Array([...namespace, ...bytes([mapTable.table, ...parts])])
  const id = hexOf(await digests.digest('SHA-1', named))
  const variant = ((Number.parseInt(id.charAt(16), 16) & 3) | 8).toString(16)
  return {
    id: [
      id.slice(0, 8),
      id.slice(8, 12),
      `5${id.slice(13, 16)}`,
      variant + id.slice(17, 20),
      id.slice(20, 32),
    ].join('-'),
    keyHash: hexOf(await digests.digest('SHA-256', bytes(parts))),
  }
}

function hexOf(buffer: ArrayBuffer): string {
  return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
