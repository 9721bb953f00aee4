import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Where callers name a request: flows the first, others the second. */
const headers = ['x-ms-client-request-id', 'x-request-id'] as const

/** An id that can stand in a log line and in an answer's header as it is. */
const plain = /^[\w.:+/=@-]{1,128}$/

/** The caller's id of a request, for logs and retries; one of our own where it has none that is plain. */
export function requestIdOf(request: { readonly headers: IncomingHttpHeaders }): string {
  for (const name of headers) {
    const id = request.headers[name]
    if (typeof id === 'string' && plain.test(id)) return id
  }
  return randomUUID()
}
