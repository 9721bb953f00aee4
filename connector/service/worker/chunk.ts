import { decideChunk, identifierHash, neededLookups, recordKey } from '../../engine/index.js'
import type { ChunkState, ItemStatus, SyncItem, WritePlan } from '../../engine/index.js'
import { accountedItems } from './accounted-items.js'
import { readChunkState } from './chunk-state.js'
import type { ClaimedJob } from './claim-job.js'
import { failedPlan } from './failed-plan.js'
import { readsPayload } from './job-row.js'
import { begun } from './turns.js'
import type { Turns } from './turns.js'
import type { WorkerContext } from './worker-context.js'

/** Some consecutive items of a job with what was decided on them. */
export interface Chunk {
  /** By sequence. */
  readonly items: ReadonlyMap<number, SyncItem>
  /** Items that an earlier attempt ended, by sequence. */
  readonly done: ReadonlyMap<number, ItemStatus>
  readonly plan: WritePlan
  /** What the decisions rest on: record keys and identifier hashes. */
  readonly restsOn: ReadonlySet<string>
}

export interface ChunkRequest {
  /** Sequence of the first item. */
  readonly from: number
  readonly count: number
  /** Whether an earlier attempt may have ended some of the items. */
  readonly resumed: boolean
  /** Every item fails with this message, whatever could be decided. */
  readonly failure?: string | undefined
  /** Where the deciding waits for its turn. */
  readonly turns: Turns
}

/** Reads and decides the next items of a job; null when there are none left. */
export async function prepareChunk(
  worker: WorkerContext,
  job: ClaimedJob,
  { from, count, resumed, failure, turns }: ChunkRequest,
): Promise<Chunk | null> {
  const items = await job.items.next(from, count)
  if (items.length === 0) return null
  const done =
    resumed && readsPayload(job.row)
      ? await accountedItems(worker.client, job.row.id, items)
      : new Map<number, ItemStatus>()
  const open = items.filter((item) => !done.has(item.sequence))
  const bySequence = new Map(items.map((item) => [item.sequence, item]))
  if (failure !== undefined) {
    const plan = failedPlan(job.context, open, failure)
    return { items: bySequence, done, plan, restsOn: new Set() }
  }
  const reading = await turns.run(() => begun(readChunkState(worker.client, job.context, open)))
  const state = await reading.result
  return turns.run(() => ({
    items: bySequence,
    done,
    plan: decideChunk(job.context, state, open).plan,
    restsOn: restingOn(job, state, open),
  }))
}

function restingOn(job: ClaimedJob, state: ChunkState, items: readonly SyncItem[]): Set<string> {
  const { identifierKeys } = neededLookups(job.context, items)
  return new Set([...state.records.keys(), ...identifierKeys.map(identifierHash)])
}

/** Whether the writes of one chunk leave all that another was decided on as it was read. */
export function isUntouchedBy(chunk: Chunk, { plan }: Chunk): boolean {
  const { restsOn } = chunk
  return (
    plan.identifiers.every(({ row }) => !restsOn.has(row.keyHash ?? '')) &&
    [...plan.records, ...plan.entries, ...plan.entryChanges, ...plan.identifiers].every(
      ({ targetTable, targetId }) => !restsOn.has(recordKey(targetTable, targetId)),
    )
  )
}
