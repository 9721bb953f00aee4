import { readFileSync } from 'node:fs'

import { createDataverseClient, createMetadataCache } from '../../../connector/dataverse/index.js'
import type { DataverseClient } from '../../../connector/dataverse/index.js'
import { localCaller } from '../../../connector/service/auth/caller.js'
import { callbackRules } from '../../../connector/service/events/callback-rules.js'
import { startEvents } from '../../../connector/service/events/index.js'
import { createService } from '../../../connector/service/http/create-service.js'
import { ApiError } from '../../../connector/service/http/errors.js'
import { createSignedTokens } from '../../../connector/service/http/signed-token.js'
import { startWorker } from '../../../connector/service/worker/index.js'
import { startLocalDataverse } from '../../../solution/local/index.js'
import { silentLog } from '../worker-stack.js'
import { startCallbacks } from './callbacks.js'
import type { Callbacks } from './callbacks.js'
import { virtualClock } from './clock.js'
import type { Clock } from './clock.js'
import { readDefinition } from './connector/definition.js'
import { Gateway } from './connector/gateway.js'
import type { Policy } from './connector/gateway.js'
import type { Send } from './connector/http.js'

/** Store, service, worker and events, and the platform's part beside them. */
export interface FlowStack {
  /** Where the service is, without the base path. */
  readonly origin: string
  readonly dataverseUrl: string
  readonly client: DataverseClient
  readonly callbacks: Callbacks
  readonly clock: Clock
  /** A connection with the right key; `with` says what is different about it. */
  readonly connection: (with_?: ConnectionDifferences) => Gateway
  readonly close: () => Promise<void>
}

export interface ConnectionDifferences {
  readonly policies?: readonly Policy[]
  readonly send?: Send
  readonly apiKey?: string
}

const folder = new URL('../../../connector/definition/', import.meta.url)
const file = (name: string) => readFileSync(new URL(name, folder), 'utf8')

/** What the service asks of whoever comes without an address that is a credential itself. */
export const apiKey = 'the key of the connection'

export const definition = readDefinition(file('apiDefinition.swagger.json'))

export const policies = (
  JSON.parse(file('apiProperties.json')) as {
    readonly properties: { readonly policyTemplateInstances: readonly Policy[] }
  }
).properties.policyTemplateInstances

export async function startFlowStack(): Promise<FlowStack> {
  const store = await startLocalDataverse({ data: ':memory:', port: 0 })
  const client = createDataverseClient({ url: store.origin })
  const tokens = createSignedTokens({ now: Date.now })
  const rules = callbackRules({ cloud: 'commercial', allowLocal: true })
  const service = await createService({
    client,
    metadata: createMetadataCache(client),
    settings: { publicBaseUrl: null },
    log: silentLog,
    tokens,
    callbackRules: rules,
    authenticate: (headers) =>
      headers['x-api-key'] === apiKey
        ? Promise.resolve(localCaller)
        : Promise.reject(new ApiError('Unauthenticated', { reason: 'expected the key.' })),
  })
  const origin = await service.listen({ host: '127.0.0.1', port: 0 })
  const worker = startWorker({
    client,
    log: silentLog,
    settings: { leaseMs: 60_000, chunkItems: 4_000, pollMs: 10 },
  })
  const events = startEvents({
    client,
    tokens,
    callbackRules: rules,
    log: silentLog,
    now: Date.now,
    timeoutMs: 60_000,
    pollMs: 20,
  })
  const callbacks = await startCallbacks()
  const clock = virtualClock()
  return {
    origin,
    dataverseUrl: store.origin,
    client,
    callbacks,
    clock,
    connection: (different = {}) =>
      new Gateway({
        definition,
        policies: different.policies ?? policies,
        backend: origin,
        connectionParameters: { api_key: different.apiKey ?? apiKey },
        clock,
        ...(different.send && { send: different.send }),
      }),
    close: async () => {
      await events.stop()
      await worker.stop()
      await callbacks.close()
      await service.close()
      await client.close()
      await store.close()
    },
  }
}
