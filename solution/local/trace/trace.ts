import { appendFileSync } from 'node:fs'

import type { WriteTally } from '../write/index.js'
import { addTally } from './account.js'
import type { RequestAccount } from './account.js'

/** One HTTP request; a `$batch` is one, whatever it holds. */
export interface TraceEntry {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly method: string
  /** Below the service root, with its query. */
  readonly url: string
  readonly status: number
  /** 1, or the operations of a batch. */
  readonly operations: number
  readonly rowsRead: number
  readonly rowWrites: number
  /** By the table's logical name. */
  readonly writes: Readonly<Record<string, Readonly<WriteTally>>>
  /** Estimated at the published per-row costs. */
  readonly serverSeconds: number
  readonly bytesReceived: number
  readonly bytesSent: number
}

/** The sums of all entries since the start or the last reset. */
export interface TraceTotals {
  readonly requests: number
  readonly operations: number
  readonly rowsRead: number
  readonly rowWrites: number
  readonly rowsCreated: number
  readonly rowsUpdated: number
  readonly rowsDeleted: number
  readonly writes: Readonly<Record<string, Readonly<WriteTally>>>
  readonly serverSeconds: number
  readonly bytesReceived: number
  readonly bytesSent: number
  /** Answers by HTTP status. */
  readonly statuses: Readonly<Record<string, number>>
}

/** What of a request its account does not know. */
export interface RequestFacts {
  readonly at: Date
  readonly method: string
  readonly url: string
  readonly status: number
  readonly bytesReceived: number
  readonly bytesSent: number
}

/** Older entries are dropped; the totals stay. */
const mostEntries = 10_000

/** Counts what clients ask of the local Web API. */
export class Trace {
  readonly #file: string | undefined
  #entries: TraceEntry[] = []
  #sums = emptySums()
  #writes = new Map<string, WriteTally>()
  #statuses = new Map<string, number>()

  /** `file`: where each entry is appended to as a line of JSON. */
  constructor(file?: string) {
    this.#file = file
  }

  record(facts: RequestFacts, account: RequestAccount): void {
    const entry: TraceEntry = {
      at: facts.at.toISOString(),
      method: facts.method,
      url: facts.url,
      status: facts.status,
      operations: account.operations,
      rowsRead: account.rowsRead,
      rowWrites: account.rowWrites,
      writes: Object.fromEntries(account.writes),
      serverSeconds: account.serverSeconds,
      bytesReceived: facts.bytesReceived,
      bytesSent: facts.bytesSent,
    }
    this.#add(entry, account)
    if (this.#file !== undefined) appendFileSync(this.#file, `${JSON.stringify(entry)}\n`)
  }

  /** The latest entries, oldest first. */
  get entries(): readonly TraceEntry[] {
    return this.#entries
  }

  get totals(): TraceTotals {
    let [rowsCreated, rowsUpdated, rowsDeleted] = [0, 0, 0]
    for (const { created, updated, deleted } of this.#writes.values()) {
      rowsCreated += created
      rowsUpdated += updated
      rowsDeleted += deleted
    }
    return {
      ...this.#sums,
      rowWrites: rowsCreated + rowsUpdated + rowsDeleted,
      rowsCreated,
      rowsUpdated,
      rowsDeleted,
      writes: Object.fromEntries([...this.#writes].map(([table, tally]) => [table, { ...tally }])),
      statuses: Object.fromEntries(this.#statuses),
    }
  }

  reset(): void {
    this.#entries = []
    this.#sums = emptySums()
    this.#writes = new Map()
    this.#statuses = new Map()
  }

  #add(entry: TraceEntry, account: RequestAccount): void {
    this.#entries.push(entry)
    if (this.#entries.length > 2 * mostEntries) this.#entries.splice(0, mostEntries)
    const sums = this.#sums
    sums.requests += 1
    sums.operations += entry.operations
    sums.rowsRead += entry.rowsRead
    sums.serverSeconds += entry.serverSeconds
    sums.bytesReceived += entry.bytesReceived
    sums.bytesSent += entry.bytesSent
    for (const [table, tally] of account.writes) addTally(this.#writes, table, tally)
    this.#statuses.set(String(entry.status), (this.#statuses.get(String(entry.status)) ?? 0) + 1)
  }
}

function emptySums() {
  return {
    requests: 0,
    operations: 0,
    rowsRead: 0,
    serverSeconds: 0,
    bytesReceived: 0,
    bytesSent: 0,
  }
}
