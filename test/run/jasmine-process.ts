import Jasmine from 'jasmine'

import { projectFolder } from './checks.js'
import { report } from './spec-process.js'

/** Runs the specs whose paths match the arguments (globs, from the project's folder). */
const runner = new Jasmine({ projectBaseDir: projectFolder })
runner.exitOnCompletion = false
runner.loadConfig({
  spec_dir: '.',
  spec_files: process.argv.slice(2),
  helpers: ['test/support/patience.ts', 'test/support/cases.ts'],
  random: true,
})

let passed = 0
let failed = 0
let pending = 0
const failures: string[] = []
runner.addReporter({
  specDone: ({ status, fullName, failedExpectations }) => {
    if (status === 'passed') passed += 1
    if (status === 'pending') pending += 1
    if (status !== 'failed') return
    failed += 1
    failures.push(failure(fullName, failedExpectations))
  },
  // What fails in beforeAll or afterAll belongs to no spec.
  suiteDone: ({ fullName, failedExpectations }) => {
    if (failedExpectations.length === 0) return
    failed += failedExpectations.length
    failures.push(failure(`${fullName} (beforeAll or afterAll)`, failedExpectations))
  },
})

const { overallStatus, incompleteReason, failedExpectations } = await runner.execute()
failed += failedExpectations.length
if (failedExpectations.length > 0)
  failures.push(failure('outside of all specs', failedExpectations))
report({
  passed,
  pending,
  failed: failed === 0 && overallStatus !== 'passed' ? 1 : failed,
  failures,
  ...(incompleteReason ? { problem: incompleteReason } : {}),
})

function failure(name: string, failed: readonly jasmine.FailedExpectation[]): string {
  return [name, ...failed.flatMap(({ message, stack }) => [message, stack])].join('\n')
}
