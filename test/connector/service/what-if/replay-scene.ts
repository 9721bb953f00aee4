import type { SubmittedItem } from '../../../../connector/service/payload.js'
import { contact } from '../../../../solution/tables/index.js'
import { addPolicy, itemsOf, postJob, startWorkerStack } from '../../../support/worker-stack.js'
import type { StackWorker, WorkerStack } from '../../../support/worker-stack.js'

export const targetTable = contact.logicalName
export const { columns } = contact

export const field = (
  externalKey: string,
  column: { readonly logicalName: string },
  newValue: string | null,
  over: Partial<SubmittedItem> = {},
): SubmittedItem => ({
  targetTable,
  externalKey,
  fieldName: column.logicalName,
  newValue,
  ...over,
})

/** A local Web API with a worker and contacts that jobs may create, for jobs to be replayed. */
export class ReplayScene {
  #seconds = 0

  private constructor(
    readonly stack: WorkerStack,
    readonly worker: StackWorker,
  ) {}

  static async start(): Promise<ReplayScene> {
    const stack = await startWorkerStack()
    await addPolicy(stack.client, targetTable, null, { createMissingRecords: true })
    return new ReplayScene(stack, stack.startWorker())
  }

  /** A job, so many seconds after the one before, done by the worker. Gives its id. */
  async load(
    sourceSystemKey: string,
    items: readonly SubmittedItem[],
    pause = 60,
  ): Promise<string> {
    const { client, clock } = this.stack
    this.#seconds += pause
    clock.now += pause * 1_000
    const submissionKey = `${sourceSystemKey} ${String(this.#seconds)} ${String(items.length)}`
    const job = await postJob(client, { sourceSystemKey, submissionKey, items, at: this.#seconds })
    await this.stack.settled()
    return job
  }

  /** Status and reason of each item, in their sequence. */
  async outcomes(job: string): Promise<readonly string[]> {
    const rows = await itemsOf(this.stack.client, job)
    return rows.map(({ itemStatus, outcomeReason }) => `${itemStatus} ${outcomeReason}`)
  }
}
