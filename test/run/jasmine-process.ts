import Jasmine from 'jasmine'

import { projectFolder } from './checks.js'
import { report } from './spec-process.js'

/** Runs the specs whose paths match the arguments (globs, from the project's folder). */
const runner = new Jasmine({ projectBaseDir: projectFolder })
runner.exitOnCompletion = false
runner.loadConfig({
  spec_dir: '.',
  spec_files: process.argv.slice(2),
  helpers: ['test/support/patience.ts'],
  random: true,
})

let passed = 0
let failed = 0
let pending = 0
runner.addReporter({
  specDone: ({ status }) => {
    if (status === 'passed') passed += 1
    if (status === 'failed') failed += 1
    if (status === 'pending') pending += 1
  },
  // What fails in beforeAll or afterAll belongs to no spec.
  suiteDone: ({ failedExpectations }) => {
    failed += failedExpectations.length
  },
})

const { overallStatus, incompleteReason, failedExpectations } = await runner.execute()
failed += failedExpectations.length
report({
  passed,
  pending,
  failed: failed === 0 && overallStatus !== 'passed' ? 1 : failed,
  ...(incompleteReason ? { problem: incompleteReason } : {}),
})
