import { DataverseError } from '../errors.js'
import type { SqlValue } from './sql/statement-builder.js'

/** Where a page ended: the next one starts after the row with these key values. */
export interface PagingCookie {
  readonly page: number
  /** Values of the order's keys in the last row sent. */
  readonly after: readonly SqlValue[]
  /** What the query was; a cookie fits no other. */
  readonly query: string
  /** With change tracking: the version to start from next time, set when tracking began. */
  readonly version: number | null
}

/** The text of a `$skiptoken`; opaque to clients. */
export function encodeCookie(cookie: PagingCookie): string {
  const { page, after, query, version } = cookie
  const payload = Buffer.from(JSON.stringify([after, query, version])).toString('base64url')
  const tracking = version === null ? 'False' : 'True'
  return `<cookie pagenumber="${page}" pagingcookie="${payload}" istracking="${tracking}" />`
}

const pattern =
  /^<cookie pagenumber="(\d{1,9})" pagingcookie="([\w-]+)" istracking="(?:True|False)" \/>$/

/** Throws a `DataverseError` (400) unless the text is a cookie that was made for this query. */
export function decodeCookie(text: string, query: string): PagingCookie {
  const match = pattern.exec(text)
  if (!match) return refuseCookie('it is not one that the Web API made')
  const [, page = '', payload = ''] = match
  const parts = parsedPayload(payload)
  if (!Array.isArray(parts) || parts.length !== 3) return refuseCookie('it is damaged')
  const [after, madeFor, version] = parts as readonly unknown[]
  if (!isKeyValues(after) || !(version === null || typeof version === 'number')) {
    return refuseCookie('it is damaged')
  }
  if (madeFor !== query) return refuseCookie('it was made for another query')
  return { page: Number(page), after, query, version }
}

function parsedPayload(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

function isKeyValues(values: unknown): values is readonly SqlValue[] {
  return (
    Array.isArray(values) &&
    values.every(
      (value) => value === null || typeof value === 'string' || typeof value === 'number',
    )
  )
}

function refuseCookie(why: string): never {
  throw new DataverseError('pagingCookie', `The paging cookie in $skiptoken is invalid: ${why}.`)
}
