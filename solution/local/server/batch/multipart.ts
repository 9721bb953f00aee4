import { DataverseError } from '../../errors.js'
import type { Headers } from '../operation.js'

/** One part of a multipart body: its headers and its bytes. */
export interface Part {
  readonly headers: Headers
  readonly content: Buffer
}

const lineFeed = 10
const carriageReturn = 13
const hyphen = 45

/** The boundary that a multipart content type names; undefined when it names none. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  if (contentType === undefined || !/^\s*multipart\/mixed\b/i.test(contentType)) return undefined
  const match = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(contentType)
  return match?.[1] ?? match?.[2]
}

/**
 * Splits a multipart body, by bytes: lines may end in CRLF or LF, parts may hold anything. Throws
 * 400 when a boundary is missing.
 */
export function splitParts(body: Buffer, boundary: string): readonly Part[] {
  const delimiter = Buffer.from(`--${boundary}`, 'utf8')
  const parts: Part[] = []
  let start = -1
  for (let at = nextDelimiter(body, delimiter, 0); at >= 0;) {
    if (start >= 0) parts.push(parsePart(body.subarray(start, endOfLineBefore(body, at))))
    const after = at + delimiter.length
    if (body[after] === hyphen && body[after + 1] === hyphen) return parts
    start = afterLine(body, after)
    at = nextDelimiter(body, delimiter, start)
  }
  throw new DataverseError(
    'badPayload',
    `The multipart body does not end with its boundary '--${boundary}--'.`,
  )
}

/** Headers up to the first empty line, then content. */
export function parsePart(bytes: Buffer): Part {
  const headers: Record<string, string> = {}
  let at = 0
  while (at < bytes.length) {
    const next = afterLine(bytes, at)
    const line = bytes.toString('utf8', at, endOfLineBefore(bytes, next))
    at = next
    if (line === '') break
    const colon = line.indexOf(':')
    if (colon <= 0) throw new DataverseError('badPayload', `Bad header '${line}' in a batch part.`)
    headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim()
  }
  return { headers, content: bytes.subarray(at) }
}

/** The first line that is not empty, and what follows it. */
export function splitFirstLine(bytes: Buffer): { readonly line: string; readonly rest: Buffer } {
  let start = 0
  while (bytes[start] === lineFeed || bytes[start] === carriageReturn) start += 1
  const next = afterLine(bytes, start)
  const line = bytes.toString('utf8', start, endOfLineBefore(bytes, next))
  return { line, rest: bytes.subarray(next) }
}

/** Delimiters stand at the beginning of a line and end with it (or with `--`). */
function nextDelimiter(body: Buffer, delimiter: Buffer, from: number): number {
  for (let at = body.indexOf(delimiter, from); at >= 0; at = body.indexOf(delimiter, at + 1)) {
    const beginsLine = at === 0 || body[at - 1] === lineFeed
    const next = body[at + delimiter.length]
    const ends =
      next === undefined ||
      next === lineFeed ||
      next === carriageReturn ||
      next === hyphen ||
      next === 32
    if (beginsLine && ends) return at
  }
  return -1
}

function afterLine(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(lineFeed, from)
  return end < 0 ? bytes.length : end + 1
}

/** Where the line that ends before `at` ends, without its line break. */
function endOfLineBefore(bytes: Buffer, at: number): number {
  if (at > 0 && bytes[at - 1] === lineFeed) {
    return at > 1 && bytes[at - 2] === carriageReturn ? at - 2 : at - 1
  }
  return at
}
