import type { DataverseClient } from '../../dataverse/index.js'
import type { SyncItem } from '../../engine/index.js'
import { PayloadGoneError, PayloadReader } from '../payload-reader.js'
import type { ItemGroup } from '../payload-reader.js'
import { toSyncItem } from '../sync-item.js'
import { JobRefusedError } from './errors.js'
import type { ItemSource } from './item-source.js'
import { longestChunk, sizeOf } from './item-size.js'
import { jobFacts } from './job-row.js'
import type { JobRow } from './job-row.js'

/** The items of a posted job, read from its payload. */
export function postedItems(client: DataverseClient, job: JobRow): ItemSource {
  const facts = jobFacts(job)
  const reader = new PayloadReader(client, job)

  const next = async (from: number, count: number): Promise<readonly SyncItem[]> => {
    const taken: SyncItem[] = []
    let size = 0
    while (taken.length < count && size < longestChunk) {
      const group = await groupWith(reader, from + taken.length)
      if (!group) break
      let at = from + taken.length - group.first
      for (; at < group.items.length && taken.length < count && size < longestChunk; at++) {
        const submitted = group.items[at]
        if (!submitted) break
        const item = toSyncItem(facts, group.first + at, submitted)
        taken.push(item)
        size += sizeOf(item)
      }
    }
    return taken
  }
  return {
    received: job.received,
    next,
    load: async (places) => {
      const items: SyncItem[] = []
      for (const { sequence } of places) items.push(...(await next(sequence, 1)))
      return items
    },
  }
}

/** @throws JobRefusedError where a part of the payload is not there any more. */
async function groupWith(reader: PayloadReader, sequence: number): Promise<ItemGroup | null> {
  try {
    return await reader.groupWith(sequence)
  } catch (error) {
    throw error instanceof PayloadGoneError
      ? new JobRefusedError(error.message, { cause: error })
      : error
  }
}
