import { isConcurrencyConflict, update } from '../../dataverse/index.js'
import type { Operation, RowChanges, WrittenVersion } from '../../dataverse/index.js'
import { integrationSyncJob } from '../../../solution/tables/index.js'
import { LeaseLostError } from './errors.js'
import { jobQuery } from './job-row.js'
import type { JobRow } from './job-row.js'
import type { WorkerContext } from './worker-context.js'

export type JobChanges = RowChanges<typeof integrationSyncJob>

/** The row of a claimed job in the version that we last read or wrote. */
export class HeldJob {
  readonly #worker: WorkerContext
  readonly #id: string
  #etag: string
  #isCancelRequested: boolean

  constructor(worker: WorkerContext, row: JobRow, etag: string) {
    this.#worker = worker
    this.#id = row.id
    this.#etag = etag
    this.#isCancelRequested = row.cancelRequestedOn !== null
  }

  get etag(): string {
    return this.#etag
  }

  /** Whether somebody asked for the job to stop, as far as we know. */
  get isCancelRequested(): boolean {
    return this.#isCancelRequested
  }

  /** The row was written with this version as a result. */
  written(etag: string): void {
    this.#etag = etag
  }

  operation(changes: JobChanges): Operation<WrittenVersion> {
    return update(integrationSyncJob, this.#id, changes, {
      ifMatch: this.#etag,
      returnEtag: true,
    })
  }

  /**
   * Updates the row. A change that somebody made to it meanwhile (a name, a note, the wish to cancel
   * it) stays; only a change of hands ends this attempt.
   *
   * @throws LeaseLostError
   */
  async update(changes: JobChanges): Promise<void> {
    for (;;) {
      try {
        this.#etag = (await this.#worker.client.send(this.operation(changes))).etag
        return
      } catch (error) {
        if (!isConcurrencyConflict(error)) throw error
        await this.#lookAgain()
      }
    }
  }

  async #lookAgain(): Promise<void> {
    const now = await this.#worker.client.send(jobQuery(this.#id))
    if (now.leaseOwner !== this.#worker.options.workerId || now.jobStatus !== 'processing') {
      throw new LeaseLostError(`job ${this.#id}`)
    }
    this.#etag = now.etag
    this.#isCancelRequested = now.cancelRequestedOn !== null
  }
}
