import { mkdir } from 'node:fs/promises'

import { createApi } from '../example/api.js'
import type { Api, SyncJob } from '../example/api.js'
import { heldReasons, jobTable } from '../example/describe-jobs.js'
import { decideExample } from '../example/decision.js'
import { findExample, loadExample } from '../example/load-example.js'
import type { StartArguments } from './arguments.js'
import { deleteDataFile } from './data-file.js'
import { requireFreePort } from './ports.js'
import { localDataverse, service, worker } from './processes.js'
import { keptSigningSecret } from './signing-secret.js'
import { createProgress } from './progress.js'
import { portVariable } from './settings.js'
import type { StartSettings } from './settings.js'
import type { Supervisor } from './supervisor.js'
import { waitForAnswer } from './wait-for-answer.js'

const answerMs = 180_000

export interface RunOptions {
  readonly settings: StartSettings
  readonly args: StartArguments
  readonly supervisor: Supervisor
  readonly output: NodeJS.WriteStream
  readonly signal: AbortSignal
}

/**
 * Starts the store, the service and a worker, loads the example, and prints what came of it.
 * Resolves when all of it runs.
 *
 * @throws StartError where one of them cannot start; ApiError, ExampleError for the example.
 */
export async function run(options: RunOptions): Promise<void> {
  const { settings, args, output, signal } = options
  await requireFreePort(
    settings.dataversePort,
    'the local Dataverse Web API',
    portVariable.dataverse,
  )
  await requireFreePort(settings.servicePort, 'the service', portVariable.service)
  if (args.fresh) await deleteDataFile(settings.dataFile)
  await mkdir(settings.dataDirectory, { recursive: true })

  const { dataverseUrl, serviceUrl } = await startProcesses(options)
  const api = createApi(serviceUrl, signal)
  if (args.loadExample) await showExample(api, options)
  output.write(addresses(settings, dataverseUrl, serviceUrl))
}

/** A line of its own, also where a line of progress is under way. */
const lineOf = ({ isTTY }: NodeJS.WriteStream, sentence: string): string =>
  `${isTTY ? '\r\u001b[K' : ''}${sentence}\n`

interface Addresses {
  readonly dataverseUrl: string
  /** With the base path of the operations. */
  readonly serviceUrl: string
}

async function startProcesses(options: RunOptions): Promise<Addresses> {
  const { settings, args, supervisor, output, signal } = options
  output.write('Starting the local Dataverse Web API, the service and a worker.\n')
  const { line: dataverseUrl } = await supervisor.start(
    localDataverse(settings, args.solutions, (sentence) => output.write(lineOf(output, sentence))),
  )
  await waitForAnswer(
    'local Dataverse Web API',
    `${dataverseUrl}/api/data/v9.2/WhoAmI`,
    answerMs,
    signal,
  )

  const signing = { SIGNING_SECRET: await keptSigningSecret(settings.dataDirectory) }
  const started = await supervisor.start(service(settings, dataverseUrl, signing))
  const serviceUrl = `${started.line}/v1`
  await waitForAnswer('service', `${serviceUrl}/health`, answerMs, signal)

  await supervisor.start(worker(settings, dataverseUrl))
  return { dataverseUrl, serviceUrl }
}

async function showExample(api: Api, { output, signal }: RunOptions): Promise<void> {
  const earlier = await findExample(api)
  if (earlier) {
    output.write('The example was loaded earlier; nothing is loaded twice.\n')
    await describe(api, earlier, output)
    return
  }
  output.write('Loading the example: countries and their subdivisions, from three sources.\n')
  const progress = createProgress(output)
  try {
    const jobs = await loadExample(api, { onProgress: progress.show, signal })
    progress.end()
    await describe(api, jobs, output)
    const steps = await decideExample(api, { onProgress: progress.show, signal })
    progress.end()
    output.write(`\nOne of them decided, and taken back:\n${steps.join('\n')}\n`)
  } finally {
    progress.end()
  }
}

async function describe(
  api: Api,
  jobs: readonly SyncJob[],
  output: NodeJS.WriteStream,
): Promise<void> {
  output.write(
    `\n${jobTable(jobs)}\n\nHeld for a person to decide:\n${await heldReasons(api, jobs)}\n`,
  )
}

function addresses(settings: StartSettings, dataverseUrl: string, serviceUrl: string): string {
  return `
App          ${dataverseUrl}/app/
Web API      ${dataverseUrl}/api/data/v9.2/
Service      ${serviceUrl}
Data, logs   ${settings.dataDirectory}

Running until Ctrl-C.
`
}
