import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

import { Pool } from 'undici'

import type { RawAnswer } from './answer.js'

export interface TransportRequest {
  readonly method: string
  /** With the root of the Web API. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | string | undefined
}

export interface Transport {
  /** One HTTP exchange. Throws a TransportError, or the signal's reason. */
  readonly exchange: (request: TransportRequest, signal?: AbortSignal) => Promise<RawAnswer>
  readonly close: () => Promise<void>
}

/** Thrown when no whole answer came. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  /** False when no byte of the request can have reached the other side. */
  readonly mayHaveArrived: boolean

  constructor(message: string, mayHaveArrived: boolean, cause: unknown) {
    super(message, { cause })
    this.mayHaveArrived = mayHaveArrived
  }
}

/** Failures to connect: the request was not sent. */
const connectFailures: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

const unzip = promisify(gunzip)

export interface TransportOptions {
  readonly origin: string
  /** Most connections, each kept open between requests. */
  readonly connections: number
  /** From sending to the last byte of the answer. */
  readonly timeoutMs: number
}

/**
 * Keep-alive connections to one environment. There is no cookie jar: the platform's affinity cookie
 * would bind all requests to one of its servers and to that server's limits.
 */
export function createTransport({ origin, connections, timeoutMs }: TransportOptions): Transport {
  const pool = new Pool(origin, {
    connections,
    pipelining: 1,
    connect: { timeout: Math.min(timeoutMs, 10_000) },
    headersTimeout: 0,
    bodyTimeout: 0,
  })

  async function exchange(request: TransportRequest, signal?: AbortSignal): Promise<RawAnswer> {
    signal?.throwIfAborted()
    const abort = new AbortController()
    const onAbort = () => {
      abort.abort()
    }
    const timer = setTimeout(onAbort, timeoutMs)
    signal?.addEventListener('abort', onAbort, { once: true })
    try {
      const response = await pool.request({
        method: request.method,
        path: request.path,
        headers: request.headers,
        body: request.body ?? null,
        signal: abort.signal,
      })
      const body = Buffer.from(await response.body.arrayBuffer())
      const headers = singleValues(response.headers)
      return { status: response.statusCode, headers, body: await decoded(headers, body) }
    } catch (error) {
      signal?.throwIfAborted()
      if (abort.signal.aborted) {
        throw new TransportError(`no answer within ${timeoutMs} ms`, true, error)
      }
      throw transportError(error)
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    }
  }

  return { exchange, close: () => pool.close() }
}

function singleValues(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Readonly<Record<string, string | undefined>> {
  const single: Record<string, string | undefined> = {}
  for (const name in headers) {
    const value = headers[name]
    single[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return single
}

async function decoded(
  headers: Readonly<Record<string, string | undefined>>,
  body: Buffer,
): Promise<Buffer> {
  return headers['content-encoding'] === 'gzip' && body.length > 0 ? unzip(body) : body
}

function transportError(error: unknown): TransportError {
  const message = error instanceof Error ? error.message : String(error)
  return new TransportError(message, !connectFailures.has(codeOf(error)), error)
}

/** The system's or undici's code of an error; of several (one an address), the first. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  if (!(error instanceof Error) || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}
