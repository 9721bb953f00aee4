/** A GET of the Web API, as the server has taken it apart. */
export interface ReadRequest {
  /** After the service root, percent-encoded, without the query: `contacts(guid)`. */
  readonly path: string
  /** The raw query string, with or without its `?`. */
  readonly search: string
  /** The `Prefer` header. */
  readonly prefer: string | undefined
  /** The `If-None-Match` header. */
  readonly ifNoneMatch: string | undefined
  /** The service root that links start with: `http://host/api/data/v9.2/`. */
  readonly rootUrl: string
  /** The systemuserid that query functions such as EqualUserId compare with. */
  readonly callerId: string
}

/** An answer: rows leave the store as JSON text, so that is what it holds. */
export interface ReadResult {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The body as sent; null for none. */
  readonly text: string | null
  readonly rowsRead: number
}

export const contentType = {
  json: 'application/json; odata.metadata=minimal',
  text: 'text/plain',
} as const

export function readResult(
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string | null,
  rowsRead: number,
): ReadResult {
  return { status, headers, text, rowsRead }
}

export function jsonResult(
  text: string,
  rowsRead: number,
  headers: Readonly<Record<string, string>> = {},
): ReadResult {
  return readResult(
    200,
    { 'Content-Type': contentType.json, 'OData-Version': '4.0', ...headers },
    text,
    rowsRead,
  )
}

export function textResult(text: string, rowsRead: number): ReadResult {
  return readResult(
    200,
    { 'Content-Type': contentType.text, 'OData-Version': '4.0' },
    text,
    rowsRead,
  )
}

/** 204: there is a property, and nothing in it. */
export function emptyResult(): ReadResult {
  return readResult(204, { 'OData-Version': '4.0' }, null, 1)
}
