import { SettingsError } from './settings.js'

/** What a person asked of a command and cannot have; the message says all there is to say. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

/** Resolves at the first SIGINT or SIGTERM. */
export function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve(signal)
      })
    }
  })
}

/** Runs a process's main function; a failure is told on standard error and ends it with code 1. */
export async function runProcess(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    process.stderr.write(`${explained(error)}\n`)
    process.exitCode = 1
  }
}

/** What a person can mend is told in a sentence; anything else with its stack. */
function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isExpected =
    error instanceof SettingsError ||
    error instanceof CommandError ||
    ('code' in error && error.code === 'EADDRINUSE')
  return isExpected ? error.message : (error.stack ?? error.message)
}
