import { createBench } from './bench.js'
import { resultOf } from './measure.js'
import { measures } from './measures/index.js'

/**
 * Prints one JSON object a line on standard output and nothing else there; progress goes to
 * standard error. Exit code 0 where everything asked for was measured, whether it met its target
 * or not; 1 where a measurement failed; 2 where a name is not known.
 */
async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !measures.some((measure) => measure.name === name))
  if (unknown.length > 0) {
    const known = measures.map(({ name }) => `  ${name}`).join('\n')
    process.stderr.write(`Unknown: ${unknown.join(', ')}. Measures:\n${known}\n`)
    return 2
  }
  const chosen = measures.filter(({ name }) => names.length === 0 || names.includes(name))
  const bench = createBench((message) => process.stderr.write(`${message}\n`))
  let failures = 0
  for (const measure of chosen) {
    bench.say(`${measure.name} ...`)
    try {
      const value = await measure.run(bench)
      if (value !== null) process.stdout.write(`${JSON.stringify(resultOf(measure, value))}\n`)
    } catch (error) {
      failures += 1
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      bench.say(`${measure.name} failed: ${text}`)
    }
  }
  return failures > 0 ? 1 : 0
}

process.exitCode = await main(process.argv.slice(2))
