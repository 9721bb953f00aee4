import { randomUUID } from 'node:crypto'

import { createDataverseClient, filter, query } from '../../../../connector/dataverse/index.js'
import type { DataverseClient } from '../../../../connector/dataverse/index.js'
import { startLocalDataverse } from '../../../../solution/local/index.js'
import type { LocalDataverse } from '../../../../solution/local/index.js'
import { country } from '../../../../solution/tables/index.js'

export interface Scene {
  readonly host: LocalDataverse
  readonly client: DataverseClient
  /** HTTP requests since the last reset, repeated ones included. */
  readonly requests: () => number
  readonly resetCount: () => void
  /** How many countries with this mark are stored. */
  readonly countStored: (mark: string) => Promise<number>
  readonly close: () => Promise<void>
}

/** An empty local Dataverse in memory and a client of it. Whoever opens it closes it. */
export async function openScene(): Promise<Scene> {
  const host = await startLocalDataverse({ data: ':memory:' })
  let requests = 0
  const client = createDataverseClient({
    url: host.origin,
    retry: { attempts: 4, firstDelayMs: 1, jitter: () => 0 },
    onRequest: () => requests++,
  })
  return {
    host,
    client,
    requests: () => requests,
    resetCount: () => {
      requests = 0
    },
    countStored: async (mark) => {
      const ofMark = filter(country).eq('abbreviation', mark)
      let count = 0
      for await (const page of client.pages(query(country, { select: [], filter: ofMark }))) {
        count += page.rows.length
      }
      return count
    },
    close: async () => {
      await client.close()
      await host.close()
    },
  }
}

/** So many countries under a mark of their own. */
export function countries(count: number) {
  const mark = randomUUID().slice(0, 8)
  const rows = Array.from({ length: count }, (_, n) => ({
    id: randomUUID(),
    row: { name: `${mark} ${String(n).padStart(5, '0')}`, abbreviation: mark },
  }))
  return { mark, rows }
}
