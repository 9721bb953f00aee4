import { setTimeout as pause } from 'node:timers/promises'

/** Less than a spec may take, so that a wait in vain says what it waited for. Milliseconds. */
const patienceMs = 100_000

/**
 * Waits until something is so, however slow the machine is.
 *
 * @throws Error that says what was waited for when it never is.
 */
export async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end;) {
    if (await isSo()) return
    await pause(10)
  }
  throw new Error(`Waited in vain until ${what}.`)
}
