import type { DataverseClient } from '../dataverse/index.js'
import { decodePayload, payloadGroups } from './payload.js'
import type { SubmittedItem } from './payload.js'
import { payloadRowIds, readLayout } from './payload-layout.js'
import type { PayloadHolder } from './payload-layout.js'
import { payloadContents } from './worker/payload-rows.js'

/** Some consecutive items of a job. */
export interface ItemGroup {
  /** The place of its first item in the job. */
  readonly first: number
  readonly items: readonly SubmittedItem[]
}

interface Group extends ItemGroup {
  /** The payload row after the group's last; null after the last group. */
  readonly nextRow: number | null
}

/** Where a group begins. */
interface Start {
  readonly row: number
  readonly first: number
}

/** Thrown where a part of a payload has been purged. */
export class PayloadGoneError extends Error {
  override readonly name = 'PayloadGoneError'

  constructor(row: number) {
    super(`Payload part ${String(row)} of the job is not there any more.`)
  }
}

/**
 * The items a job was posted with. A long payload is read group by group, and only the group in use
 * is kept, so that memory does not grow with the job; parts before the one asked for are skipped.
 */
export class PayloadReader {
  readonly #client: DataverseClient
  readonly #holder: PayloadHolder
  readonly #ids: readonly string[]
  readonly #starts: readonly Start[]
  #current: Group | null = null

  constructor(client: DataverseClient, holder: PayloadHolder) {
    this.#client = client
    this.#holder = holder
    this.#ids = payloadRowIds(holder)
    this.#starts = startsOf(holder)
  }

  /**
   * The group that has an item; null where the job has none at this place.
   *
   * @throws PayloadGoneError
   */
  async groupWith(sequence: number): Promise<ItemGroup | null> {
    let group = await this.#nearest(sequence)
    while (group && sequence >= group.first + group.items.length) {
      const first = group.first + group.items.length
      group = group.nextRow === null ? null : await this.#read({ row: group.nextRow, first })
    }
    if (group) this.#current = group
    return group
  }

  async #nearest(sequence: number): Promise<Group | null> {
    const start = this.#starts.findLast(({ first }) => first <= sequence)
    const current = this.#current
    if (current && current.first <= sequence && current.first >= (start?.first ?? 0)) return current
    return start ? this.#read(start) : null
  }

  async #read({ row, first }: Start): Promise<Group> {
    if (this.#ids.length === 0) {
      const { payload } = this.#holder
      if (payload === null) throw new PayloadGoneError(0)
      return { first, items: await decodePayload(payload), nextRow: null }
    }
    const head = await this.#rows(row, 1)
    const rest = payloadGroups.rowsOf(head[0] ?? '') - 1
    const rows = rest > 0 ? [...head, ...(await this.#rows(row + 1, rest))] : head
    const nextRow = row + rows.length
    return {
      first,
      items: await payloadGroups.decode(rows),
      nextRow: nextRow < this.#ids.length ? nextRow : null,
    }
  }

  async #rows(first: number, count: number): Promise<readonly string[]> {
    const contents = await payloadContents(this.#client, this.#ids.slice(first, first + count))
    return contents.map((content, index) => {
      if (content === undefined) throw new PayloadGoneError(first + index)
      return content
    })
  }
}

/** The places where reading can begin: the parts' first rows. */
function startsOf({ payload }: PayloadHolder): readonly Start[] {
  const layout = readLayout(payload)
  if (!layout) return [{ row: 0, first: 0 }]
  const starts: Start[] = []
  let start = { row: 0, first: 0 }
  for (const { rows, items } of layout) {
    starts.push(start)
    start = { row: start.row + rows, first: start.first + items }
  }
  return starts
}
