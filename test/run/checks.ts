import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import type { Tally } from './tally.js'

export const projectFolder = fileURLToPath(new URL('../../', import.meta.url))

interface Check {
  readonly name: string
  /** A script of an npm package or of ours, from the project's folder. */
  readonly script: string
  readonly args: readonly string[]
  /** What Node needs to run the script. */
  readonly nodeOptions?: readonly string[]
}

const checks: readonly Check[] = [
  {
    // First: it writes types that the next ones need.
    name: 'build of the controls',
    script: 'solution/emit/controls/main.ts',
    args: [],
    nodeOptions: ['--import', 'tsx'],
  },
  {
    name: 'types',
    script: 'node_modules/typescript/bin/tsc',
    args: ['--noEmit'],
  },
  {
    name: 'types of the controls',
    script: 'node_modules/typescript/bin/tsc',
    args: ['--noEmit', '--project', 'controls'],
  },
  {
    name: 'types of the local app',
    script: 'node_modules/typescript/bin/tsc',
    args: ['--noEmit', '--project', 'solution/local/app/client'],
  },
  {
    name: 'types of the browser specs',
    script: 'node_modules/typescript/bin/tsc',
    args: ['--noEmit', '--project', 'test/browser'],
  },
  {
    name: 'lint',
    script: 'node_modules/eslint/bin/eslint.js',
    args: ['--max-warnings', '0', '.'],
  },
  {
    name: 'format',
    script: 'node_modules/prettier/bin/prettier.cjs',
    args: ['--check', '.'],
  },
  {
    name: 'connector definition',
    script: 'node_modules/swagger-cli/swagger-cli.js',
    args: ['validate', 'connector/definition/apiDefinition.swagger.json'],
  },
]

/** Runs the checks that need no spec; each counts as one. */
export async function runChecks(): Promise<Tally> {
  let passed = 0
  const failures: string[] = []
  for (const check of checks) {
    const exitCode = await run(check)
    if (exitCode === 0) passed += 1
    else failures.push(check.name)
    console.log(`${exitCode === 0 ? 'passed' : 'FAILED'}: ${check.name}`)
  }
  return { passed, failed: failures.length, pending: 0, failures }
}

function run({ script, args, nodeOptions = [] }: Check): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeOptions, script, ...args], {
      cwd: projectFolder,
      stdio: 'inherit',
    })
    child.on('error', reject)
    child.on('close', resolve)
  })
}
