import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'

import { createMetadataCache } from '../../dataverse/index.js'
import type { DataverseClient } from '../../dataverse/index.js'
import type { Log } from '../log.js'
import { PollingLoop } from '../polling-loop.js'
import { settleDecisions } from '../settle/index.js'
import { claimJob } from './claim-job.js'
import type { ClaimedJob } from './claim-job.js'
import { eligibleJob } from './eligible-job.js'
import { LeaseLostError } from './errors.js'
import { queuedJobs } from './job-queue.js'
import { JobRun } from './job-run.js'
import { workerDefaults } from './options.js'
import type { WorkerOptions } from './options.js'
import { prepareJob } from './prepare-job.js'
import type { WorkerContext } from './worker-context.js'

export interface WorkerDependencies {
  readonly client: DataverseClient
  readonly settings: Pick<WorkerOptions, 'leaseMs' | 'chunkItems' | 'pollMs'> &
    Partial<WorkerOptions>
  readonly log: Log
  /** Milliseconds since 1970. (Default: the system's clock) */
  readonly now?: () => number
}

export interface RunningWorker {
  /** Lets the chunk under way end, gives job and lanes back, and resolves. */
  readonly stop: () => Promise<void>
  /** Looks for work at once instead of at the next poll. */
  readonly wake: () => void
}

/** Starts claiming and running jobs. Several workers may run against the same Dataverse. */
export function startWorker(dependencies: WorkerDependencies): RunningWorker {
  const { stop, wake } = new Worker(dependencies).loop
  return { stop, wake }
}

class Worker {
  readonly #dependencies: WorkerDependencies
  readonly #options: WorkerOptions
  #made: WorkerContext | undefined
  readonly loop: PollingLoop

  constructor(dependencies: WorkerDependencies) {
    this.#dependencies = dependencies
    this.#options = { ...workerDefaults, workerId: uniqueName(), ...dependencies.settings }
    this.loop = new PollingLoop({
      turn: async () => this.#runNext((this.#made ??= await this.#context())),
      failed: (error) => {
        const message = 'Work on jobs was interrupted; it goes on after a pause'
        dependencies.log.error({ err: error }, message)
      },
      pollMs: this.#options.pollMs,
    })
  }

  async #context(): Promise<WorkerContext> {
    const { client, log, now = Date.now } = this.#dependencies
    const { userId } = await client.whoAmI()
    return {
      client,
      options: this.#options,
      log,
      now,
      serviceUserId: userId,
      metadata: createMetadataCache(client, { now }),
      storedSnapshots: new Set(),
    }
  }

  /** Decisions first, then a job. False when there is nothing to do now. */
  async #runNext(context: WorkerContext): Promise<boolean> {
    const settled = await settleDecisions(context)
    return (await this.#runNextJob(context)) || settled > 0
  }

  async #runNextJob(context: WorkerContext): Promise<boolean> {
    const queued = eligibleJob(
      await queuedJobs(context.client),
      context.options.workerId,
      context.now(),
    )
    if (!queued) return false
    if (queued.targetTables === null) {
      await prepareJob(context, queued)
      return true
    }
    const claimed = await claimJob(context, queued)
    if (!claimed) return false
    await this.#runClaimed(context, claimed)
    return true
  }

  async #runClaimed(context: WorkerContext, claimed: ClaimedJob): Promise<void> {
    const { log, options } = context
    const jobId = claimed.row.id
    const run = new JobRun(context, claimed)
    try {
      if ((claimed.row.attempts ?? 0) >= options.maxAttempts) {
        await run.fail(`Given up after ${options.maxAttempts} attempts; see the service's log.`)
        return
      }
      const ended = await run.run(() => this.loop.isStopping)
      if (ended) log.info({ jobId }, 'Job closed')
      else await run.release()
    } catch (error) {
      if (error instanceof LeaseLostError) {
        log.warn({ jobId }, error.message)
        await this.#quietly(context, jobId, () => run.release())
        return
      }
      const message = error instanceof Error ? error.message : String(error)
      await this.#quietly(context, jobId, () => run.note(message))
      await this.#quietly(context, jobId, () => run.release())
      throw error
    }
  }

  /** For what is good to do after a failure and not needed: a lease that is not given back expires. */
  async #quietly({ log }: WorkerContext, jobId: string, act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (error) {
      log.warn({ jobId, err: error }, 'Job could not be given back; its lease will expire')
    }
  }
}

/** Tells this worker's leases from those of any other process, also of one before it. */
function uniqueName(): string {
  return `${hostname().slice(0, 40)}/${process.pid}/${randomUUID()}`
}
