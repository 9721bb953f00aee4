import type { CallbackAnswer } from './post-callback.js'

/** What became of one attempt to deliver an event. */
export type Outcome =
  | { readonly kind: 'delivered' }
  /** `gone`: nobody listens there any more; `refused`: not this event; `failed`: try again. */
  | {
      readonly kind: 'gone' | 'refused' | 'failed'
      readonly reason: string
      readonly retryAfterMs: number
    }

export type Failure = Exclude<Outcome, { readonly kind: 'delivered' }>

/** What a receiver's answer means. */
export function outcomeOf({ status, retryAfter }: CallbackAnswer): Outcome {
  if (status >= 200 && status < 300) return { kind: 'delivered' }
  const isForTheMoment = status === 408 || status === 429 || status < 400 || status >= 500
  return {
    kind: status === 404 || status === 410 ? 'gone' : isForTheMoment ? 'failed' : 'refused',
    reason: `The receiver answered ${status}.`,
    retryAfterMs: (retryAfter ?? 0) * 1_000,
  }
}

export function noAnswer(error: unknown): Failure {
  const reason = error instanceof Error ? error.message : String(error)
  return { kind: 'failed', reason: `The receiver gave no answer: ${reason}`, retryAfterMs: 0 }
}

/** What is done about a failure that is the `failures`th in a row. */
export type Consequence = 'wait' | 'skip' | 'end'

/** After a day and a half without anybody there, a week without success: the receiver is gone. */
const attemptsUntilEnd = { gone: 40, refused: Infinity, failed: 176 } as const

/** A receiver that refuses an event may do so for the moment, but not several times in hours. */
const attemptsUntilSkip = 6

export function consequenceOf({ kind }: Failure, failures: number): Consequence {
  if (failures >= attemptsUntilEnd[kind]) return 'end'
  return kind === 'refused' && failures >= attemptsUntilSkip ? 'skip' : 'wait'
}

const firstPauseMs = 10_000
const longestPauseMs = 60 * 60_000
const longestAskedMs = 24 * 60 * 60_000

/** How long to wait after the `failures`th failure in a row: longer each time, or as asked. */
export function pauseAfter({ retryAfterMs }: Failure, failures: number): number {
  const pause = Math.min(firstPauseMs * 2 ** Math.min(failures - 1, 20), longestPauseMs)
  return Math.max(pause, Math.min(retryAfterMs, longestAskedMs))
}
