/** Amounts that count for a while after they were added. Times are milliseconds and never go back. */
export class SlidingWindow {
  readonly #length: number
  readonly #times: number[] = []
  readonly #amounts: number[] = []
  #first = 0
  #sum = 0

  constructor(length: number) {
    this.#length = length
  }

  add(now: number, amount: number): void {
    this.#times.push(now)
    this.#amounts.push(amount)
    this.#sum += amount
  }

  sum(now: number): number {
    this.#forget(now)
    return this.#sum
  }

  /** Milliseconds until the sum is below `limit`; 0 when it is. */
  wait(now: number, limit: number): number {
    let rest = this.sum(now)
    let at = this.#first
    let until = now
    while (rest >= limit && at < this.#times.length) {
      rest -= this.#amounts[at] ?? 0
      until = (this.#times[at] ?? now) + this.#length
      at += 1
    }
    return until - now
  }

  #forget(now: number): void {
    while (this.#first < this.#times.length) {
      if ((this.#times[this.#first] ?? now) + this.#length > now) break
      this.#sum -= this.#amounts[this.#first] ?? 0
      this.#first += 1
    }
    if (this.#first === this.#times.length) this.#sum = 0
    if (this.#first > 1_000) {
      this.#times.splice(0, this.#first)
      this.#amounts.splice(0, this.#first)
      this.#first = 0
    }
  }
}
