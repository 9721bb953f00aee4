import { createMetadataCache } from '../../dataverse/index.js'
import { connect } from '../connect.js'
import { createJsonLog } from '../json-log.js'
import { readSettings } from '../settings.js'
import type { Reading } from './recorded-job.js'

/** Lends what commands read with, set up by the environment as a worker is, and ends it afterwards. */
export async function withReading<Result>(
  env: Readonly<Record<string, string | undefined>>,
  use: (reading: Reading) => Promise<Result>,
): Promise<Result> {
  const settings = readSettings(env)
  const log = createJsonLog(settings.logLevel, (line) => process.stderr.write(line))
  const client = connect(settings, log)
  try {
    const { userId } = await client.whoAmI()
    const { chunkItems } = settings
    return await use({
      client,
      metadata: createMetadataCache(client),
      serviceUserId: userId,
      chunkItems,
    })
  } finally {
    await client.close()
  }
}
