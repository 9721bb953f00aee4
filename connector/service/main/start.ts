import { ApiError } from '../example/api.js'
import { ExampleError } from '../example/load-example.js'
import { readStartArguments } from '../start/arguments.js'
import { run } from '../start/run.js'
import { readStartSettings, StartError } from '../start/settings.js'
import { createSupervisor } from '../start/supervisor.js'

/** Runs until it is interrupted (exit code 0) or a part of it fails (exit code 1). */
async function main(): Promise<number> {
  const args = readStartArguments(process.argv.slice(2))
  const settings = readStartSettings(process.env)
  const supervisor = createSupervisor()
  const interruption = new AbortController()
  const interrupted = new Promise<undefined>((resolve) => {
    const interrupt = () => {
      if (interruption.signal.aborted) supervisor.kill()
      interruption.abort()
      resolve(undefined)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt)
  })
  const ending = Promise.race([supervisor.failure, interrupted])

  try {
    const { signal } = interruption
    const running = run({ settings, args, supervisor, output: process.stdout, signal })
    const failure = await Promise.race([running.then(() => ending), ending])
    if (failure) throw failure
    process.stdout.write('Stopping.\n')
    return 0
  } finally {
    await supervisor.stop()
  }
}

const speaksForItself = [StartError, ApiError, ExampleError]

function report(error: unknown): number {
  const known = speaksForItself.some((kind) => error instanceof kind)
  const text = error instanceof Error ? (known ? error.message : error.stack) : String(error)
  process.stderr.write(`${text ?? ''}\n`)
  return 1
}

process.exitCode = await main().catch(report)
process.exit()
