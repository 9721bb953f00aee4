import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import karma from 'karma'
import type { TestResults } from 'karma'

import { buildControls } from '../../solution/emit/controls/build-controls.js'
import { findChrome } from '../support/find-chrome.js'
import { openLocalDataverse } from '../support/local-dataverse.js'
import { karmaOptions } from './karma-options.js'
import { report } from './spec-process.js'

/**
 * Runs the browser specs in a real browser, with the built controls, beside a local Web API that the
 * specs' page reaches. SPECS, a pattern from the project's folder, runs some of them.
 */
const chrome = await findChrome()
await buildControls()
// Bundles and what the browser leaves behind go into one folder, which goes away with this process.
const temporary = await mkdtemp(join(tmpdir(), 'browser-specs-'))
Object.assign(process.env, {
  CHROME_BIN: chrome.executablePath,
  ...chrome.env,
  TMPDIR: temporary,
  TEMP: temporary,
  TMP: temporary,
})

const dataverse = await openLocalDataverse()
const config = await karma.config.parseConfig(
  null,
  karmaOptions(chrome, dataverse.url, process.env.SPECS),
  {
    promiseConfig: true,
    throwErrors: true,
  },
)

let results: TestResults | undefined
const failures: string[] = []
const exitCode = await new Promise<number>((resolve, reject) => {
  const server = new karma.Server(config, resolve)
  server.on('spec_complete', (_browser, { suite, description, success, log }) => {
    if (!success) failures.push([[...suite, description].join(' '), ...log].join('\n'))
  })
  server.on('run_complete', (_browsers, complete) => {
    results = complete
  })
  server.start().catch(reject)
})
await dataverse.close()
await rm(temporary, { recursive: true, force: true, maxRetries: 5 })
report({
  passed: results?.success ?? 0,
  failed: results?.failed ?? 0,
  pending: results?.skipped ?? 0,
  failures,
  ...(exitCode === 0 ? {} : { problem: `karma ended with exit code ${exitCode}` }),
})
