import { DataverseError, ProtocolError } from './errors.js'
import type { Answer } from './operation.js'
import { isRecord } from './wire.js'

/** An answer before its body is parsed. Header names are in lower case. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Buffer
}

export function isSuccess({ status }: { readonly status: number }): boolean {
  return status >= 200 && status < 300
}

/** Parses a JSON body. A body of another type counts as none: gateways answer in HTML. */
export function parseAnswer({ status, headers, body }: RawAnswer): Answer {
  const isJson = headers['content-type']?.includes('json') ?? false
  if (!isJson || body.length === 0) return { status, headers, body: undefined }
  try {
    return { status, headers, body: JSON.parse(body.toString()) as unknown }
  } catch (error) {
    if (status >= 400) return { status, headers, body: undefined }
    throw new ProtocolError(`An answer with status ${status} holds no valid JSON.`, {
      cause: error,
    })
  }
}

/** The platform's error in an answer that is no success. */
export function errorOf(
  { status, headers, body }: Answer,
  path: string,
  { now, afterUnknownOutcome }: { readonly now: number; readonly afterUnknownOutcome: boolean },
): DataverseError {
  const error = isRecord(body) && isRecord(body['error']) ? body['error'] : {}
  const { code, message } = error
  return new DataverseError({
    status,
    code: typeof code === 'string' ? code.toLowerCase() : '',
    message: typeof message === 'string' && message !== '' ? message : `Answered with ${status}.`,
    path: path.length > 200 ? `${path.slice(0, 200)}...` : path,
    retryAfterMs: retryAfter(headers['retry-after'], now),
    afterUnknownOutcome,
  })
}

/** Retry-After in milliseconds from `now`: seconds or an HTTP date. */
function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined || header.trim() === '') return null
  const seconds = Number(header)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000)
  const date = Date.parse(header)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
