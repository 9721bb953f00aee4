import { keyHash } from '../../engine/ids.js'
import { DataverseError } from '../../dataverse/index.js'
import type { DataverseClient, Operation, Page } from '../../dataverse/index.js'
import { ApiError } from './errors.js'
import type { OperationContext, OperationRequest } from './operation-context.js'

/** Where a list goes on, as its token keeps it. */
export type Position =
  /** After the last row of a page, by the platform's own cookie. */
  | { readonly cookie: string }
  /** After the item with this sequence number. */
  | { readonly after: number }

type ListRequest = Pick<OperationRequest, 'query' | 'path'>

type Query = Readonly<Record<string, string | number | readonly string[]>>

/**
 * The position that a request's page token names; undefined for the first page. A token holds a
 * position only, never an address, and goes with the filters it was made for.
 *
 * @throws ApiError InvalidPageToken.
 */
export function positionOf(request: ListRequest): Position | undefined {
  const { pageToken } = request.query as { readonly pageToken?: string }
  if (pageToken === undefined) return undefined
  const [filters, position] = parsed(pageToken)
  if (filters === fingerprint(request)) {
    if (typeof position === 'string') return { cookie: position }
    if (typeof position === 'number' && Number.isSafeInteger(position)) return { after: position }
  }
  throw new ApiError('InvalidPageToken', {})
}

function parsed(token: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'))
    return Array.isArray(value) ? value : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

/** The address of the page at a position: the same list, the same filters. */
export function nextLink(
  request: ListRequest,
  position: Position,
  { publicBaseUrl }: Pick<OperationContext, 'publicBaseUrl'>,
): string {
  const where = 'cookie' in position ? position.cookie : position.after
  const token = Buffer.from(JSON.stringify([fingerprint(request), where])).toString('base64url')
  const parameters = new URLSearchParams({ ...filtersOf(request), pageToken: token })
  return `${publicBaseUrl()}${request.path}?${parameters.toString()}`
}

function filtersOf({ query }: ListRequest): Record<string, string> {
  const filters = Object.entries(query as Query).filter(([name]) => name !== 'pageToken')
  return Object.fromEntries(filters.map(([name, value]) => [name, [value].flat().join(',')]))
}

function fingerprint(request: ListRequest): string {
  const filters = Object.entries(filtersOf(request)).sort(([a], [b]) => (a < b ? -1 : 1))
  return keyHash(request.path, ...filters.flat()).slice(0, 16)
}

/** One page of a query, and the cookie of the next one. */
export interface ListedPage<Row> {
  readonly rows: readonly Row[]
  readonly next: Position | undefined
}

/**
 * The page of a query at a position. The query is made anew from the request's filters each time, so
 * that no token can ask for anything else.
 *
 * @throws ApiError InvalidPageToken where the platform does not take the cookie.
 */
export async function pageAt<Row>(
  client: DataverseClient,
  operation: Operation<Page<Row>>,
  position: Position | undefined,
): Promise<ListedPage<Row>> {
  if (!position) return listed(await client.send(operation))
  if (!('cookie' in position)) throw new ApiError('InvalidPageToken', {})
  const path = `${operation.path}&$skiptoken=${encodeURIComponent(position.cookie)}`
  try {
    return listed(await client.send({ ...operation, path }))
  } catch (error) {
    if (error instanceof DataverseError && error.status === 400) {
      throw new ApiError('InvalidPageToken', {})
    }
    throw error
  }
}

function listed<Row>({ rows, nextLink: link }: Page<Row>): ListedPage<Row> {
  const cookie = /[?&](?:\$|%24)skiptoken=([^&]*)/i.exec(link ?? '')?.[1]
  return { rows, next: cookie === undefined ? undefined : { cookie: decodeURIComponent(cookie) } }
}

/** A list's answer. */
export function listAnswer(
  value: readonly object[],
  next: Position | undefined,
  request: ListRequest,
  context: OperationContext,
): object {
  return next ? { value, nextLink: nextLink(request, next, context) } : { value }
}
