import { changedRows, isChangeTrackingExpired } from '../../dataverse/index.js'
import type { ChangedRows } from '../../dataverse/index.js'
import type { TargetTable } from '../../engine/index.js'
import { markRecords } from './mark-records.js'
import type { MarkingContext } from './mark-records.js'
import { storedPosition, storePosition } from './stored-position.js'

/** A position is stored at least this often, long before the platform forgets what came after it. */
const storeEveryMs = 24 * 60 * 60_000

/**
 * Follows the changes of one table: first every row, page by page, then what is written. Records
 * that could not be judged are looked at again in the next round; until they are, the position that
 * a restart goes on from stays where it is.
 */
export class FollowedTable {
  readonly #logicalName: string
  /** Undefined: not read yet; null: nothing was followed. */
  #position: string | null | undefined
  #storedAt = -Infinity
  #again: readonly string[] = []

  constructor(logicalName: string) {
    this.#logicalName = logicalName
  }

  /** One round: one request where nothing was written. */
  async look(
    context: MarkingContext,
    table: TargetTable,
    isStopping: () => boolean,
  ): Promise<void> {
    this.#position ??= await storedPosition(context.client, this.#logicalName)
    let page: ChangedRows
    do {
      page = await this.#next(context, table)
      const ids = new Set([...this.#again, ...page.ids])
      this.#again = ids.size === 0 ? [] : await markRecords(context, table, [...ids])
      this.#position = page.next
      await this.#store(context, page)
    } while (page.hasMore && !isStopping())
  }

  async #next({ client }: MarkingContext, table: TargetTable): Promise<ChangedRows> {
    try {
      return await client.send(changedRows(table, this.#position ?? null))
    } catch (error) {
      if (this.#position === null || !isChangeTrackingExpired(error)) throw error
      return client.send(changedRows(table, null))
    }
  }

  async #store({ client, now }: MarkingContext, { ids, next }: ChangedRows): Promise<void> {
    if (this.#again.length > 0) return
    if (ids.length === 0 && now() - this.#storedAt < storeEveryMs) return
    await storePosition(client, this.#logicalName, next)
    this.#storedAt = now()
  }
}
