/** A clock that runs with another one and can be put forward. */
export class AdvancingClock {
  #ahead = 0

  constructor(private readonly now: () => Date) {}

  readonly milliseconds = (): number => this.now().getTime() + this.#ahead

  advance(seconds: number): void {
    this.#ahead += seconds * 1_000
  }
}
