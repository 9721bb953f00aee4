import type { DataverseClient } from './client.js'
import { fetchTableDefinitions, fetchTableList } from './fetch-metadata.js'
import type { TableDefinition } from './metadata.js'
import type { TableSummary } from './table-list.js'

export interface MetadataCacheOptions {
  /** How long a definition is used before it is fetched again (default: 15 minutes). */
  readonly maxAgeMs?: number
  /** How long a table counts as missing before it is asked for again (default: 30 seconds). */
  readonly missingMaxAgeMs?: number
  readonly now?: () => number
}

export interface MetadataCache {
  /** Null for a table that the environment does not have. */
  readonly tables: (
    logicalNames: readonly string[],
  ) => Promise<ReadonlyMap<string, TableDefinition | null>>
  /** The tables that people may search, in the order of their logical names. */
  readonly list: () => Promise<readonly TableSummary[]>
  /** Forgets everything, for example when a write was refused because a column changed. */
  readonly clear: () => void
}

interface Entry {
  readonly expires: number
  readonly definition: TableDefinition | null
}

/**
 * Definitions kept for some time. Tables asked for while they are being fetched are not asked for
 * twice; a failed fetch is not kept.
 */
export function createMetadataCache(
  client: Pick<DataverseClient, 'batch'>,
  { maxAgeMs = 900_000, missingMaxAgeMs = 30_000, now = Date.now }: MetadataCacheOptions = {},
): MetadataCache {
  const known = new Map<string, Entry>()
  let listed: {
    readonly expires: number
    readonly tables: Promise<readonly TableSummary[]>
  } | null = null
  const underWay = new Map<string, Promise<ReadonlyMap<string, TableDefinition | null>>>()

  function fetchMissing(names: readonly string[]): void {
    for (const [name, { expires }] of known) if (expires <= now()) known.delete(name)
    const fetching = fetchTableDefinitions(client, names)
      .then((definitions) => {
        for (const [name, definition] of definitions) {
          const age = definition ? maxAgeMs : Math.min(missingMaxAgeMs, maxAgeMs)
          if (underWay.get(name) === fetching) {
            known.set(name, { expires: now() + age, definition })
          }
        }
        return definitions
      })
      .finally(() => {
        for (const name of names) if (underWay.get(name) === fetching) underWay.delete(name)
      })
    for (const name of names) underWay.set(name, fetching)
  }

  return {
    tables: async (logicalNames) => {
      const names = [...new Set(logicalNames)]
      const isFresh = (name: string) => (known.get(name)?.expires ?? -Infinity) > now()
      const missing = names.filter((name) => !isFresh(name) && !underWay.has(name))
      if (missing.length > 0) fetchMissing(missing)
      const found = await Promise.all(
        names.map(async (name): Promise<[string, TableDefinition | null]> => {
          const entry = known.get(name)
          if (entry && isFresh(name)) return [name, entry.definition]
          const definitions = await underWay.get(name)
          return [name, definitions?.get(name) ?? null]
        }),
      )
      return new Map(found)
    },
    list: () => {
      if (listed && listed.expires > now()) return listed.tables
      const tables = fetchTableList(client)
      listed = { expires: now() + maxAgeMs, tables }
      tables.catch(() => {
        if (listed?.tables === tables) listed = null
      })
      return tables
    },
    clear: () => {
      listed = null
      known.clear()
      underWay.clear()
    },
  }
}
