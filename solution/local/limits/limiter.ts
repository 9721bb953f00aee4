import { DataverseError } from '../errors.js'
import type { Failure } from '../errors.js'
import { SlidingWindow } from './sliding-window.js'

/** The published limits of one user on one web server. */
export const publishedLimits = {
  windowSeconds: 300,
  requests: 6_000,
  executionSeconds: 1_200,
  concurrent: 52,
} as const

export interface Limits {
  readonly windowSeconds: number
  readonly requests: number
  readonly executionSeconds: number
  readonly concurrent: number
}

/** A client that goes on sending while refused waits this much longer, each time. */
const growthSeconds = 5

interface UserState {
  readonly requests: SlidingWindow
  readonly execution: SlidingWindow
  concurrent: number
  refusals: number
  blockedUntil: number
  blockedBy: Failure
}

/**
 * Refuses what is over the limits, as Dataverse does: 429 with one of three codes and a
 * `Retry-After` that grows while the client keeps sending. Execution time is the estimate of the
 * trace, not the time that passes here.
 */
export class Limiter {
  readonly #users = new Map<string, UserState>()

  /** `clock`: milliseconds, possibly of a virtual clock. */
  constructor(
    private readonly limits: Limits,
    private readonly clock: () => number,
  ) {}

  /** Lets a request of this user in, or throws 429. Whoever was let in must `leave`. */
  enter(user: string): void {
    const state = this.#state(user)
    const now = this.clock()
    if (now < state.blockedUntil) throw this.#refusal(state, state.blockedBy, now)
    state.refusals = 0
    if (state.concurrent >= this.limits.concurrent) {
      throw this.#refusal(state, 'tooManyAtOnce', now)
    }
    if (state.requests.sum(now) >= this.limits.requests) {
      throw this.#refusal(state, 'tooManyRequests', now)
    }
    if (state.execution.sum(now) >= this.limits.executionSeconds) {
      throw this.#refusal(state, 'tooMuchTime', now)
    }
    state.requests.add(now, 1)
    state.concurrent += 1
  }

  leave(user: string, serverSeconds: number): void {
    const state = this.#state(user)
    state.concurrent -= 1
    state.execution.add(this.clock(), serverSeconds)
  }

  headers(user: string): Readonly<Record<string, string>> {
    const state = this.#state(user)
    const now = this.clock()
    const requests = this.limits.requests - state.requests.sum(now)
    const seconds = this.limits.executionSeconds - state.execution.sum(now)
    return {
      'x-ms-ratelimit-burst-remaining-xrm-requests': String(Math.max(0, requests)),
      'x-ms-ratelimit-time-remaining-xrm-requests': Math.max(0, seconds).toFixed(2),
    }
  }

  #state(user: string): UserState {
    let state = this.#users.get(user)
    if (!state) {
      const milliseconds = this.limits.windowSeconds * 1_000
      state = {
        requests: new SlidingWindow(milliseconds),
        execution: new SlidingWindow(milliseconds),
        concurrent: 0,
        refusals: 0,
        blockedUntil: 0,
        blockedBy: 'tooManyRequests',
      }
      this.#users.set(user, state)
    }
    return state
  }

  #refusal(state: UserState, failure: Failure, now: number): DataverseError {
    const wait = Math.max(
      waitOf(state, failure, this.limits, now),
      state.blockedUntil - now + state.refusals * growthSeconds * 1_000,
    )
    const seconds = Math.max(1, Math.min(this.limits.windowSeconds, Math.ceil(wait / 1_000)))
    state.refusals += 1
    if (failure !== 'tooManyAtOnce') {
      state.blockedBy = failure
      state.blockedUntil = now + seconds * 1_000
    }
    return new DataverseError(failure, this.#message(failure), { 'Retry-After': String(seconds) })
  }

  #message(failure: Failure): string {
    const { requests, executionSeconds, concurrent, windowSeconds } = this.limits
    if (failure === 'tooManyAtOnce') {
      return `Number of concurrent requests exceeded the limit of ${concurrent}.`
    }
    return failure === 'tooManyRequests'
      ? `Number of requests exceeded the limit of ${requests} over time window of ` +
          `${windowSeconds} seconds.`
      : `Combined execution time of incoming requests exceeded limit of ` +
          `${executionSeconds * 1_000} milliseconds over time window of ${windowSeconds} ` +
          'seconds. Decrease number of concurrent requests or reduce the duration of requests ' +
          'and try again later.'
  }
}

/** Milliseconds until the window has room again. */
function waitOf(state: UserState, failure: Failure, limits: Limits, now: number): number {
  if (failure === 'tooManyRequests') return state.requests.wait(now, limits.requests)
  if (failure === 'tooMuchTime') return state.execution.wait(now, limits.executionSeconds)
  return 1_000
}
