import { isConcurrencyConflict, isNotFound, retrieve, update } from '../../dataverse/index.js'
import type { DataverseClient, RowChanges } from '../../dataverse/index.js'
import { integrationSubscription, maxLength } from '../../../solution/tables/index.js'
import { readCursor, writeCursor } from './cursor.js'
import type { Cursor } from './cursor.js'

type Changes = RowChanges<typeof integrationSubscription>

/** How far a subscription is, at the version of its row that says so. */
export interface Progress {
  readonly etag: string
  readonly cursor: Cursor
}

/** How far the row says that its subscription is; undefined where it says nothing that we wrote. */
export async function storedProgress(
  client: DataverseClient,
  id: string,
): Promise<Progress | undefined> {
  const row = await client.retrieveOrNull(
    retrieve(integrationSubscription, id, { select: ['position'] }),
  )
  if (!row || row.position === null) return undefined
  const cursor = readCursor(JSON.parse(row.position))
  return cursor && { etag: row.etag, cursor }
}

interface RowOptions {
  readonly client: DataverseClient
  readonly now: () => number
  readonly id: string
  readonly etag: string
}

/** How long a subscription is ours without a sign of life; another process waits as long. */
const claimMs = 2 * 60_000

/** The row of a subscription that is being served: ours as long as nobody else writes it. */
export class SubscriptionRow {
  readonly #options: RowOptions
  #etag: string | undefined
  #claimedAt = -Infinity

  constructor(options: RowOptions) {
    this.#options = options
    this.#etag = options.etag
  }

  /** The version that we wrote last; undefined when the row is somebody else's now, or gone. */
  get etag(): string | undefined {
    return this.#etag
  }

  /** Makes sure that nobody else delivers meanwhile. False: somebody does. */
  async claim(): Promise<boolean> {
    const now = this.#options.now()
    if (now - this.#claimedAt < claimMs / 2) return this.#etag !== undefined
    this.#claimedAt = now
    return this.#save({ nextAttemptOn: new Date(now + claimMs) })
  }

  /** Says how far the subscription is; the claim ends with it. */
  async write(cursor: Cursor, { lastFailure, ...changes }: Changes): Promise<void> {
    this.#claimedAt = -Infinity
    await this.#save({
      ...changes,
      position: JSON.stringify(writeCursor(cursor)),
      ...(lastFailure === undefined
        ? {}
        : { lastFailure: lastFailure?.slice(0, maxLength.message) ?? null }),
    })
  }

  async #save(changes: Changes): Promise<boolean> {
    if (this.#etag === undefined) return false
    const { client, id } = this.#options
    try {
      const options = { ifMatch: this.#etag, returnEtag: true } as const
      const written = await client.send(update(integrationSubscription, id, changes, options))
      this.#etag = written.etag
      return true
    } catch (error) {
      if (!isConcurrencyConflict(error) && !isNotFound(error)) throw error
      this.#etag = undefined
      return false
    }
  }
}
