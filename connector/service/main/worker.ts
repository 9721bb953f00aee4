import { connect } from '../connect.js'
import { createJsonLog } from '../json-log.js'
import { runProcess, stopSignal } from '../run-process.js'
import { readSettings } from '../settings.js'
import { startWork } from './start-work.js'

/** One worker, until it is told to stop. As many may run as there is work for. */
await runProcess(async () => {
  const settings = readSettings(process.env)
  const log = createJsonLog(settings.logLevel, (line) => process.stderr.write(line))
  const client = connect(settings, log)
  const work = startWork(client, settings, log)
  process.stdout.write(`Integration worker ready, working on ${settings.dataverseUrl}\n`)
  await stopSignal()
  await work.stop()
  await client.close()
})
