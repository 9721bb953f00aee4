import type { RetryOptions } from './client.js'

/** When to try again, every choice made. */
export interface Backoff {
  readonly attempts: number
  /** Milliseconds to wait after the failed try of this number (1 for the first). */
  readonly delay: (attempt: number, retryAfterMs: number | null) => number
}

export function createBackoff({
  attempts = 8,
  firstDelayMs = 500,
  maxDelayMs = 30_000,
  jitter = Math.random,
}: RetryOptions = {}): Backoff {
  return {
    attempts,
    delay: (attempt, retryAfterMs) => {
      if (retryAfterMs !== null) return retryAfterMs + jitter() * firstDelayMs
      return Math.min(maxDelayMs, firstDelayMs * 2 ** (attempt - 1) * (1 + jitter()))
    },
  }
}
