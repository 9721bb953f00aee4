import type { DataverseClient } from '../../dataverse/index.js'
import type { SyncItem } from '../../engine/index.js'
import { readsPayload } from './job-row.js'
import type { JobRow } from './job-row.js'
import { postedItems } from './posted-items.js'
import { rowItems } from './row-items.js'

/** Names an item of a batch: its row and its place in the job. */
export interface ItemPlace {
  readonly id: string
  readonly sequence: number
}

/** Where a job's items come from. */
export interface ItemSource {
  /** How many items the job has; null where that is known only at its end. */
  readonly received: number | null
  /** The next items from this place on, at most `count`, fewer where they are long; none: all are accounted for. */
  readonly next: (from: number, count: number) => Promise<readonly SyncItem[]>
  /** Items of a batch that a former worker began. */
  readonly load: (places: readonly ItemPlace[]) => Promise<readonly SyncItem[]>
}

export function itemSource(client: DataverseClient, job: JobRow): ItemSource {
  return readsPayload(job) ? postedItems(client, job) : rowItems(client, job)
}
