import type { WriteSession, WriteTally } from '../write/index.js'
import { secondsPerRow } from './published-costs.js'

/** What one HTTP request did; a `$batch` adds up its operations. */
export class RequestAccount {
  operations = 0
  rowsRead = 0
  /** Estimated time of the platform's servers, in seconds. */
  serverSeconds = 0
  readonly writes = new Map<string, WriteTally>()

  read(rows: number): void {
    this.rowsRead += rows
    this.serverSeconds += rows * secondsPerRow.read
  }

  /** Adds what a session wrote; to be called once its transaction is committed. */
  committed(session: WriteSession): void {
    this.serverSeconds += session.serverSeconds
    for (const [table, tally] of session.tallies) addTally(this.writes, table, tally)
  }

  get rowWrites(): number {
    let sum = 0
    for (const { created, updated, deleted } of this.writes.values()) {
      sum += created + updated + deleted
    }
    return sum
  }
}

export function addTally(
  totals: Map<string, WriteTally>,
  table: string,
  { created, updated, deleted }: Readonly<WriteTally>,
): void {
  const total = totals.get(table)
  if (!total) {
    totals.set(table, { created, updated, deleted })
    return
  }
  total.created += created
  total.updated += updated
  total.deleted += deleted
}
