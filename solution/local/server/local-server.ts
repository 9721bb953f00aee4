import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { AppAnswer, LocalApp } from '../app/server/index.js'
import { DataverseError } from '../errors.js'
import type { Pages } from '../pages/index.js'
import { answerControl } from './control.js'
import type { ControlServices } from './control.js'
import { failureResponse } from './failure.js'
import type { OperationResponse } from './operation.js'
import { requestBody } from './request-body.js'
import { addressOf, notFound } from './web-api.js'
import type { WebApi } from './web-api.js'

const host = '127.0.0.1'

/** The HTTP server: the Web API below `/api/data/`, its controls below `/local/`, app and pages elsewhere. */
export class LocalServer {
  readonly #server: Server
  #origin = ''
  #closing = false

  constructor(
    private readonly webApi: WebApi,
    private readonly control: ControlServices,
    private readonly pages: Pages,
    private readonly app: LocalApp,
  ) {
    this.#server = createServer((incoming, outgoing) => {
      outgoing.once('close', () => setImmediate(this.#closeIdle))
      this.#handle(incoming, outgoing).catch((error: unknown) => {
        if (outgoing.headersSent || incoming.socket.destroyed) outgoing.destroy()
        else write(outgoing, failureResponse(error))
      })
    })
    this.#server.keepAliveTimeout = 60_000
  }

  /** Resolves with the origin once connections are accepted; rejects when the port is taken. */
  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(port, host, () => {
        this.#server.off('error', reject)
        resolve()
      })
    })
    const address = this.#server.address() as AddressInfo
    this.#origin = `http://${host}:${address.port}`
    return this.#origin
  }

  /** Stops listening, ends idle connections, and waits for requests under way. */
  async close(): Promise<void> {
    this.#closing = true
    await new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve()
      })
      this.#closeIdle()
    })
  }

  readonly #closeIdle = (): void => {
    if (this.#closing) this.#server.closeIdleConnections()
  }

  async #handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const url = incoming.url ?? '/'
    const named = incoming.headers.host
    if (named !== undefined && !loopbackName.test(named)) {
      write(outgoing, foreignHost(named))
      return
    }
    const origin = named === undefined ? this.#origin : `http://${named}`
    const address = addressOf(url, origin)
    if (address) {
      await this.webApi.handle(incoming, outgoing, address)
      return
    }
    const [path = '/', query = ''] = url.split('?')
    if (!path.startsWith('/local/')) {
      const isRead = incoming.method === 'GET'
      const page = isRead ? ((await this.app.answer(path)) ?? this.pages(path, query)) : null
      write(outgoing, page ?? notFound(path))
      return
    }
    const request = {
      method: incoming.method ?? 'GET',
      path: path.slice('/local/'.length),
      query,
      headers: {},
      body: await requestBody(incoming),
      rootUrl: origin,
      inBatch: false,
    }
    write(outgoing, answerControl(request, this.control))
  }
}

/** Links name the host as the client does, `localhost` or `127.0.0.1`. */
const loopbackName = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i

/** A page of another site that had its own name lead here must not reach the data. */
function foreignHost(name: string): OperationResponse {
  const message = `This development host answers on the loopback interface, not as '${name}'.`
  return failureResponse(new DataverseError('invalidArgument', message))
}

function write(
  outgoing: ServerResponse,
  { status, headers, body }: OperationResponse | AppAnswer,
): void {
  outgoing.writeHead(status, headers)
  outgoing.end(body ?? undefined)
}
