import { createMetadataCache } from '../../dataverse/index.js'
import { connect } from '../connect.js'
import { startDriftWatch } from '../drift/index.js'
import { createJsonLog } from '../json-log.js'
import { runProcess, stopSignal } from '../run-process.js'
import { readSettings } from '../settings.js'
import { startWorker } from '../worker/index.js'

/** One worker, until it is told to stop. As many may run as there is work for. */
await runProcess(async () => {
  const settings = readSettings(process.env)
  const log = createJsonLog(settings.logLevel, (line) => process.stderr.write(line))
  const client = connect(settings, log)
  const worker = startWorker({ client, settings, log })
  const drift = startDriftWatch({
    client,
    metadata: createMetadataCache(client),
    pollMs: settings.driftPollMs,
    log,
    now: Date.now,
  })
  process.stdout.write(`Integration worker ready, working on ${settings.dataverseUrl}\n`)
  await stopSignal()
  await Promise.all([worker.stop(), drift.stop()])
  await client.close()
})
