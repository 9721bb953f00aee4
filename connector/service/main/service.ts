import { createMetadataCache } from '../../dataverse/index.js'
import { connect } from '../connect.js'
import { createService } from '../http/create-service.js'
import { createJsonLog } from '../json-log.js'
import { readSettings, SettingsError } from '../settings.js'
import type { Settings } from '../settings.js'
import { startWorker } from '../worker/index.js'

/** The service and a worker in one process, until it is told to stop. */
async function run(settings: Settings): Promise<void> {
  const log = createJsonLog(settings.logLevel, (line) => process.stderr.write(line))
  const client = connect(settings, log)
  const app = await createService({ client, metadata: createMetadataCache(client), settings, log })
  const worker = startWorker({ client, settings, log })

  const stop = async () => {
    await app.close()
    await worker.stop()
    await client.close()
  }
  const stopped = new Promise<void>((resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        log.info({ signal }, 'Stopping.')
        stop().then(resolve, reject)
      })
    }
  })
  try {
    const address = await app.listen({ host: settings.host, port: settings.port })
    process.stdout.write(`Integration service ready at ${address}\n`)
  } catch (error) {
    await stop()
    throw error
  }
  await stopped
}

try {
  await run(readSettings(process.env))
} catch (error) {
  const isExpected = error instanceof SettingsError || hasCode(error, 'EADDRINUSE')
  process.stderr.write(`${isExpected ? error.message : inspected(error)}\n`)
  process.exitCode = 1
}

function hasCode(error: unknown, code: string): error is Error {
  return error instanceof Error && 'code' in error && error.code === code
}

function inspected(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
