import { recordKey } from '../../engine/index.js'
import type { CommitPolicy, TargetTable } from '../../engine/index.js'
import { settleRecord } from '../../engine/settle/index.js'
import type { SettleContext, SettleRecord } from '../../engine/settle/index.js'
import { outboundItems } from '../../engine/write-back/index.js'
import type { OutboundItem, SettledChange } from '../../engine/write-back/index.js'
import type { BatchPlan } from '../worker/batch-plan.js'
import { chained } from '../worker/chain-plan.js'
import { executeBatch } from '../worker/execute-batch.js'
import type { BatchHost } from '../worker/execute-batch.js'
import type { HeldLanes } from '../worker/held-lanes.js'
import { partition } from '../worker/partition.js'
import type { BatchPart, PlanToDivide } from '../worker/partition.js'
import { Turns } from '../worker/turns.js'
import type { WorkerContext } from '../worker/worker-context.js'
import { settling } from './claim-table.js'
import type { OpenDecision } from './open-decisions.js'
import { resumedPlan } from './resumed-plan.js'
import { readOutboundContext } from './outbound-context.js'
import { readSettleRecords } from './settle-state.js'

/** Single-record updates of one batch; leaves room for its other operations below the limit of 1,000. */
const updatesPerBatch = 950

/** The decisions on records of one table, under the table's lanes. */
export class TableSettling {
  readonly #worker: WorkerContext
  readonly #lanes: HeldLanes
  readonly #targetTable: string
  readonly #table: TargetTable | null
  readonly #policies: readonly CommitPolicy[]
  readonly #decisions: readonly OpenDecision[]
  readonly #context: SettleContext
  readonly #turns = new Turns()
  readonly #released = new Set<string>()

  constructor(
    worker: WorkerContext,
    of: {
      readonly lanes: HeldLanes
      readonly targetTable: string
      /** Null where the environment has no such table any more. */
      readonly table: TargetTable | null
      readonly policies: readonly CommitPolicy[]
      readonly decisions: readonly OpenDecision[]
    },
  ) {
    this.#worker = worker
    this.#lanes = of.lanes
    this.#targetTable = of.targetTable
    this.#table = of.table
    this.#policies = of.policies
    this.#decisions = of.decisions
    this.#context = {
      now: worker.now(),
      serviceUserId: worker.serviceUserId,
      configuration: { policies: of.policies, valueMaps: [] },
    }
  }

  /** Finishes a batch that a former holder of the lanes began. */
  async finish(plan: BatchPlan): Promise<void> {
    this.#worker.log.info({ targetTable: this.#targetTable }, 'Finishing a batch that was cut')
    const { client, serviceUserId } = this.#worker
    const resumed = await resumedPlan(client, serviceUserId, plan)
    await executeBatch(this.#host(), () => resumed, { redo: true })
  }

  /**
   * Makes the decisions effective. `release`: gives back the lanes that are written, with the last
   * write to each.
   */
  async run(release: boolean): Promise<void> {
    const plan = await this.#planned(this.#decisions)
    const limits = { items: this.#worker.options.batchItems, updates: updatesPerBatch }
    for (const wave of partition(plan, limits)) {
      const results = await Promise.allSettled(wave.map((queue) => this.#runQueue(queue, release)))
      for (const result of results) if (result.status === 'rejected') throw result.reason
    }
  }

  /** Gives back the lanes that no write gave back; what does not work out, expires. */
  async giveBack(): Promise<void> {
    const kept = this.#lanes.all.filter((lane) => !this.#released.has(lane.id))
    if (kept.length === 0) return
    await this.#worker.client.batch(
      kept.map((lane) => this.#lanes.release(lane)),
      { continueOnError: true },
    )
  }

  async #runQueue(queue: readonly BatchPart[], release: boolean): Promise<void> {
    for (const [index, part] of queue.entries()) {
      const isLast = release && index === queue.length - 1
      const { plan } = await executeBatch(
        this.#host(),
        () => chained(settling, part, this.#lanes),
        { redo: false, release: isLast },
      )
      if (isLast) for (const { laneId } of plan.lanes) this.#released.add(laneId)
    }
  }

  #host(): BatchHost {
    const { client, log, options } = this.#worker
    return {
      client,
      log,
      lanes: this.#lanes,
      turns: this.#turns,
      workerId: options.workerId,
      tables: new Map(this.#table ? [[this.#targetTable, this.#table]] : []),
      now: this.#context.now,
      decideAnew: ({ records, refusals }) =>
        this.#planned(
          this.#decisions.filter(({ targetId }) =>
            records.has(recordKey(this.#targetTable, targetId)),
          ),
          refusals,
        ),
    }
  }

  async #planned(
    decisions: readonly OpenDecision[],
    refusals: ReadonlyMap<string, string> = new Map(),
  ): Promise<PlanToDivide> {
    const { client } = this.#worker
    const records = await readSettleRecords(client, this.#targetTable, this.#table, decisions)
    const settlements = records.map((record) =>
      settleRecord(this.#context, record, refusals.get(keyOf(record))),
    )
    return {
      records: settlements.flatMap(({ record }) => record ?? []),
      entries: [],
      entryChanges: settlements.flatMap(({ entryChanges }) => entryChanges),
      identifiers: [],
      items: [],
      offers: await this.#offers(settlements.flatMap(({ changes }) => changes)),
      offeredOn: this.#context.now,
    }
  }

  async #offers(changes: readonly SettledChange[]): Promise<readonly OutboundItem[]> {
    const isWrittenBack = this.#policies.some(({ writeBack }) => writeBack === true)
    if (!isWrittenBack || changes.length === 0) return []
    const context = await readOutboundContext(this.#worker.client, this.#policies, changes)
    return changes.flatMap((change) => outboundItems(change, context))
  }
}

function keyOf({ targetTable, targetId }: SettleRecord): string {
  return recordKey(targetTable, targetId)
}
