import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { projectFolder } from './checks.js'
import { isTally, settledTally } from './tally.js'
import type { Tally } from './tally.js'

/**
 * Runs a script of this folder in a process of its own, its output shown as it comes, and takes
 * the tally that it sends.
 */
export function runInProcess(
  script: string,
  args: readonly string[],
  { silent = false }: { readonly silent?: boolean } = {},
): Promise<Tally> {
  return new Promise((resolve, reject) => {
    let reported: Tally | undefined
    const child = fork(fileURLToPath(new URL(script, import.meta.url)), args, {
      cwd: projectFolder,
      execArgv: ['--import', 'tsx'],
      silent,
    })
    // Unread output would stop the child once the pipe is full.
    child.stdout?.resume()
    child.stderr?.resume()
    child.on('message', (message) => {
      if (isTally(message)) reported = message
    })
    child.on('error', reject)
    child.on('close', (exitCode) => resolve(settledTally(reported, exitCode)))
  })
}

/** Sends this process's tally to the one that started it, and ends. */
export function report(tally: Tally): void {
  const exitCode = tally.failed === 0 ? 0 : 1
  if (process.send) process.send(tally, () => process.exit(exitCode))
  else process.exit(exitCode)
}
