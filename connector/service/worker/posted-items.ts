import type { DataverseClient } from '../../dataverse/index.js'
import { payloadId } from '../../engine/index.js'
import type { SyncItem } from '../../engine/index.js'
import { decodePayload, payloadGroups } from '../payload.js'
import type { SubmittedItem } from '../payload.js'
import { toSyncItem } from '../sync-item.js'
import { JobRefusedError } from './errors.js'
import type { ItemSource } from './item-source.js'
import { longestChunk, sizeOf } from './item-size.js'
import { jobFacts } from './job-row.js'
import type { JobRow } from './job-row.js'
import { payloadContents } from './payload-rows.js'

/** Some consecutive items of a job and the place of the first. */
interface Group {
  readonly first: number
  readonly items: readonly SubmittedItem[]
  /** The payload row after the group's last; null after the last group. */
  readonly nextPart: number | null
}

/**
 * The items of a posted job, read from its payload. A long payload is read group by group, and only
 * the group in use is kept, so that memory does not grow with the job.
 */
export function postedItems(client: DataverseClient, job: JobRow): ItemSource {
  const facts = jobFacts(job)
  const parts = job.payloadParts ?? 0
  let current: Group | null = null

  const groupFrom = async (part: number, first: number): Promise<Group> => {
    if (parts === 0) return { first, items: await decodePayload(job.payload ?? ''), nextPart: null }
    const head = await readParts(client, job, part, 1)
    const rest = payloadGroups.rowsOf(head[0] ?? '') - 1
    const rows = rest > 0 ? [...head, ...(await readParts(client, job, part + 1, rest))] : head
    const nextPart = part + rows.length
    return {
      first,
      items: await payloadGroups.decode(rows),
      nextPart: nextPart < parts ? nextPart : null,
    }
  }
  const groupWith = async (sequence: number): Promise<Group> => {
    let group = current && current.first <= sequence ? current : await groupFrom(0, 0)
    while (group.nextPart !== null && sequence >= group.first + group.items.length) {
      group = await groupFrom(group.nextPart, group.first + group.items.length)
    }
    current = group
    return group
  }
  const next = async (from: number, count: number): Promise<readonly SyncItem[]> => {
    const taken: SyncItem[] = []
    let size = 0
    while (taken.length < count && size < longestChunk) {
      const sequence = from + taken.length
      const group = await groupWith(sequence)
      const items = group.items.slice(
        sequence - group.first,
        sequence - group.first + count - taken.length,
      )
      if (items.length === 0) break
      for (const submitted of items) {
        const item = toSyncItem(facts, from + taken.length, submitted)
        taken.push(item)
        size += sizeOf(item)
        if (size >= longestChunk) break
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
async function readParts(
  client: DataverseClient,
  job: JobRow,
  first: number,
  count: number,
): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, (_, index) => payloadId('items', job.id, first + index))
  const contents = await payloadContents(client, ids)
  return contents.map((content, index) => {
    if (content === undefined) {
      throw new JobRefusedError(`Payload part ${first + index} of the job is not there any more.`)
    }
    return content
  })
}
