import type { Store } from '../store/index.js'

export type Statement = ReturnType<Store['prepare']>

/** Column sets come from clients, so their statements are kept only up to this many. */
const capacity = 500

/** Prepared statements by their SQL; the one unused longest goes first. */
export class StatementCache {
  readonly #database: Store
  readonly #statements = new Map<string, Statement>()

  constructor(database: Store) {
    this.#database = database
  }

  prepare(sql: string): Statement {
    const known = this.#statements.get(sql)
    if (known) {
      this.#statements.delete(sql)
      this.#statements.set(sql, known)
      return known
    }
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    if (this.#statements.size > capacity) {
      const [oldest] = this.#statements.keys()
      if (oldest !== undefined) this.#statements.delete(oldest)
    }
    return statement
  }
}
