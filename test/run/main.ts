import { runChecks } from './checks.js'
import { runInProcess } from './spec-process.js'
import { broken } from './tally.js'
import type { Tally } from './tally.js'

/** Everything `npm test` runs, in this order. `npm test -- NAME...` runs some. */
const suites: Readonly<Record<string, () => Promise<Tally>>> = {
  lint: runChecks,
  node: () =>
    runInProcess('jasmine-process.ts', [
      'test/solution/**/*.spec.ts',
      'test/connector/**/*.spec.ts',
      'test/support/**/*.spec.ts',
      'test/run/**/*.spec.ts',
    ]),
  browser: () => runInProcess('karma-process.ts', []),
  e2e: () => runInProcess('jasmine-process.ts', ['test/e2e/**/*.e2e.ts']),
}

async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !(name in suites))
  if (unknown.length > 0) {
    console.error(
      `Unknown suite ${unknown.join(', ')}. The suites are ${Object.keys(suites).join(', ')}.`,
    )
    finish([['unknown suite', broken('')]])
    return
  }
  const results: [name: string, tally: Tally][] = []
  for (const [name, run] of Object.entries(suites)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    console.log(`\n== ${name}`)
    results.push([name, await run().catch((error: unknown) => broken(String(error)))])
  }
  // Once more, at the end: a log of so many specs is long, and some who read it see its end only.
  for (const [name, { failures = [] }] of results) {
    for (const failure of failures) console.log(`\nFAILED in ${name}: ${failure}`)
  }
  console.log()
  for (const [name, tally] of results) console.log(`${name.padEnd(8)} ${sentence(tally)}`)
  finish(results)
}

/** The last line is for machines: `.ci/run` and whoever reads its end. */
function finish(results: readonly (readonly [name: string, tally: Tally])[]): void {
  const total = (count: 'passed' | 'failed') =>
    results.reduce((sum, [, tally]) => sum + tally[count], 0)
  process.exitCode = total('failed') === 0 ? 0 : 1
  console.log(`${total('passed')} passed, ${total('failed')} failed`)
}

function sentence({ passed, failed, pending, problem }: Tally): string {
  return [
    `${passed} passed, ${failed} failed`,
    ...(pending > 0 ? [`${pending} pending`] : []),
    ...(problem ? [problem] : []),
  ].join(', ')
}

await main(process.argv.slice(2))
