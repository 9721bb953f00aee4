/** Header values by lower-case name. */
export type Headers = Readonly<Record<string, string | undefined>>

/** One operation: an HTTP request of its own, or a part of a `$batch`. */
export interface OperationRequest {
  readonly method: string
  /** Below the service root, still percent-encoded, without a leading slash and without query. */
  readonly path: string
  /** Without the question mark. */
  readonly query: string
  readonly headers: Headers
  readonly body: Buffer
  /** The service root, ending in `/`, as the client addressed it. */
  readonly rootUrl: string
  /** Whether it is a part of a `$batch`. */
  readonly inBatch: boolean
}

export interface OperationResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

const version = { 'OData-Version': '4.0' }

export const jsonHeaders = {
  'Content-Type': 'application/json; odata.metadata=minimal',
  ...version,
}

export function noContent(headers: Readonly<Record<string, string>> = {}): OperationResponse {
  return { status: 204, headers: { ...version, ...headers }, body: null }
}

export function jsonResponse(
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): OperationResponse {
  return { status, headers: { ...jsonHeaders, ...headers }, body: JSON.stringify(body) }
}
