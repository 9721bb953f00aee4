import { DataverseError } from '../../errors.js'
import type { OperationRequest } from '../operation.js'
import { boundaryOf, parsePart, splitFirstLine, splitParts } from './multipart.js'
import type { Part } from './multipart.js'

/** An operation inside a batch. */
export interface BatchOperation {
  readonly contentId: string | undefined
  readonly request: OperationRequest
}

export type BatchItem =
  | { readonly kind: 'operation'; readonly operation: BatchOperation }
  | { readonly kind: 'changeSet'; readonly operations: readonly BatchOperation[] }

/** The platform's limit of operations in one batch. */
export const mostOperations = 1_000

/**
 * Reads the body of a `$batch`. Throws 400 for a body that is no batch, for a batch inside a batch,
 * a GET inside a change set, and more than 1,000 operations.
 */
export function readBatch(outer: OperationRequest): readonly BatchItem[] {
  const boundary = boundaryOf(outer.headers['content-type'])
  if (boundary === undefined) {
    throw new DataverseError(
      'badPayload',
      "The request's Content-Type must be multipart/mixed with a boundary.",
    )
  }
  const items = splitParts(outer.body, boundary).map((part) => readItem(part, outer))
  const count = items.reduce(
    (sum, item) => sum + (item.kind === 'changeSet' ? item.operations.length : 1),
    0,
  )
  if (count > mostOperations) {
    throw new DataverseError(
      'batchTooLarge',
      `The number of operations in the batch, ${count}, is over the limit of ${mostOperations}.`,
    )
  }
  return items
}

function readItem(part: Part, outer: OperationRequest): BatchItem {
  const boundary = boundaryOf(part.headers['content-type'])
  if (boundary === undefined) return { kind: 'operation', operation: readOperation(part, outer) }
  const operations = splitParts(part.content, boundary).map((inner) => {
    const operation = readOperation(inner, outer)
    if (operation.request.method === 'GET') {
      throw new DataverseError('badPayload', 'A change set may not hold GET requests.')
    }
    return operation
  })
  return { kind: 'changeSet', operations }
}

function readOperation(part: Part, outer: OperationRequest): BatchOperation {
  const { line, rest } = splitFirstLine(part.content)
  const [, method, url] = /^([A-Z]+)\s+(\S.*?)(?:\s+HTTP\/\d(?:\.\d)?)?\s*$/i.exec(line) ?? []
  if (method === undefined || url === undefined) {
    throw new DataverseError('badPayload', `Bad request line '${line}' in a batch part.`)
  }
  const { headers, content } = parsePart(rest)
  const { path, query } = addressBelowRoot(url)
  if (path === '$batch') {
    throw new DataverseError('badPayload', 'A batch may not hold another batch.')
  }
  return {
    contentId: part.headers['content-id'] ?? headers['content-id'],
    request: {
      method: method.toUpperCase(),
      path,
      query,
      headers: {
        callerobjectid: outer.headers['callerobjectid'],
        mscrmcallerid: outer.headers['mscrmcallerid'],
        ...headers,
      },
      body: content,
      rootUrl: outer.rootUrl,
      inBatch: true,
    },
  }
}

/** Addresses in a batch are whole, or from the host's root, or from the service root. */
export function addressBelowRoot(url: string): { readonly path: string; readonly query: string } {
  const below = url.replace(/^(?:https?:\/\/[^/]+)?\/api\/data\/v9\.\d+\//i, '').replace(/^\//, '')
  const mark = below.indexOf('?')
  return mark < 0
    ? { path: below, query: '' }
    : { path: below.slice(0, mark), query: below.slice(mark + 1) }
}
