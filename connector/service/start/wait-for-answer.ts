import { setTimeout as pause } from 'node:timers/promises'

import { StartError } from './settings.js'

const pollMs = 100
const requestMs = 2_000

/**
 * Resolves once the address answers with a success.
 *
 * @throws StartError after `deadlineMs`, with the last answer.
 */
export async function waitForAnswer(
  name: string,
  url: string,
  deadlineMs: number,
  signal: AbortSignal,
): Promise<void> {
  const deadline = AbortSignal.timeout(deadlineMs)
  let last = 'no answer'
  while (!deadline.aborted) {
    signal.throwIfAborted()
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(requestMs) })
      const body = await response.text()
      if (response.ok) return
      last = `status ${response.status}: ${body.slice(0, 500)}`
    } catch (error) {
      last = error instanceof Error ? error.message : String(error)
    }
    await pause(pollMs)
  }
  throw new StartError(
    `The ${name} did not become ready within ${deadlineMs / 1_000} seconds. GET ${url}: ${last}.`,
  )
}
