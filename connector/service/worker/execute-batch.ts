import { notRun, UnknownOutcomeError } from '../../dataverse/index.js'
import type {
  DataverseClient,
  DataverseError,
  Operation,
  Outcome,
  WrittenVersion,
} from '../../dataverse/index.js'
import { recordKey } from '../../engine/index.js'
import type { TargetTable } from '../../engine/index.js'
import type { Log } from '../log.js'
import { amended } from './amend-plan.js'
import { understandRefusal } from './batch-refusal.js'
import type { TryResult } from './batch-refusal.js'
import { writeBatchPlan } from './batch-plan.js'
import type { BatchPlan, LeveledRecord } from './batch-plan.js'
import { batchSteps, rowSteps } from './batch-steps.js'
import type { BatchStep } from './batch-steps.js'
import { chained } from './chain-plan.js'
import type { HeldLanes } from './held-lanes.js'
import type { PlanToDivide } from './partition.js'
import { packText } from './packed-text.js'
import { reclaim } from './reclaim.js'
import { reconcile } from './reconcile.js'
import { begun } from './turns.js'
import type { Begun, Turns } from './turns.js'

/** What a batch needs of the job it belongs to. */
export interface BatchHost {
  readonly client: DataverseClient
  readonly tables: ReadonlyMap<string, TargetTable>
  readonly lanes: HeldLanes
  readonly workerId: string
  readonly log: Log
  /** Where the making of requests waits for its turn. */
  readonly turns: Turns
  /** The job's Decision Clock, milliseconds. */
  readonly now: number
  /**
   * Decides on some records of the batch once more on the state as it is now.
   */
  readonly decideAnew: (anew: ToDecideAnew) => Promise<PlanToDivide>
}

export interface ToDecideAnew {
  /** Keys of the records. */
  readonly records: ReadonlySet<string>
  /** Sequences of their items. */
  readonly sequences: ReadonlySet<number>
  /** Ids of the batch's entries, which do not count as state. */
  readonly ownEntries: ReadonlySet<string>
  /** The platform's messages by record, where it refused what was decided. */
  readonly refusals: ReadonlyMap<string, string>
}

export interface BatchOptions {
  /** Whether an earlier try may have written a part of the batch. */
  readonly redo: boolean
  /** An update of the job's row that goes last, made from the batch as it was written. */
  readonly jobUpdate?: (written: BatchPlan) => {
    readonly operation: Operation<WrittenVersion>
    /** Whether the job ends here and its lanes are given back. */
    readonly release: boolean
  }
  /** Whether the batch is its lanes' last, and they are given back. */
  readonly release?: boolean
}

export interface WrittenBatch {
  readonly plan: BatchPlan
  /** The job row's new version; null where it was not updated, or somebody else had changed it. */
  readonly jobEtag: string | null
}

/** Tries of one batch; each either ends it or learns what stood in its way. */
const maxTries = 25

/**
 * Writes one batch, whatever gets in its way: an answer that is lost, a record that somebody else
 * changed, a row that the platform refuses. What an earlier try left is found and kept.
 *
 * `plan`: asked for when the batch's turn has come.
 *
 * @throws LeaseLostError where another worker has taken the lanes over.
 * @throws JobRefusedError where the platform refuses rows of our own tables.
 */
export async function executeBatch(
  host: BatchHost,
  plan: () => BatchPlan,
  options: BatchOptions,
): Promise<WrittenBatch> {
  const refusals = new Map<string, string>()
  let planned = plan
  let redo = options.redo
  for (let attempt = 1; attempt <= maxTries; attempt++) {
    let records: readonly LeveledRecord[] | null = null
    if (redo) {
      const current = planned()
      const { remaining, conflicts } = await reconcile(host.client, host.tables, current)
      if (conflicts.size > 0) {
        const anew = await decidedAnew(host, current, conflicts, refusals)
        planned = () => anew
        continue
      }
      records = remaining
    }
    const trial = await host.turns.run(() => begin(host, planned(), records, redo, options))
    const result = await ended(host, trial)
    redo = true
    if (result.kind === 'written') return { plan: trial.plan, jobEtag: result.jobEtag }
    planned = () => trial.plan
    if (result.kind === 'conflict') {
      for (const [key, message] of result.refusals) refusals.set(key, message)
      const anew = await decidedAnew(host, trial.plan, result.records, refusals)
      planned = () => anew
    }
  }
  throw new Error(`A batch of job ${planned().jobId} could not be written in ${maxTries} tries.`)
}

/** One try of a batch that is on its way. */
interface Trial {
  readonly plan: BatchPlan
  readonly steps: readonly BatchStep[]
  readonly outcomes: Begun<readonly Outcome<unknown>[] | null>
}

/** `records`: those still to be written; null: all of the plan's. */
async function begin(
  host: BatchHost,
  plan: BatchPlan,
  records: readonly LeveledRecord[] | null,
  redo: boolean,
  options: BatchOptions,
): Promise<Trial> {
  const job = options.jobUpdate?.(plan)
  const rows = rowSteps(plan, redo)
  const steps = batchSteps(plan, {
    lanes: host.lanes,
    tables: host.tables,
    journal: await packText(writeBatchPlan(plan, rows)),
    records: records ?? plan.records,
    rows,
    release: job?.release ?? options.release ?? false,
  })
  if (job)
    steps.push({ kind: 'job', operation: job.operation }, ...releaseSteps(host, plan, job.release))
  return { plan, steps, outcomes: begun(sent(host, plan, steps)) }
}

async function ended(host: BatchHost, { plan, steps, outcomes }: Trial): Promise<TryResult> {
  const found = await outcomes.result
  if (!found) return { kind: 'again' }
  let jobEtag: string | null = null
  for (const [index, outcome] of found.entries()) {
    const step = steps[index]
    if (!step) continue
    if (!outcome.ok && (step.kind === 'job' || step.kind === 'release')) break
    if (!outcome.ok) return understandRefusal(host, plan, step, refusalOf(outcome.error))
    if (step.kind === 'fence' || step.kind === 'settle') {
      host.lanes.setEtag(step.lane, versionOf(outcome.value))
    }
    if (step.kind === 'job') jobEtag = versionOf(outcome.value)
  }
  for (const lane of plan.lanes) host.lanes.setTail(lane)
  return { kind: 'written', jobEtag }
}

/** Lanes that the job holds and its last batch did not write. */
function releaseSteps(host: BatchHost, plan: BatchPlan, release: boolean): BatchStep[] {
  if (!release) return []
  const written = new Set(plan.lanes.map((lane) => lane.laneId))
  return host.lanes.all
    .filter((lane) => !written.has(lane.id))
    .map((lane) => ({ kind: 'release', operation: host.lanes.release(lane) }))
}

/** The outcomes, or null where no answer came and the lanes are found to be still ours. */
async function sent(host: BatchHost, plan: BatchPlan, steps: readonly BatchStep[]) {
  try {
    return await host.client.batch<readonly Operation<unknown>[]>(
      steps.map(({ operation }) => operation),
    )
  } catch (error) {
    if (!(error instanceof UnknownOutcomeError)) throw error
    host.log.warn(
      { jobId: plan.jobId, err: error },
      'No answer to a batch; looking how far it came',
    )
    await reclaim(host, plan.lanes)
    return null
  }
}

async function decidedAnew(
  host: BatchHost,
  plan: BatchPlan,
  records: ReadonlySet<string>,
  refusals: ReadonlyMap<string, string>,
): Promise<BatchPlan> {
  host.log.info({ jobId: plan.jobId, records: records.size }, 'Deciding records of a batch anew')
  const sequences = plan.items
    .filter(({ targetTable, targetId }) => {
      return targetId !== null && records.has(recordKey(targetTable, targetId))
    })
    .map((item) => item.sequence)
  const ownEntries = new Set(plan.entries.map((entry) => entry.id))
  const anew = await host.decideAnew({
    ...{ records, ownEntries, refusals },
    sequences: new Set(sequences),
  })
  return chained(plan.jobId, amended(plan, records, anew, host.now), host.lanes)
}

/** The first outcome that is no success carries the platform's error; only later ones are not run. */
function refusalOf(error: DataverseError | typeof notRun): DataverseError {
  if (error === notRun) throw new Error('A batch stopped without an error of the platform.')
  return error
}

/** What an update that asks for the new version decodes to. */
function versionOf(written: unknown): string {
  return (written as WrittenVersion).etag
}
