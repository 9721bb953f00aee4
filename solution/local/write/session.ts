import type { InsertQueue } from './insert-queue.js'

/** Who a request acts as. Ids are of systemuser rows. */
export interface Caller {
  readonly userId: string
  /** The business unit that owns what the caller creates. */
  readonly businessUnitId: string
  /** The user who really called, when acting on behalf of `userId`. */
  readonly delegateId: string | null
}

/** A row a bind or a `$1` reference leads to. */
export interface RowReference {
  readonly table: string
  readonly id: string
}

/** What was written, by table (logical name). */
export interface WriteTally {
  created: number
  updated: number
  deleted: number
}

/** What the writes of one operation (or one change set) share. */
export class WriteSession {
  /** Rows made by earlier operations of the change set, by Content-ID. */
  readonly contentIds = new Map<string, RowReference>()
  /** Binds that were found to exist, by their text: bulk rows repeat them. */
  readonly knownBinds = new Map<string, RowReference>()
  /** Rows of the bulk message under way that queries do not find yet. */
  queue: InsertQueue | undefined
  readonly tallies = new Map<string, WriteTally>()
  /** Estimated time of the platform's servers for what was written, in seconds. */
  serverSeconds = 0

  constructor(
    readonly caller: Caller,
    /** The instant all rows of the operation are stamped with, in whole seconds, UTC. */
    readonly now: string,
  ) {}

  count(table: string, outcome: keyof WriteTally): void {
    let tally = this.tallies.get(table)
    if (!tally) {
      tally = { created: 0, updated: 0, deleted: 0 }
      this.tallies.set(table, tally)
    }
    tally[outcome] += 1
  }
}
