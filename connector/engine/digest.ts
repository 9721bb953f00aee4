import { hash } from 'node:crypto'

/** SHA-1, lower-case hex, of bytes or of a text in UTF-8. */
export function sha1(data: string | Uint8Array): string {
  return hash('sha1', data)
}

/** SHA-256, lower-case hex, of a text in UTF-8. */
export function sha256(text: string): string {
  return hash('sha256', text)
}
