import { changeSet, isConcurrencyConflict, isDuplicateRecord } from '../../dataverse/index.js'
import type { CommitPolicy } from '../../engine/index.js'
import type { BatchPlan } from '../worker/batch-plan.js'
import { commitPolicy, policyQuery } from '../worker/configuration.js'
import { HeldLanes, leaseEnd } from '../worker/held-lanes.js'
import { foundJournals } from '../worker/journal.js'
import { laneIds, laneQuery, lanesOf } from '../worker/lane-rows.js'
import { allRows, valueOf } from '../worker/pages-of.js'
import { isBusy, takenLane } from '../worker/take-lane.js'
import type { WorkerContext } from '../worker/worker-context.js'

/** Stands in a batch's journal where a job's id would: the batch settles decisions. */
export const settling = 'settling'

/** A table whose lanes are held for settling. */
export interface ClaimedTable {
  readonly lanes: HeldLanes
  readonly policies: readonly CommitPolicy[]
  /** Batches of settling that a former holder left under way. */
  readonly journals: readonly BatchPlan[]
}

/**
 * Takes the lanes of a table, all or none. Null where somebody else holds one of them, or a job's
 * batch is under way that only the job can finish.
 */
export async function claimTable(
  worker: WorkerContext,
  targetTable: string,
): Promise<ClaimedTable | null> {
  const { client, now, options } = worker
  const [laneRows, policyRows] = await client.batch(
    [laneQuery(laneIds([targetTable])), policyQuery()],
    { repeatable: true },
  )
  const { rows } = valueOf(laneRows)
  if (rows.some((lane) => isBusy(worker, lane))) return null
  const journals = await foundJournals(client, rows)
  const isOurs = journals.plans.every(({ jobId }) => jobId === settling)
  if (!isOurs || journals.tables.some((table) => table !== targetTable)) return null

  const leaseExpiresOn = leaseEnd({ now, leaseMs: options.leaseMs })
  const taken = lanesOf(targetTable).map((key) => takenLane(worker, rows, key, leaseExpiresOn))
  const [outcome] = await client.batch([changeSet(taken.map(({ operation }) => operation))])
  if (!outcome.ok && (isConcurrencyConflict(outcome.error) || isDuplicateRecord(outcome.error))) {
    return null
  }
  const versions = valueOf(outcome)
  const lanes = taken.map(({ lane }, index) => ({ ...lane, etag: versions[index]?.etag ?? '' }))
  return {
    lanes: new HeldLanes(lanes, { now, leaseMs: options.leaseMs }),
    policies: await readPolicies(worker, valueOf(policyRows)),
    journals: journals.plans,
  }
}

/** The policies in use, after their first page. */
export async function readPolicies(
  { client }: WorkerContext,
  first?: Awaited<ReturnType<typeof firstPolicies>>,
): Promise<readonly CommitPolicy[]> {
  const rows = await allRows(client, policyQuery(), first ?? (await firstPolicies({ client })))
  return rows.map(commitPolicy)
}

function firstPolicies({ client }: Pick<WorkerContext, 'client'>) {
  return client.send(policyQuery())
}
