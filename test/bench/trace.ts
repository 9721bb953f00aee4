/** One request that the local Web API answered. */
export interface TraceEntry {
  readonly method: string
  /** Below the root of the Web API. */
  readonly url: string
  readonly rowsRead: number
  readonly rowWrites: number
  readonly serverSeconds: number
  readonly writes: Readonly<Record<string, Writes>>
}

interface Writes {
  readonly created: number
  readonly updated: number
  readonly deleted: number
}

/** What requests asked of the platform. */
export interface TraceCost {
  readonly requests: number
  readonly rowWrites: number
  /** Time of the platform's servers by published rates. */
  readonly serverSeconds: number
  /** By the table's logical name. */
  readonly rowWritesByTable: Readonly<Record<string, number>>
}

export async function resetTrace(dataverseUrl: string): Promise<void> {
  const response = await fetch(`${dataverseUrl}/local/trace/reset`, { method: 'POST' })
  if (!response.ok) throw new Error(`The trace could not be reset: ${response.status}`)
}

/** The requests since the trace was reset, oldest first. */
export async function readTrace(dataverseUrl: string): Promise<readonly TraceEntry[]> {
  const response = await fetch(`${dataverseUrl}/local/trace?entries=true`)
  if (!response.ok) throw new Error(`The trace could not be read: ${response.status}`)
  const { entries } = (await response.json()) as { readonly entries: readonly TraceEntry[] }
  return entries
}

export function costOf(entries: readonly TraceEntry[]): TraceCost {
  const rowWritesByTable: Record<string, number> = {}
  for (const { writes } of entries) {
    for (const [table, { created, updated, deleted }] of Object.entries(writes)) {
      rowWritesByTable[table] = (rowWritesByTable[table] ?? 0) + created + updated + deleted
    }
  }
  return {
    requests: entries.length,
    rowWrites: entries.reduce((sum, entry) => sum + entry.rowWrites, 0),
    serverSeconds: entries.reduce((sum, entry) => sum + entry.serverSeconds, 0),
    rowWritesByTable,
  }
}
