import { createDataverseClient, createMetadataCache } from '../../../connector/dataverse/index.js'
import type { DataverseClient } from '../../../connector/dataverse/index.js'
import { createApi } from '../../../connector/service/example/api.js'
import type { Api } from '../../../connector/service/example/api.js'
import { createService } from '../../../connector/service/http/create-service.js'
import { startWorker } from '../../../connector/service/worker/index.js'
import { openSolutions, startLocalDataverse } from '../../../solution/local/index.js'
import { silentLog } from '../../support/worker-stack.js'

/** Store, service and worker in this process, spoken to over HTTP. */
export interface InProcessStack {
  readonly dataverseUrl: string
  /** Where the operations are. */
  readonly serviceUrl: string
  readonly client: DataverseClient
  readonly api: Api
  readonly close: () => Promise<void>
}

/** `solutions`: paths of packages whose tables the store hosts too. */
export async function startInProcessStack(
  solutions: readonly string[] = [],
): Promise<InProcessStack> {
  const store = await startLocalDataverse({
    data: ':memory:',
    port: 0,
    solutions: await openSolutions(solutions),
  })
  const client = createDataverseClient({ url: store.origin })
  const service = await createService({
    client,
    metadata: createMetadataCache(client),
    settings: { publicBaseUrl: null },
    log: silentLog,
  })
  const origin = await service.listen({ host: '127.0.0.1', port: 0 })
  const worker = startWorker({
    client,
    log: silentLog,
    settings: { leaseMs: 60_000, chunkItems: 4_000, pollMs: 10 },
  })
  return {
    dataverseUrl: store.origin,
    serviceUrl: `${origin}/v1`,
    client,
    api: createApi(`${origin}/v1`, new AbortController().signal),
    close: async () => {
      await worker.stop()
      await service.close()
      await client.close()
      await store.close()
    },
  }
}
