import type { CommitPolicy } from '../../engine/index.js'
import { LeaseLostError } from '../worker/errors.js'
import type { HeldLanes } from '../worker/held-lanes.js'
import type { WorkerContext } from '../worker/worker-context.js'
import { claimTable, readPolicies } from './claim-table.js'
import { byTable, openDecisions } from './open-decisions.js'
import type { OpenDecision } from './open-decisions.js'
import { TableSettling } from './settle-table.js'

/**
 * Makes what people decided effective, as far as the lanes of the tables are free. One request when
 * there is nothing to do.
 *
 * @returns How many decisions were settled.
 */
export async function settleDecisions(worker: WorkerContext): Promise<number> {
  const { rows } = await worker.client.send(openDecisions)
  let settled = 0
  for (const [targetTable, decisions] of byTable(rows)) {
    settled += await guarded(worker, targetTable, () => settleTable(worker, targetTable, decisions))
  }
  return settled
}

/**
 * The same between two chunks of a job: under the job's lanes for its tables, under lanes of their
 * own for others, so that no decision waits for a long job.
 */
export async function settleUnder(worker: WorkerContext, lanes: HeldLanes): Promise<number> {
  const { rows } = await worker.client.send(openDecisions)
  const held = new Set(lanes.all.map((lane) => lane.targetTable))
  let policies: readonly CommitPolicy[] | undefined
  let settled = 0
  for (const [targetTable, decisions] of byTable(rows)) {
    if (!held.has(targetTable)) {
      settled += await guarded(worker, targetTable, () =>
        settleTable(worker, targetTable, decisions),
      )
      continue
    }
    policies ??= await readPolicies(worker)
    const table = await tableNamed(worker, targetTable)
    const of = { lanes, targetTable, table, policies, decisions }
    await new TableSettling(worker, of).run(false)
    settled += decisions.length
  }
  return settled
}

async function settleTable(
  worker: WorkerContext,
  targetTable: string,
  decisions: readonly OpenDecision[],
): Promise<number> {
  const claimed = await claimTable(worker, targetTable)
  if (!claimed) return 0
  const { lanes, policies, journals } = claimed
  const table = await tableNamed(worker, targetTable)
  const settling = new TableSettling(worker, { lanes, targetTable, table, policies, decisions })
  try {
    for (const plan of journals) await settling.finish(plan)
    await settling.run(true)
  } finally {
    await settling.giveBack()
  }
  worker.log.info({ targetTable, decisions: decisions.length }, 'Decisions settled')
  return decisions.length
}

async function tableNamed({ metadata }: WorkerContext, targetTable: string) {
  return (await metadata.tables([targetTable])).get(targetTable) ?? null
}

/** What goes wrong with one table keeps neither the others nor jobs from going on. */
async function guarded(
  { log }: WorkerContext,
  targetTable: string,
  settle: () => Promise<number>,
): Promise<number> {
  try {
    return await settle()
  } catch (error) {
    if (error instanceof LeaseLostError) log.warn({ targetTable }, error.message)
    else log.error({ targetTable, err: error }, 'Decisions could not be settled; tried again later')
    return 0
  }
}
