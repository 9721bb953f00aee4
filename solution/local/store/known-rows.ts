/** More ids than a bulk load's messages refer back to; some 5 MB. */
const mostIds = 50_000

/**
 * Ids of rows that are certainly there, so that a lookup to a row written just before (bulk loads
 * are full of them) costs no query. Nobody else writes the data file, and whatever may take rows
 * away forgets: a deletion its row, a rolled back transaction all of them.
 */
export class KnownRows {
  readonly #ids = new Map<string, Set<string>>()
  #size = 0

  /** `table`: logical name. `id`: in lower case. */
  has(table: string, id: string): boolean {
    return this.#ids.get(table)?.has(id) ?? false
  }

  add(table: string, id: string): void {
    if (this.#size >= mostIds) this.forgetAll()
    let ids = this.#ids.get(table)
    if (!ids) {
      ids = new Set()
      this.#ids.set(table, ids)
    }
    ids.add(id)
    this.#size += 1
  }

  forget(table: string, id: string): void {
    this.#ids.get(table)?.delete(id)
  }

  forgetAll(): void {
    this.#ids.clear()
    this.#size = 0
  }
}
