import { runPreflight } from './run.js'

process.exitCode = await runPreflight(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
})
