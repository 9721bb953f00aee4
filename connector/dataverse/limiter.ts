export interface LimiterOptions {
  /** Most tasks at a time, whatever the platform recommends. */
  readonly maxParallel: number
  readonly now: () => number
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

/** What a task reports of the request it made. */
export interface Feedback {
  /** The platform's recommended parallelism. */
  readonly recommend: (parallel: number) => void
  readonly succeeded: () => void
  /** The platform had too much to do; nobody sends before the time it names. */
  readonly overloaded: (retryAfterMs: number | null) => void
}

export interface Limiter {
  /** Runs a task when there is room, first come, first served. */
  readonly run: <Result>(
    task: (feedback: Feedback) => Promise<Result>,
    signal?: AbortSignal,
  ) => Promise<Result>
  /** An operation inside of an answered request was throttled. */
  readonly overloaded: (retryAfterMs: number | null) => void
  /** How many tasks may run at a time now. */
  readonly limit: () => number
}

/** Parallelism before the platform has recommended any: four lanes fill one user's server time. */
const initialParallel = 4

/**
 * Lets as many requests run side by side as the platform takes: up to its own recommendation,
 * halved when it is overloaded (once for all requests then under way), one more after as many
 * successes as the limit.
 */
export function createLimiter({ maxParallel, now, sleep }: LimiterOptions): Limiter {
  let ceiling = maxParallel
  let limit = Math.min(maxParallel, initialParallel)
  let active = 0
  let successes = 0
  let epoch = 0
  let pausedUntil = -Infinity
  const waiting: (() => void)[] = []

  function startWaiting(): void {
    while (active < limit) {
      const start = waiting.shift()
      if (!start) return
      active++
      start()
    }
  }

  async function acquire(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted()
    if (active < limit && waiting.length === 0) {
      active++
      return
    }
    await new Promise<void>((resolve, reject) => {
      const onAbort = () => {
        waiting.splice(waiting.indexOf(start), 1)
        reject(signal?.reason as Error)
      }
      const start = () => {
        signal?.removeEventListener('abort', onAbort)
        resolve()
      }
      waiting.push(start)
      signal?.addEventListener('abort', onAbort, { once: true })
    })
  }

  function recommend(parallel: number): void {
    if (!Number.isInteger(parallel) || parallel < 1) return
    ceiling = Math.min(maxParallel, parallel)
    limit = Math.min(limit, ceiling)
  }

  function succeeded(): void {
    successes++
    if (successes < limit || limit >= ceiling) return
    successes = 0
    limit++
  }

  function overloaded(startedIn: number, retryAfterMs: number | null): void {
    successes = 0
    if (retryAfterMs !== null) pausedUntil = Math.max(pausedUntil, now() + retryAfterMs)
    if (startedIn !== epoch) return
    epoch++
    limit = Math.max(1, Math.floor(limit / 2))
  }

  return {
    limit: () => limit,
    overloaded: (retryAfterMs) => {
      overloaded(epoch, retryAfterMs)
    },
    run: async (task, signal) => {
      await acquire(signal)
      try {
        for (let wait = pausedUntil - now(); wait > 0; wait = pausedUntil - now()) {
          await sleep(wait, signal)
        }
        const startedIn = epoch
        return await task({
          recommend,
          succeeded,
          overloaded: (retryAfterMs) => {
            overloaded(startedIn, retryAfterMs)
          },
        })
      } finally {
        active--
        startWaiting()
      }
    },
  }
}
