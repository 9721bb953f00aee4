import type { Store } from './open-database.js'

/** What the counter of row versions is called in the store. */
const rowVersion = '$rowversion'

/**
 * Named counters that only grow: one for the versions of all rows, one for each automatic number.
 * They are counted in memory and written with the transaction that used them, so a number given
 * out in a transaction that was rolled back leaves a gap, as in Dataverse.
 */
export class Counters {
  readonly #values = new Map<string, number>()
  readonly #changed = new Set<string>()
  readonly #write: ReturnType<Store['prepare']>
  #version: number
  #versionChanged = false

  constructor(database: Store) {
    const rows = database.prepare('SELECT name, value FROM "$counters"').all()
    for (const { name, value } of rows as readonly { name: string; value: number }[]) {
      this.#values.set(name, value)
    }
    this.#version = this.#values.get(rowVersion) ?? 1_000
    this.#write = database.prepare(
      'INSERT INTO "$counters" (name, value) VALUES (?1, ?2) ' +
        'ON CONFLICT (name) DO UPDATE SET value = ?2',
    )
  }

  /** The version of the next row written. */
  nextVersion(): number {
    this.#version += 1
    this.#versionChanged = true
    return this.#version
  }

  get lastVersion(): number {
    return this.#version
  }

  /** The next number of a counter; the first is `first`. */
  next(name: string, first: number): number {
    const value = (this.#values.get(name) ?? first - 1) + 1
    this.#values.set(name, value)
    this.#changed.add(name)
    return value
  }

  /** Writes what changed since the last call; to be called inside the transaction. */
  save(): void {
    if (this.#versionChanged) this.#write.run([rowVersion, this.#version])
    for (const name of this.#changed) this.#write.run([name, this.#values.get(name) ?? 0])
    this.#versionChanged = false
    this.#changed.clear()
  }
}
