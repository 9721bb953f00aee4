import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

import {
  createDataverseClient,
  createMetadataCache,
} from '../../../../connector/dataverse/index.js'
import type { DataverseClient } from '../../../../connector/dataverse/index.js'
import { callbackRules } from '../../../../connector/service/events/callback-rules.js'
import { startEvents } from '../../../../connector/service/events/index.js'
import type { RunningEvents } from '../../../../connector/service/events/index.js'
import { createService } from '../../../../connector/service/http/create-service.js'
import { createSignedTokens } from '../../../../connector/service/http/signed-token.js'
import { startLocalDataverse } from '../../../../solution/local/index.js'
import type { LocalDataverse } from '../../../../solution/local/index.js'
import { silentLog, startOfTime } from '../../../support/worker-stack.js'

/** A request that came to the receiver. */
export interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly body: Readonly<Record<string, unknown>>
}

export interface Receiver {
  readonly url: string
  readonly received: readonly Received[]
  /** What it answers from now on. (Default: 200) */
  status: number
  headers: Readonly<Record<string, string>>
  /** How long it takes. (Default: no time) */
  delayMs: number
  readonly close: () => Promise<void>
}

/** Listens on this machine, as a flow does in its cloud. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const receiver = { status: 200, headers: {} as Readonly<Record<string, string>>, delayMs: 0 }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      const body = JSON.parse(text) as Received['body']
      received.push({ path: request.url ?? '', headers: request.headers, text, body })
      setTimeout(() => {
        response.writeHead(receiver.status, receiver.headers).end('thanks')
      }, receiver.delayMs)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return Object.assign(receiver, {
    url: `http://127.0.0.1:${port}/hook?sig=secret`,
    received,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => {
          closed()
        })
        server.closeAllConnections()
      }),
  })
}

export interface EventsUnderTest {
  readonly client: DataverseClient
  readonly local: LocalDataverse
  /** The service's operations, with the version. */
  readonly base: string
  /** The time that store and service go by. */
  readonly clock: { now: number }
  /** Starts telling subscribers, as the service does when it starts. */
  readonly startTelling: () => RunningEvents
  readonly close: () => Promise<void>
}

/** Real service and store, on a clock that only moves when told. */
export async function startEventsUnderTest(): Promise<EventsUnderTest> {
  const clock = { now: startOfTime }
  const now = () => clock.now
  const local = await startLocalDataverse({ data: ':memory:', now: () => new Date(clock.now) })
  const client = createDataverseClient({ url: local.origin })
  const tokens = createSignedTokens({ secret: 'a secret of at least thirty-two characters', now })
  const rules = callbackRules({ cloud: 'commercial', allowLocal: true })
  const running: RunningEvents[] = []
  const app = await createService({
    client,
    metadata: createMetadataCache(client),
    settings: { publicBaseUrl: null },
    log: silentLog,
    tokens,
    callbackRules: rules,
    now,
  })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    client,
    local,
    base: `${origin}/v1`,
    clock,
    startTelling: () => {
      const events = startEvents({
        client,
        tokens,
        callbackRules: rules,
        log: silentLog,
        now,
        timeoutMs: 60_000,
        pollMs: 10,
      })
      running.push(events)
      return events
    },
    close: async () => {
      await Promise.all(running.map((events) => events.stop()))
      await app.close()
      await client.close()
      await local.close()
    },
  }
}

/** Long enough for several looks. */
export function aWhile(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 300))
}
