import type { Counters } from './counters.js'
import type { KnownRows } from './known-rows.js'
import type { Store } from './open-database.js'

/** Runs work in one SQLite transaction: all of it is committed, or none. */
export class Transactions {
  readonly #begin
  readonly #commit
  readonly #rollback
  readonly #counters: Counters
  readonly #knownRows: KnownRows
  #open = false

  constructor(database: Store, counters: Counters, knownRows: KnownRows) {
    this.#begin = database.prepare('BEGIN IMMEDIATE')
    this.#commit = database.prepare('COMMIT')
    this.#rollback = database.prepare('ROLLBACK')
    this.#counters = counters
    this.#knownRows = knownRows
  }

  /** Work inside other work's transaction joins it. `work` is synchronous, so nothing interleaves. */
  run<T>(work: () => T): T {
    if (this.#open) return work()
    this.#begin.run()
    this.#open = true
    try {
      const result = work()
      this.#counters.save()
      this.#commit.run()
      return result
    } catch (error) {
      this.#knownRows.forgetAll()
      this.#rollback.run()
      throw error
    } finally {
      this.#open = false
    }
  }
}
