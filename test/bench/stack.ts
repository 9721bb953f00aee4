import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createDataverseClient } from '../../connector/dataverse/index.js'
import type { DataverseClient } from '../../connector/dataverse/index.js'
import { createApi } from '../../connector/service/example/api.js'
import type { Api } from '../../connector/service/example/api.js'
import type { ChildOptions } from '../../connector/service/start/child.js'
import { localDataverse, service, worker } from '../../connector/service/start/processes.js'
import { createSupervisor } from '../../connector/service/start/supervisor.js'
import type { Supervisor } from '../../connector/service/start/supervisor.js'
import { waitForAnswer } from '../../connector/service/start/wait-for-answer.js'

/** The local Web API, the service and a worker, three processes as `npm start` runs them. */
export interface Stack {
  readonly dataverseUrl: string
  readonly client: DataverseClient
  readonly api: Api
  readonly workerPid: number
  readonly stop: () => Promise<void>
}

const answerMs = 60_000

/**
 * What tells of events keeps still: it notes decisions, too, where it looks before they are settled
 * (two requests for 250 of them).
 */
const serviceSettings = { EVENT_POLL_MS: '600000' }

/** Work is found at once; what looks after offers and changes outside keeps still meanwhile. */
const workerSettings = { POLL_MS: '50', DRIFT_POLL_MS: '3600000', OFFER_POLL_MS: '3600000' }

export async function startStack(): Promise<Stack> {
  const supervisor = createSupervisor()
  const directory = await mkdtemp(join(tmpdir(), 'bench-'))
  const stop = async () => {
    await supervisor.stop()
    await rm(directory, { recursive: true })
  }
  try {
    return await startParts(supervisor, directory, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

async function startParts(
  supervisor: Supervisor,
  dataDirectory: string,
  stop: () => Promise<void>,
): Promise<Stack> {
  const { signal } = new AbortController()
  const dataFile = join(dataDirectory, 'dataverse.db')
  const settings = { dataversePort: 0, servicePort: 0, dataDirectory, dataFile }
  const host = localDataverse(settings)
  // Nothing but what is measured keeps the machine busy.
  const quiet = { ...host, args: [...(host.args ?? []), '--no-build'] }
  const { line: dataverseUrl } = await supervisor.start(quiet)
  const started = await supervisor.start(withEnv(service(settings, dataverseUrl), serviceSettings))
  const serviceUrl = `${started.line}/v1`
  await waitForAnswer('service', `${serviceUrl}/health`, answerMs, signal)
  const { pid } = await supervisor.start(withEnv(worker(settings, dataverseUrl), workerSettings))

  const client = createDataverseClient({ url: dataverseUrl })
  return {
    dataverseUrl,
    client,
    api: createApi(serviceUrl, signal),
    workerPid: pid,
    stop: async () => {
      await client.close()
      await stop()
    },
  }
}

function withEnv(options: ChildOptions, env: Readonly<Record<string, string>>): ChildOptions {
  return { ...options, env: { ...options.env, ...env } }
}
