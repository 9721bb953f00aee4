import type { MetadataCache } from '../../dataverse/index.js'
import { FollowedTable } from './followed-table.js'
import { governedTables } from './governed-tables.js'
import type { MarkingContext } from './mark-records.js'

export interface DriftContext extends MarkingContext {
  readonly metadata: MetadataCache
}

/** Between two looks for tables that are governed since. */
const tablesEveryMs = 60_000

/**
 * Finds values in force that were changed outside of the ledger, by hand or by an import, and marks
 * their entries; takes the mark away once the record has the value again or the entry is history.
 */
export class DriftWatch {
  readonly #context: DriftContext
  readonly #tables = new Map<string, FollowedTable>()
  /** Tables whose trouble was logged and is not over. */
  readonly #inTrouble = new Set<string>()
  #lookedForTablesAt = -Infinity

  constructor(context: DriftContext) {
    this.#context = context
  }

  /** One round over all governed tables. What goes wrong with one is no matter to the others. */
  async look(isStopping: () => boolean = () => false): Promise<void> {
    await this.#findTables()
    const definitions = await this.#context.metadata.tables([...this.#tables.keys()])
    for (const [name, followed] of this.#tables) {
      const table = definitions.get(name)
      if (!table || isStopping()) continue
      try {
        await followed.look(this.#context, table, isStopping)
        this.#inTrouble.delete(name)
      } catch (error) {
        this.#report(name, error)
      }
    }
  }

  async #findTables(): Promise<void> {
    const { client, now } = this.#context
    if (now() - this.#lookedForTablesAt < tablesEveryMs) return
    for (const name of await governedTables(client)) {
      if (!this.#tables.has(name)) this.#tables.set(name, new FollowedTable(name))
    }
    this.#lookedForTablesAt = now()
  }

  #report(targetTable: string, error: unknown): void {
    if (this.#inTrouble.has(targetTable)) return
    this.#inTrouble.add(targetTable)
    this.#context.log.warn(
      { targetTable, err: error },
      'Changes made outside cannot be followed; it is tried again each round',
    )
  }
}
