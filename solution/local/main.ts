import { parseArgs } from 'node:util'

import { describeSolution, openSolutions } from './solutions/index.js'
import { startLocalDataverse } from './start.js'
import type { LocalDataverse } from './start.js'

const usage = `Usage: npm run local-dataverse -- [options]

  --port NUMBER  port on the loopback interface (LOCAL_DATAVERSE_PORT, else 8080; 0: any free one)
  --data FILE    SQLite file, or :memory: (default .local/dataverse.db)
  --solution X   host the tables of this solution zip or unpacked folder too (repeatable)
  --limits       answer 429 as the platform does when its published limits are exceeded
  --no-build     build neither the app nor the controls now; the app is built when it is opened
  --trace FILE   append each request as a line of JSON
`

/** Begins the lines that whoever starts this host shows to people. */
const noteMark = 'Note: '

interface Settings {
  readonly port: number
  readonly data: string
  readonly solutionPaths: readonly string[]
  readonly limits: boolean
  readonly builds: boolean
  readonly traceFile: string | undefined
}

/** Throws an error whose message says which option is wrong. */
function settings(): Settings | undefined {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      data: { type: 'string', default: '.local/dataverse.db' },
      solution: { type: 'string', multiple: true, default: [] },
      limits: { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
      trace: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  const port = values.port ?? process.env['LOCAL_DATAVERSE_PORT'] ?? '8080'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new Error(`The port must be a number from 0 to 65535, not '${port}'.`)
  }
  return {
    port: Number(port),
    data: values.data,
    solutionPaths: values.solution,
    limits: values.limits,
    builds: !values['no-build'],
    traceFile: values.trace,
  }
}

async function main(): Promise<void> {
  const chosen = settings()
  if (!chosen) {
    process.stdout.write(usage)
    return
  }
  const { traceFile, solutionPaths, builds, ...options } = chosen
  const solutions = await openSolutions(solutionPaths)
  const local = await startLocalDataverse({
    ...options,
    solutions,
    ...(traceFile === undefined ? {} : { traceFile }),
  })
  closeWhenTold(local)
  for (const solution of solutions) process.stdout.write(`Hosting ${describeSolution(solution)}\n`)
  for (const note of local.notes) process.stdout.write(`${note}\n`)
  process.stdout.write(`Local Dataverse Web API: ${local.url} (data: ${options.data})\n`)
  process.stdout.write(`App: ${local.origin}/app/\n`)
  if (builds) {
    await local.prepareApp((sentence) => process.stdout.write(`${noteMark}${sentence}\n`))
  }
}

/** Before an address is printed: who reads it may end the process at once. */
function closeWhenTold(local: Pick<LocalDataverse, 'close'>): void {
  let closing = false
  const stop = () => {
    if (closing) return
    closing = true
    void local.close()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`local Dataverse: ${message}\n`)
  process.exitCode = 1
})
