import { createDataverseClient } from '../../../connector/dataverse/index.js'
import type {
  DataverseClient,
  DataverseClientOptions,
  RequestReport,
} from '../../../connector/dataverse/index.js'
import { startScriptedServer } from './scripted-server.js'
import type { ReceivedRequest, Step } from './scripted-server.js'
import { createVirtualClock } from './virtual-clock.js'
import type { VirtualClock } from './virtual-clock.js'

export interface Scene {
  readonly client: DataverseClient
  readonly clock: VirtualClock
  readonly url: string
  readonly requests: readonly ReceivedRequest[]
  readonly reports: readonly RequestReport[]
}

/** Lends a client of a server that answers by the steps, and closes both. */
export async function onScript(
  steps: readonly Step[],
  run: (scene: Scene) => Promise<void>,
  options: Partial<DataverseClientOptions> = {},
): Promise<void> {
  const server = await startScriptedServer(steps)
  const clock = createVirtualClock()
  const reports: RequestReport[] = []
  const client = createDataverseClient({
    url: server.url,
    now: clock.now,
    sleep: clock.sleep,
    retry: { attempts: 4, firstDelayMs: 500, jitter: () => 0 },
    onRequest: (report) => reports.push(report),
    ...options,
  })
  try {
    await run({ client, clock, url: server.url, requests: server.requests, reports })
  } finally {
    await server.close()
    await client.close()
  }
}

/** The error a promise is rejected with. */
export async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('It was expected to fail.')
}
