import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'

import type { DataverseClient } from '../../dataverse/index.js'
import type { LaneVerdict } from '../../engine/proof/index.js'
import { connect } from '../connect.js'
import { utcSeconds } from '../http/formats.js'
import { createSignedTokens } from '../http/signed-token.js'
import { createJsonLog } from '../json-log.js'
import {
  checkpointOf,
  checkpointPurpose,
  readCheckpoint,
  summaryLine,
  verdictLine,
  verifyLedger,
  writeCheckpoint,
} from '../proof/index.js'
import type { Checkpoint } from '../proof/index.js'
import { CommandError, runProcess } from '../run-process.js'
import { readSettings } from '../settings.js'
import type { Settings } from '../settings.js'

/** Verifies the ledger of an environment: a line a lane; exit code 1 where something is wrong. */
await runProcess(async () => {
  const { values } = parseArgs({
    options: {
      table: { type: 'string' },
      checkpoint: { type: 'string' },
      'write-checkpoint': { type: 'string' },
    },
  })
  const { table, checkpoint: known, 'write-checkpoint': written } = values
  const settings = readSettings(process.env)
  const key = known === undefined && written === undefined ? '' : checkpointKey(settings)
  const log = createJsonLog(settings.logLevel, (line) => process.stderr.write(line))
  const client = connect(settings, log)
  try {
    const takenOn = utcSeconds(new Date())
    const environment = (await client.whoAmI()).organizationId
    const checkpoint = known === undefined ? null : await givenCheckpoint(known, key, environment)
    const verdicts = await verified(client, table, checkpoint)
    if (verdicts.some(({ faults }) => faults > 0)) {
      process.exitCode = 1
      if (written !== undefined)
        process.stderr.write('No checkpoint of a faulty ledger is taken.\n')
    } else if (written !== undefined) {
      const taken = checkpointOf(verdicts, { takenOn, environment })
      await writeFile(written, writeCheckpoint(taken, key))
    }
  } finally {
    await client.close()
  }
})

async function verified(
  client: DataverseClient,
  table: string | undefined,
  checkpoint: Checkpoint | null,
): Promise<readonly LaneVerdict[]> {
  const verdicts: LaneVerdict[] = []
  for await (const verdict of verifyLedger(client, { table, checkpoint })) {
    process.stdout.write(`${verdictLine(verdict)}\n`)
    verdicts.push(verdict)
  }
  process.stdout.write(`${summaryLine(verdicts)}\n`)
  return verdicts
}

function checkpointKey({ signingSecret: secret }: Settings): string {
  if (secret === null) {
    throw new CommandError('SIGNING_SECRET is not set. It is needed to sign and check checkpoints.')
  }
  return createSignedTokens({ secret, now: Date.now }).derive(checkpointPurpose)
}

/** @throws CommandError where the file is none of ours. */
async function givenCheckpoint(
  path: string,
  key: string,
  environment: string,
): Promise<Checkpoint> {
  const read = readCheckpoint(await readFile(path, 'utf8'), key, environment)
  if ('fault' in read) throw new CommandError(`The checkpoint ${path} ${read.fault}`)
  return read.checkpoint
}
