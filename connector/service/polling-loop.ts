export interface PollingLoopOptions {
  /** One round; true: there may be more to do at once. */
  readonly turn: () => Promise<boolean>
  /** Told of a round that failed; the next one comes after a longer pause. */
  readonly failed: (error: unknown) => void
  /** Milliseconds between two rounds with nothing to do; doubles after each failure in a row. */
  readonly pollMs: number
}

/** Longest pause after failures in a row, in milliseconds. */
const longestPauseMs = 60_000

/** Does its rounds until it is stopped, with a pause where there is nothing to do. */
export class PollingLoop {
  readonly #options: PollingLoopOptions
  readonly #ended: Promise<void>
  #stopping = false
  #woken = false
  #endPause: () => void = () => undefined

  /** Begins with the first round at once. */
  constructor(options: PollingLoopOptions) {
    this.#options = options
    this.#ended = this.#run()
  }

  get isStopping(): boolean {
    return this.#stopping
  }

  /** Begins the next round at once instead of after the pause. */
  readonly wake = (): void => {
    this.#woken = true
    this.#endPause()
  }

  /** Lets the round under way end and resolves. */
  readonly stop = (): Promise<void> => {
    this.#stopping = true
    this.#endPause()
    return this.#ended
  }

  async #run(): Promise<void> {
    // A round asks whether the loop is stopping: it begins when whoever made the loop has it.
    await Promise.resolve()
    const { turn, failed, pollMs } = this.#options
    let failures = 0
    while (!this.#stopping) {
      this.#woken = false
      try {
        const hasMore = await turn()
        failures = 0
        if (!hasMore) await this.#pause(pollMs)
      } catch (error) {
        failures += 1
        failed(error)
        await this.#pause(Math.min(pollMs * 2 ** Math.min(failures, 10), longestPauseMs))
      }
    }
  }

  #pause(milliseconds: number): Promise<void> {
    if (this.#stopping || this.#woken) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#endPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
