import { setImmediate as nextRound } from 'node:timers/promises'

/**
 * Does long pieces of work one after another, in the order they were asked for. Between two of them
 * the event loop makes a round: requests go out and answers come in, so that the store has work
 * while the worker computes.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()

  run<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    const turn = this.#last.then(work)
    this.#last = turn.catch(() => undefined).then(() => nextRound())
    return turn
  }
}

/** Something under way that is not waited for before the turn ends. */
export interface Begun<Result> {
  readonly result: Promise<Result>
}

/** A failure counts when the result is asked for, not before. */
export function begun<Result>(result: Promise<Result>): Begun<Result> {
  result.catch(() => undefined)
  return { result }
}
