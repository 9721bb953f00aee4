import { isNotFound } from '../../dataverse/index.js'
import { CommandError, runProcess } from '../run-process.js'
import { replayArguments } from '../what-if/arguments.js'
import { withReading } from '../what-if/reading.js'
import { NotReplayableError } from '../what-if/recorded-job.js'
import { replayJob } from '../what-if/replay-job.js'
import { replayJson, replayText } from '../what-if/report.js'

/** Decides a closed job again and compares; ends with code 1 where a decision came out differently. */
await runProcess(async () => {
  const { jobId, show, json } = replayArguments(process.argv.slice(2))
  const replay = await withReading(process.env, async (reading) => {
    try {
      return await replayJob(reading, jobId, show)
    } catch (error) {
      if (error instanceof NotReplayableError) throw new CommandError(error.message)
      if (isNotFound(error)) throw new CommandError(`There is no sync job ${jobId}.`)
      throw error
    }
  })
  process.stdout.write(
    json ? `${JSON.stringify(replayJson(replay), null, 2)}\n` : replayText(replay),
  )
  if (replay.different > 0) process.exitCode = 1
})
