import { parseArgs } from 'node:util'

import { createMetadataCache } from '../../dataverse/index.js'
import { createAuthenticate } from '../auth/index.js'
import { connect } from '../connect.js'
import { startEvents } from '../events/index.js'
import { createService } from '../http/create-service.js'
import { createSignedTokens } from '../http/signed-token.js'
import { createJsonLog } from '../json-log.js'
import { runProcess, stopSignal } from '../run-process.js'
import { readSettings } from '../settings.js'
import { startOfferWatch } from '../write-back/index.js'
import { startWork } from './start-work.js'

/** How long a receiver of events may take to answer. */
const callbackTimeoutMs = 10_000

/**
 * The service, what tells subscribers of events, what offers values again that no source
 * acknowledged and, without `--no-worker`, a worker in one process, until it is told to stop.
 */
await runProcess(async () => {
  const settings = readSettings(process.env)
  const log = createJsonLog(settings.logLevel, (line) => process.stderr.write(line))
  const client = connect(settings, log)
  const { values } = parseArgs({ options: { 'no-worker': { type: 'boolean', default: false } } })
  const work = values['no-worker'] ? null : startWork(client, settings, log)
  const { callbackRules, eventPollMs: pollMs } = settings
  const now = Date.now
  const tokens = createSignedTokens({ secret: settings.signingSecret, now })
  const told = { client, tokens, callbackRules, log, now, pollMs, timeoutMs: callbackTimeoutMs }
  const events = startEvents(told)
  const metadata = createMetadataCache(client)
  const offers = startOfferWatch({ client, metadata, log, now, pollMs: settings.offerPollMs })
  const app = await createService({
    client,
    metadata,
    settings,
    log,
    authenticate: await createAuthenticate(settings),
    requestsPerMinute: settings.requestsPerMinute,
    tokens,
    callbackRules,
    onSubscribed: events.wake,
    ...(work ? { onSubmitted: work.wake } : {}),
  })
  try {
    const address = await app.listen({ host: settings.host, port: settings.port })
    process.stdout.write(`Integration service ready at ${address}\n`)
    await stopSignal()
  } finally {
    await app.close()
    await Promise.all([events.stop(), offers.stop()])
    await work?.stop()
    await client.close()
  }
})
