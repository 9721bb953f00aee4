import { runProcess } from '../run-process.js'
import { whatIfArguments } from '../what-if/arguments.js'
import { readChange } from '../what-if/change-files.js'
import { withReading } from '../what-if/reading.js'
import { whatIfJson, whatIfText } from '../what-if/report.js'
import { whatIf } from '../what-if/what-if.js'

/** Tells what changed policies or value maps would have made of recorded items. Writes nothing. */
await runProcess(async () => {
  const { files, scope, show, json } = whatIfArguments(process.argv.slice(2), Date.now())
  const result = await withReading(process.env, async (reading) =>
    whatIf(reading, await readChange(files, reading.metadata), scope, show),
  )
  process.stdout.write(
    json ? `${JSON.stringify(whatIfJson(result), null, 2)}\n` : whatIfText(result),
  )
})
