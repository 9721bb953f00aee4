import { update } from '../../dataverse/index.js'
import { decideChunk } from '../../engine/index.js'
import type { ItemStatus, SyncItem, WritePlan } from '../../engine/index.js'
import { resumedPlan, settleUnder } from '../settle/index.js'
import { integrationSyncJob, maxLength } from '../../../solution/tables/index.js'
import { finalTally } from './accounted-items.js'
import type { BatchPlan } from './batch-plan.js'
import { beginRetry } from './begin-retry.js'
import { chained } from './chain-plan.js'
import { isUntouchedBy, prepareChunk } from './chunk.js'
import type { Chunk } from './chunk.js'
import { readChunkState } from './chunk-state.js'
import type { ClaimedJob } from './claim-job.js'
import { cancelledUpdate, closingUpdate, progressUpdate } from './close-job.js'
import type { JobEnding } from './close-job.js'
import { JobRefusedError } from './errors.js'
import { executeBatch } from './execute-batch.js'
import type { BatchHost, BatchOptions } from './execute-batch.js'
import { HeldJob } from './held-job.js'
import type { JobChanges } from './held-job.js'
import { added, tallyOf, total } from './job-row.js'
import type { Tally } from './job-row.js'
import { partition } from './partition.js'
import type { BatchPart } from './partition.js'
import { Turns } from './turns.js'
import type { WorkerContext } from './worker-context.js'

/** Single-record updates of one batch; leaves room for its other operations below the limit of 1,000. */
const updatesPerBatch = 950

/**
 * One attempt at one claimed job. Ends with the job closed, or throws with the job left so that a
 * later attempt goes on where this one stopped.
 */
export class JobRun {
  readonly #worker: WorkerContext
  readonly #job: ClaimedJob
  readonly #held: HeldJob
  readonly #turns = new Turns()
  #next: number
  #tally: Tally
  #resumed: boolean
  #chunk: ReadonlyMap<number, SyncItem> = new Map()
  #settleAt: number

  constructor(worker: WorkerContext, job: ClaimedJob) {
    this.#worker = worker
    this.#job = job
    this.#held = new HeldJob(worker, job.row, job.etag)
    this.#next = job.row.nextSequence ?? 0
    this.#tally = tallyOf(job.row)
    this.#resumed = job.resumed
    this.#settleAt = worker.now() + worker.options.pollMs
  }

  /** Runs the job to its end, or until `stopping` says so (then false, between two chunks). */
  async run(stopping: () => boolean): Promise<boolean> {
    for (const plan of this.#job.journals) await this.#finish(plan)
    await this.#beginRetry()
    let ahead: Chunk | null = null
    for (;;) {
      if (stopping()) return false
      if (this.#held.isCancelRequested) {
        await this.#closeAs(cancelledUpdate)
        return true
      }
      await this.#job.lanes.renew(this.#worker.client)
      const chunk: Chunk | null = ahead ?? (await this.#prepare(this.#next))
      if (!chunk) {
        await this.#close()
        return true
      }
      const lookingAhead: Promise<Chunk | null> = this.#lookAhead(chunk)
      if (await this.#write(chunk)) return true
      ahead = await lookingAhead
      // What was looked at ahead may rest on what a decision has changed.
      if (await this.#settle()) ahead = null
    }
  }

  /** Between chunks, people's decisions. True if there were any. */
  async #settle(): Promise<boolean> {
    const { now, options } = this.#worker
    if (now() < this.#settleAt) return false
    this.#settleAt = now() + options.pollMs
    return (await settleUnder(this.#worker, this.#job.lanes)) > 0
  }

  /** Gives job and lanes back after a stop or a failure; what does not work out, expires. */
  async release(): Promise<void> {
    const { lanes, row } = this.#job
    await this.#worker.client.batch(
      [
        update(
          integrationSyncJob,
          row.id,
          { leaseOwner: null, leaseExpiresOn: null },
          { ifMatch: this.#held.etag },
        ),
        ...lanes.all.map((lane) => lanes.release(lane)),
      ],
      { continueOnError: true },
    )
  }

  /** Shows on the job why it does not get on. */
  async note(message: string): Promise<void> {
    await this.#held.update({ processMessage: message.slice(0, maxLength.message) })
  }

  /**
   * Closes the job as failed; every item not yet accounted for gets a row that says why, as far as
   * the items can still be read.
   */
  async fail(message: string): Promise<void> {
    for (const plan of this.#job.journals) await this.#finish(plan)
    this.#resumed = true
    try {
      for (;;) {
        const chunk = await this.#prepare(this.#next, message)
        if (!chunk) break
        await this.#write(chunk, message)
      }
    } catch (error) {
      if (!(error instanceof JobRefusedError)) throw error
      const unread = Math.max(0, (this.#job.items.received ?? 0) - total(this.#tally))
      this.#tally = { ...this.#tally, failed: this.#tally.failed + unread }
    }
    await this.#close(message)
  }

  async #beginRetry(): Promise<void> {
    const { id, retryScope } = this.#job.row
    if (retryScope !== null && !this.#held.isCancelRequested) {
      this.#tally = await beginRetry(this.#worker, this.#held, { id, retryScope })
    }
  }

  #prepare(from: number, failure?: string): Promise<Chunk | null> {
    const count = this.#worker.options.chunkItems
    const options = { from, count, resumed: this.#resumed, failure, turns: this.#turns }
    return prepareChunk(this.#worker, this.#job, options)
  }

  /**
   * The chunk after this one, read and decided while this one is being written; null where it has to
   * wait, because it rests on something that this one writes or there may be traces of an earlier
   * attempt.
   */
  async #lookAhead(chunk: Chunk): Promise<Chunk | null> {
    const from = this.#next + chunk.items.size
    const { received } = this.#job.items
    if (this.#resumed || received === null || from >= received) return null
    try {
      const next = await this.#prepare(from)
      return next && isUntouchedBy(next, chunk) ? next : null
    } catch (error) {
      this.#worker.log.warn({ jobId: this.#job.row.id, err: error }, 'Could not look ahead')
      return null
    }
  }

  /** Writes a chunk; true when the job's close was part of its only batch. */
  async #write({ items, done, plan }: Chunk, failure?: string): Promise<boolean> {
    this.#chunk = items
    const next = this.#next + items.size
    const waves = partition(plan, {
      items: this.#worker.options.batchItems,
      updates: updatesPerBatch,
    })
    const [[[only] = [], ...queues] = [], ...laterWaves] = waves
    if (only && queues.length === 0 && laterWaves.length === 0 && waves[0]?.[0]?.length === 1) {
      return this.#runOnlyBatch(only, [...done.values()], next, failure)
    }
    const statuses = [...done.values()]
    for (const wave of waves) statuses.push(...(await this.#runWave(wave)))
    this.#advance(next, statuses)
    await this.#held.update(progressUpdate(this.#next, this.#tally, this.#worker))
    return false
  }

  async #runOnlyBatch(
    part: BatchPart,
    done: readonly ItemStatus[],
    next: number,
    failure: string | undefined,
  ): Promise<boolean> {
    const { received } = this.#job.items
    const last = received !== null && next >= received && failure === undefined
    const tallyWith = (plan: BatchPlan): Tally => added(this.#tally, [...done, ...statusesOf(plan)])
    const changes = (tally: Tally): JobChanges =>
      last
        ? closingUpdate(next, tally, received, this.#worker)
        : progressUpdate(next, tally, this.#worker)
    const { plan, jobEtag } = await this.#execute(part, {
      redo: false,
      jobUpdate: (written) => ({
        operation: this.#held.operation(changes(tallyWith(written))),
        release: last,
      }),
    })
    this.#advance(next, [...done, ...statusesOf(plan)])
    if (jobEtag === null) await this.#held.update(changes(this.#tally))
    else this.#held.written(jobEtag)
    return last
  }

  /** Queues run side by side, each in its order. One that fails lets the others come to rest first. */
  async #runWave(queues: readonly (readonly BatchPart[])[]): Promise<ItemStatus[]> {
    const results = await Promise.allSettled(
      queues.map(async (queue) => {
        const statuses: ItemStatus[] = []
        for (const part of queue) {
          const { plan } = await this.#execute(part, { redo: false })
          statuses.push(...statusesOf(plan))
        }
        return statuses
      }),
    )
    return results.flatMap((result) => {
      if (result.status === 'rejected') throw result.reason
      return result.value
    })
  }

  #execute(part: BatchPart, options: BatchOptions) {
    const { row, lanes } = this.#job
    return executeBatch(this.#host(), () => chained(row.id, part, lanes), options)
  }

  /** Finishes a batch that a former holder of the lanes began; its items count when its chunk runs. */
  async #finish(plan: BatchPlan): Promise<void> {
    this.#worker.log.info({ jobId: plan.jobId }, 'Finishing a batch that was cut')
    const items = await this.#job.items.load(plan.items)
    this.#chunk = new Map(items.map((item) => [item.sequence, item]))
    const { client, serviceUserId } = this.#worker
    const resumed = await resumedPlan(client, serviceUserId, plan)
    await executeBatch(this.#host(), () => resumed, { redo: true })
    this.#resumed = true
  }

  #host(): BatchHost {
    const { client, options, log } = this.#worker
    const { context, lanes } = this.#job
    return {
      client,
      log,
      lanes,
      turns: this.#turns,
      workerId: options.workerId,
      tables: context.tables,
      now: context.now,
      decideAnew: ({ sequences, ownEntries, refusals }) => {
        const items = [...sequences].flatMap((sequence) => this.#chunk.get(sequence) ?? [])
        return this.#decided(items, ownEntries, refusals)
      },
    }
  }

  async #decided(
    items: readonly SyncItem[],
    ownEntries: ReadonlySet<string>,
    refusals: ReadonlyMap<string, string>,
  ): Promise<WritePlan> {
    const { context } = this.#job
    const state = await readChunkState(this.#worker.client, context, items, ownEntries)
    return decideChunk(context, state, items, refusals).plan
  }

  #advance(next: number, statuses: readonly ItemStatus[]): void {
    this.#next = next
    this.#tally = added(this.#tally, statuses)
  }

  #close(failure?: string): Promise<void> {
    return this.#closeAs(closingUpdate, failure)
  }

  async #closeAs(ending: JobEnding, failure?: string): Promise<void> {
    const { row, lanes, items } = this.#job
    const tally = items.received === null ? await finalTally(this.#worker.client, row) : this.#tally
    await this.#held.update(ending(this.#next, tally, items.received, this.#worker, failure))
    await this.#worker.client.batch(
      lanes.all.map((lane) => lanes.release(lane)),
      { continueOnError: true },
    )
  }
}

function statusesOf(plan: BatchPlan): ItemStatus[] {
  return plan.items.map((item) => item.status)
}
