import type { IncomingMessage, ServerResponse } from 'node:http'

import { DataverseError } from '../errors.js'
import { signedIn } from '../identity/sign-in.js'
import { ConnectionCut, Injector } from '../faults/index.js'
import type { Faults } from '../faults/index.js'
import type { Limiter } from '../limits/index.js'
import { RequestAccount } from '../trace/index.js'
import type { Trace } from '../trace/index.js'
import { runBatch } from './batch/run-batch.js'
import { failureResponse } from './failure.js'
import type { OperationRequest, OperationResponse } from './operation.js'
import type { Operations } from './operations.js'
import { requestBody } from './request-body.js'

/** How many requests a client should send side by side, as the platform's samples show it. */
const recommendedParallelism = '4'

export interface WebApiServices {
  readonly operations: Operations
  readonly trace: Trace
  readonly faults: Faults
  /** Undefined: no limits. */
  readonly limiter: Limiter | undefined
  readonly now: () => Date
}

interface Address {
  readonly rootUrl: string
  readonly path: string
  readonly query: string
}

/** Answers HTTP requests below `/api/data/v9.x/`. */
export class WebApi {
  constructor(private readonly services: WebApiServices) {}

  async handle(incoming: IncomingMessage, outgoing: ServerResponse, at: Address): Promise<void> {
    const { trace, faults, now } = this.services
    const account = new RequestAccount()
    const injector = new Injector(faults)
    const url = at.query === '' ? at.path : `${at.path}?${at.query}`
    const method = incoming.method ?? 'GET'
    let bytesReceived = 0
    const record = (status: number, bytesSent: number) => {
      trace.record({ at: now(), method, url, status, bytesReceived, bytesSent }, account)
    }
    try {
      const request = await toOperation(incoming, at)
      bytesReceived = request.body.length
      const response = await this.#answer(request, account, injector)
      const body = Buffer.from(response.body ?? '', 'utf8')
      record(response.status, body.length)
      send(outgoing, response, body, injector.halvesResponse)
    } catch (error) {
      if (!(error instanceof ConnectionCut)) throw error
      record(0, 0)
      incoming.socket.destroy()
    }
  }

  async #answer(
    request: OperationRequest,
    account: RequestAccount,
    injector: Injector,
  ): Promise<OperationResponse> {
    const { limiter } = this.services
    const user = userOf(request)
    try {
      limiter?.enter(user)
    } catch (error) {
      return withHeaders(failureResponse(error), limiter?.headers(user))
    }
    try {
      const response = await this.#run(request, account, injector)
      return withHeaders(response, limiter?.headers(user))
    } finally {
      limiter?.leave(user, account.serverSeconds)
    }
  }

  async #run(
    request: OperationRequest,
    account: RequestAccount,
    injector: Injector,
  ): Promise<OperationResponse> {
    const { operations } = this.services
    try {
      const injected = await injector.before(request)
      if (injected) return injected
      const response = isBatch(request)
        ? await runBatch(request, operations, account, injector.forOperation)
        : operations.execute(request, account)
      injector.after()
      return response
    } catch (error) {
      if (error instanceof ConnectionCut) throw error
      return failureResponse(error)
    }
  }
}

function isBatch({ method, path }: OperationRequest): boolean {
  return method === 'POST' && path === '$batch'
}

/** Limits are counted by the user a request acts as. */
function userOf({ headers }: OperationRequest): string {
  return headers['callerobjectid'] ?? headers['mscrmcallerid'] ?? ''
}

async function toOperation(incoming: IncomingMessage, at: Address): Promise<OperationRequest> {
  return {
    method: incoming.method ?? 'GET',
    path: at.path,
    query: at.query,
    headers: withCaller(singleHeaders(incoming)),
    body: await requestBody(incoming),
    rootUrl: at.rootUrl,
    inBatch: false,
  }
}

/** A page of the local app names nobody: it acts as whoever is signed in. */
function withCaller(headers: OperationRequest['headers']): OperationRequest['headers'] {
  const user = signedIn(headers['cookie'])
  const isNamed = headers['callerobjectid'] ?? headers['mscrmcallerid']
  return user === undefined || isNamed !== undefined
    ? headers
    : { ...headers, callerobjectid: user }
}

function singleHeaders(incoming: IncomingMessage): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  )
}

function withHeaders(
  response: OperationResponse,
  headers: Readonly<Record<string, string>> = {},
): OperationResponse {
  return { ...response, headers: { ...response.headers, ...headers } }
}

function send(
  outgoing: ServerResponse,
  response: OperationResponse,
  body: Buffer,
  half: boolean,
): void {
  outgoing.writeHead(response.status, {
    'x-ms-dop-hint': recommendedParallelism,
    ...response.headers,
    ...(response.body === null ? {} : { 'Content-Length': String(body.length) }),
  })
  if (!half) {
    outgoing.end(body)
    return
  }
  outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.destroy())
}

/** Where an address points below the service root; undefined when it points elsewhere. */
export function addressOf(url: string, origin: string): Address | undefined {
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  const [root] = /^\/api\/data\/v9\.\d+\/?/i.exec(path) ?? []
  if (root === undefined) return undefined
  return {
    rootUrl: `${origin}${root.endsWith('/') ? root : `${root}/`}`,
    path: path.slice(root.length),
    query: mark < 0 ? '' : url.slice(mark + 1),
  }
}

/** A path that is none of the Web API's. */
export function notFound(path: string): OperationResponse {
  return failureResponse(
    new DataverseError('unknownResource', `Resource not found for the path '${path}'.`),
  )
}
