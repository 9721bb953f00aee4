import { createHash } from 'node:crypto'

/** The namespace of every id that this project gives to a solution component; never changed. */
const namespace = Buffer.from('6f0d0c0a5b1e4c6fa2f17d5b0c3e9a41', 'hex')

/**
 * The id of a component, a lower-case GUID without braces: UUIDv5 (RFC 9562, section 5.5) of its
 * path, so that it is the same in every build. A path is never changed once published.
 */
export function componentId(...path: readonly string[]): string {
  const hash = createHash('sha1').update(namespace).update(path.join('\n'), 'utf8').digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex', 0, 16)
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => hex.slice(from, to))
    .join('-')
}

/** An id as the platform's files write it: `{...}`. */
export const bracedId = (id: string): string => `{${id}}`

/** An id of a platform's file as the model has it: lower case, without braces; empty for none. */
export const bareId = (text: string | undefined): string =>
  (text ?? '').replace(/[{}\s]/g, '').toLowerCase()
