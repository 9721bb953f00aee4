import type { Configuration, SyncItem } from '../../engine/index.js'
import { decideOtherwise } from '../../engine/replay/index.js'
import type { Decided, WhatIf } from '../../engine/replay/index.js'
import { readCodeLists } from '../code-lists.js'
import { currentConfiguration } from '../worker/configuration.js'
import { changed, codeListsOf } from './configuration-change.js'
import type { ConfigurationChange } from './configuration-change.js'
import { recordedChunk } from './recorded-chunk.js'
import { recordedItems } from './recorded-items.js'
import { NotReplayableError, recordedJob } from './recorded-job.js'
import type { Reading, RecordedJob } from './recorded-job.js'
import { recordedJobs } from './recorded-jobs.js'
import type { JobScope } from './recorded-jobs.js'

/** One item that would have ended otherwise. */
export interface Difference {
  readonly jobId: string
  readonly jobName: string
  readonly item: SyncItem
  readonly before: Decided
  readonly after: Decided
}

/** How many items would have gone from one outcome to another. */
export interface Shift {
  readonly before: Pick<Decided, 'status' | 'reason'>
  readonly after: Pick<Decided, 'status' | 'reason'>
  count: number
}

export interface WhatIfResult {
  jobs: number
  /** Items with an outcome, of the table that was asked for. */
  items: number
  /** Items with another status or another reason. */
  different: number
  /** Items whose recorded decision cannot be repeated, and which are therefore not compared. */
  notCompared: number
  /** By `status reason > status reason`. */
  readonly shifts: Map<string, Shift>
  /** The first differences. */
  readonly shown: Difference[]
  /** Jobs that could not be looked at, in sentences; the first few. */
  readonly skipped: string[]
  skippedJobs: number
}

/** Sentences of jobs that were skipped; more say nothing new. */
const mostSkipped = 20

/**
 * Decides recorded items again under their job's own configuration with a change made to it, each on
 * the state it met then, and tells what would have ended otherwise. Writes nothing; reads a chunk at
 * a time. What the differences would have meant for later jobs is not followed up.
 *
 * `show`: how many differences are told in full.
 */
export async function whatIf(
  reading: Reading,
  change: ConfigurationChange,
  scope: JobScope,
  show: number,
): Promise<WhatIfResult> {
  const result: WhatIfResult = {
    jobs: 0,
    items: 0,
    different: 0,
    notCompared: 0,
    shifts: new Map(),
    shown: [],
    skipped: [],
    skippedJobs: 0,
  }
  for await (const id of recordedJobs(reading.client, scope)) {
    const job = await jobOrSentence(reading, id)
    if (typeof job === 'string') {
      result.skippedJobs += 1
      if (result.skipped.length < mostSkipped) result.skipped.push(job)
      continue
    }
    result.jobs += 1
    const configuration = changed(await completed(reading, job, change), change)
    for await (const page of recordedItems(reading, job)) {
      const chunk = await recordedChunk(reading.client, job, page)
      for (const one of decideOtherwise(chunk, configuration)) {
        if (scope.table === undefined || one.replay.item.targetTable === scope.table) {
          count(result, job, one, show)
        }
      }
    }
  }
  return result
}

async function jobOrSentence(reading: Reading, id: string): Promise<RecordedJob | string> {
  try {
    return await recordedJob(reading, id)
  } catch (error) {
    if (error instanceof NotReplayableError) return error.message
    throw error
  }
}

/** The job's configuration with the maps, as they are now, of code lists that it did not need. */
async function completed(
  { client }: Reading,
  { row, context }: RecordedJob,
  change: ConfigurationChange,
): Promise<Configuration> {
  const { configuration } = context
  const known = new Set(readCodeLists(row.codeLists))
  for (const { codeList } of configuration.policies) if (codeList !== null) known.add(codeList)
  const codeLists = codeListsOf(change).filter((name) => !known.has(name))
  if (codeLists.length === 0) return configuration
  const { sourceSystemKey } = row
  const { valueMaps } = await currentConfiguration(client, [], {
    targetTables: [],
    sourceSystemKey,
    codeLists,
  })
  return { ...configuration, valueMaps: [...configuration.valueMaps, ...valueMaps] }
}

function count(
  result: WhatIfResult,
  { row }: RecordedJob,
  { replay, changed: after }: WhatIf,
  show: number,
): void {
  result.items += 1
  if (after === null) {
    result.notCompared += 1
    return
  }
  const { item, recorded: before } = replay
  if (before.status === after.status && before.reason === after.reason) return
  result.different += 1
  const key = `${before.status} ${before.reason} > ${after.status} ${after.reason}`
  const shift = result.shifts.get(key) ?? { before, after, count: 0 }
  shift.count += 1
  result.shifts.set(key, shift)
  if (result.shown.length < show) {
    result.shown.push({ jobId: row.id, jobName: row.name ?? row.id, item, before, after })
  }
}
