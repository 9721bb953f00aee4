import {
  changeSet,
  isConcurrencyConflict,
  isDuplicateRecord,
  update,
} from '../../dataverse/index.js'
import type { Operation } from '../../dataverse/index.js'
import type { CommitPolicy, Configuration, DecisionContext } from '../../engine/index.js'
import { integrationSyncJob } from '../../../solution/tables/index.js'
import { readCodeLists } from '../code-lists.js'
import { readTableList } from '../table-list.js'
import { adoptKeys, unhashedQuery } from './adopt-keys.js'
import type { BatchPlan } from './batch-plan.js'
import {
  commitPolicy,
  currentConfiguration,
  policyQuery,
  snapshotOf,
  storedConfiguration,
} from './configuration.js'
import type { QueuedJob } from './eligible-job.js'
import { HeldLanes, leaseEnd } from './held-lanes.js'
import type { HeldLane } from './held-lanes.js'
import { itemSource } from './item-source.js'
import type { ItemSource } from './item-source.js'
import { jobFacts, jobQuery } from './job-row.js'
import type { JobRow } from './job-row.js'
import { foundJournals } from './journal.js'
import { laneIds, laneQuery, lanesOf } from './lane-rows.js'
import type { LaneRow } from './lane-rows.js'
import { allRows, valueOf } from './pages-of.js'
import { isBusy, takenLane } from './take-lane.js'
import type { WorkerContext } from './worker-context.js'

/** A job that this worker may run now, with all that its decisions rest on. */
export interface ClaimedJob {
  readonly row: JobRow
  readonly etag: string
  readonly context: DecisionContext
  readonly lanes: HeldLanes
  /** Batches that a former holder of the lanes left under way; to be finished first. */
  readonly journals: readonly BatchPlan[]
  readonly items: ItemSource
  /** Whether an earlier attempt may have accounted for items beyond the job's cursor. */
  readonly resumed: boolean
}

interface Found {
  readonly row: JobRow
  readonly lanes: readonly LaneRow[]
  readonly tables: readonly string[]
  readonly journals: readonly BatchPlan[]
  readonly policies: readonly CommitPolicy[]
}

/** Takes a job and its lanes, all or nothing; null where somebody else holds one of them. */
export async function claimJob(
  worker: WorkerContext,
  queued: QueuedJob,
): Promise<ClaimedJob | null> {
  const found = await look(worker, queued.id, queued.targetTables ?? [])
  if (found.row.etag !== queued.etag || found.lanes.some((lane) => isBusy(worker, lane)))
    return null

  const { row } = found
  const decisionClock = row.decisionClock ?? wholeSecond(worker.now()).toISOString()
  const configuration = await configurationOf(worker, found)
  const taken = await take(worker, found, { decisionClock, configuration })
  if (!taken) return null
  return {
    row,
    etag: taken.jobEtag,
    context: await decisionContext(worker, row, decisionClock, configuration),
    lanes: new HeldLanes(taken.lanes, { now: worker.now, leaseMs: worker.options.leaseMs }),
    journals: found.journals,
    items: itemSource(worker.client, row),
    resumed: row.jobStatus === 'processing',
  }
}

/** Reads the job, its lanes and the policies in one request; more where journals name more tables. */
async function look(
  worker: WorkerContext,
  jobId: string,
  tables: readonly string[],
): Promise<Found> {
  const [job, lanes, policies, unhashed] = await worker.client.batch(
    [jobQuery(jobId), laneQuery(laneIds(tables)), policyQuery(), unhashedQuery(tables)],
    { repeatable: true },
  )
  const laneRows = valueOf(lanes).rows
  const journals = await foundJournals(worker.client, laneRows)
  const missing = journals.tables.filter((table) => !tables.includes(table))
  if (missing.length > 0) return look(worker, jobId, [...tables, ...missing])
  await adoptKeys(worker, valueOf(unhashed).rows)
  const policyRows = await allRows(worker.client, policyQuery(), valueOf(policies))
  return {
    row: valueOf(job),
    lanes: laneRows,
    tables,
    journals: journals.plans,
    policies: policyRows.map(commitPolicy),
  }
}

interface JobConfiguration {
  readonly configuration: Configuration
  readonly hash: string
  /** Present where the snapshot may not be stored yet. */
  readonly store: Operation<void> | null
}

async function configurationOf(worker: WorkerContext, found: Found): Promise<JobConfiguration> {
  const { row, policies } = found
  if (row.configurationHash !== null) {
    const configuration = await storedConfiguration(worker.client, row.configurationHash)
    return { configuration, hash: row.configurationHash, store: null }
  }
  const configuration = await currentConfiguration(worker.client, policies, {
    targetTables: readTableList(row.targetTables),
    sourceSystemKey: row.sourceSystemKey,
    codeLists: readCodeLists(row.codeLists),
  })
  const { hash, operation } = await snapshotOf(configuration)
  return { configuration, hash, store: worker.storedSnapshots.has(hash) ? null : operation }
}

async function take(
  worker: WorkerContext,
  found: Found,
  pinned: { readonly decisionClock: string; readonly configuration: JobConfiguration },
): Promise<{ readonly jobEtag: string; readonly lanes: readonly HeldLane[] } | null> {
  const { row } = found
  const { hash, store } = pinned.configuration
  const leaseExpiresOn = leaseEnd({ now: worker.now, leaseMs: worker.options.leaseMs })
  const claim = update(
    integrationSyncJob,
    row.id,
    {
      jobStatus: 'processing',
      leaseOwner: worker.options.workerId,
      leaseExpiresOn,
      attempts: (row.attempts ?? 0) + 1,
      decisionClock: pinned.decisionClock,
      configurationHash: hash,
    },
    { ifMatch: row.etag, returnEtag: true },
  )
  const lanes = found.tables
    .flatMap(lanesOf)
    .map((key) => takenLane(worker, found.lanes, key, leaseExpiresOn))
  const claims = changeSet([claim, ...lanes.map(({ operation }) => operation)])
  const outcome = store
    ? (await worker.client.batch([store, claims]))[1]
    : (await worker.client.batch([claims]))[0]
  if (!outcome.ok && (isConcurrencyConflict(outcome.error) || isDuplicateRecord(outcome.error))) {
    return null
  }
  worker.storedSnapshots.add(hash)
  const [jobVersion, ...laneVersions] = valueOf(outcome)
  return {
    jobEtag: jobVersion.etag,
    lanes: lanes.map(({ lane }, index) => ({ ...lane, etag: laneVersions[index]?.etag ?? '' })),
  }
}

async function decisionContext(
  worker: WorkerContext,
  row: JobRow,
  decisionClock: string,
  { configuration }: JobConfiguration,
): Promise<DecisionContext> {
  const names = [...readTableList(row.targetTables), ...readTableList(row.relatedTables)]
  const definitions = await worker.metadata.tables(names)
  return {
    job: jobFacts(row),
    now: Date.parse(decisionClock),
    serviceUserId: worker.serviceUserId,
    configuration,
    tables: new Map(
      [...definitions].flatMap(([name, definition]) => (definition ? [[name, definition]] : [])),
    ),
  }
}

function wholeSecond(time: number): Date {
  return new Date(Math.floor(time / 1000) * 1000)
}
