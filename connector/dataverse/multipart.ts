import { ProtocolError } from './errors.js'

/** One part of a multipart body: its header names in lower case, its content a view of the body. */
export interface Part {
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly content: Buffer
}

const dash = 0x2d
const lineFeed = 0x0a
const carriageReturn = 0x0d

/** The boundary that a multipart Content-Type names; undefined for any other content type. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  if (contentType === undefined || !/^\s*multipart\//i.test(contentType)) return undefined
  const match = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)
  return match?.[1] ?? match?.[2]
}

/**
 * The parts of a multipart body. Works on bytes: a part may hold anything but the boundary at the
 * start of a line. Lines may end in CRLF or LF alone. Throws a ProtocolError without a closing
 * boundary, so that half an answer is never taken for a whole one.
 */
export function parseParts(body: Buffer, boundary: string): readonly Part[] {
  const delimiter = Buffer.from(`--${boundary}`, 'latin1')
  const parts: Part[] = []
  let contentStart: number | undefined
  let searchFrom = 0
  for (;;) {
    const at = body.indexOf(delimiter, searchFrom)
    if (at === -1) throw new ProtocolError('A multipart answer ends without its closing boundary.')
    const after = at + delimiter.length
    searchFrom = after
    if (at > 0 && body[at - 1] !== lineFeed) continue
    const closes = body[after] === dash && body[after + 1] === dash
    const lineEnd = closes ? after + 2 : endOfBlankLine(body, after)
    if (lineEnd === undefined) continue
    if (contentStart !== undefined)
      parts.push(parsePart(body, contentStart, lineBreakBefore(body, at)))
    if (closes) return parts
    contentStart = lineEnd
    searchFrom = lineEnd
  }
}

/** Where the line begins that follows blanks from `from`; undefined when there is more than blanks. */
function endOfBlankLine(body: Buffer, from: number): number | undefined {
  for (let at = from; at < body.length; at++) {
    const byte = body[at]
    if (byte === lineFeed) return at + 1
    if (byte !== carriageReturn && byte !== 0x20 && byte !== 0x09) return undefined
  }
  return undefined
}

/** The line break before a boundary belongs to the boundary, not to the part. */
function lineBreakBefore(body: Buffer, boundaryAt: number): number {
  if (body[boundaryAt - 1] !== lineFeed) return boundaryAt
  return body[boundaryAt - 2] === carriageReturn ? boundaryAt - 2 : boundaryAt - 1
}

function parsePart(body: Buffer, start: number, end: number): Part {
  const { lines, next } = headerLines(body, start, Math.max(start, end))
  return { headers: parseHeaders(lines), content: body.subarray(next, Math.max(next, end)) }
}

export interface HttpMessage {
  /** The status line. */
  readonly firstLine: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly content: Buffer
}

/** An `application/http` part's content: a status line, headers, a body. */
export function parseHttpMessage(content: Buffer): HttpMessage {
  const { lines, next } = headerLines(content, 0, content.length)
  const [firstLine = '', ...headers] = lines
  return { firstLine, headers: parseHeaders(headers), content: content.subarray(next) }
}

/** The lines up to an empty one, and where the content after it begins. */
function headerLines(
  body: Buffer,
  start: number,
  end: number,
): { readonly lines: readonly string[]; readonly next: number } {
  const lines: string[] = []
  let from = start
  while (from < end) {
    const lineEnd = body.indexOf(lineFeed, from)
    const to = lineEnd === -1 || lineEnd >= end ? end : lineEnd
    const line = body.toString('latin1', from, body[to - 1] === carriageReturn ? to - 1 : to)
    from = to + 1
    if (line === '') return { lines, next: Math.min(from, end) }
    lines.push(line)
  }
  return { lines, next: end }
}

function parseHeaders(lines: readonly string[]): Readonly<Record<string, string | undefined>> {
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim()
  }
  return headers
}
