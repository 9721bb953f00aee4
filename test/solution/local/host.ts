import { startLocalDataverse } from '../../../solution/local/index.js'
import type { LocalDataverse, LocalDataverseOptions } from '../../../solution/local/index.js'
import type { ErrorEnvelope } from '../../../solution/local/errors.js'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body parsed as JSON; an empty object when there is none. */
  readonly json: Readonly<Record<string, unknown>>
  /** The code of the error, if it is one. */
  readonly code: string | undefined
  /** The message of the error, if it is one. */
  readonly message: string
}

export type Send = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>

export interface Host {
  readonly local: LocalDataverse
  readonly send: Send
}

const open: LocalDataverse[] = []

/** Starts a local Web API in memory on a free port; `closeHosts` ends it. */
export async function startHost(options: Partial<LocalDataverseOptions> = {}): Promise<Host> {
  const local = await startLocalDataverse({ data: ':memory:', ...options })
  open.push(local)
  return { local, send: sendTo(local.url) }
}

export async function closeHosts(): Promise<void> {
  await Promise.all(open.splice(0).map((local) => local.close()))
}

/** Sends requests to addresses below `root`. A text is sent as it is, anything else as JSON. */
export function sendTo(root: string): Send {
  return async (method, path, body, headers = {}) => {
    const response = await fetch(`${root}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return answerOf(response.status, response.headers, await response.text())
  }
}

export function answerOf(status: number, headers: Headers, text: string): Answer {
  const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}
  const error = 'error' in json ? (json as unknown as ErrorEnvelope).error : undefined
  return { status, headers, text, json, code: error?.code, message: error?.message ?? '' }
}

/** The id in an answer's `OData-EntityId`. */
export function idIn({ headers }: Answer): string {
  return /\(([0-9a-f-]{36})\)$/.exec(headers.get('OData-EntityId') ?? '')?.[1] ?? ''
}

export const missingId = '99999999-9999-4999-8999-999999999999'

/** A valid id that differs by its number. */
export function rowId(number: number): string {
  return `11111111-1111-4111-8111-${String(number).padStart(12, '0')}`
}
