import { replayChunk } from '../../engine/replay/index.js'
import type { ReplayedItem } from '../../engine/replay/index.js'
import { recordedChunk } from './recorded-chunk.js'
import { recordedItems } from './recorded-items.js'
import { recordedJob } from './recorded-job.js'
import type { Reading } from './recorded-job.js'

export interface JobReplay {
  readonly jobId: string
  readonly jobName: string
  /** Items with an outcome. */
  readonly items: number
  readonly identical: number
  readonly different: number
  readonly impossible: number
  /** The first items that are not identical. */
  readonly shown: readonly ReplayedItem[]
  /** How many items cannot be replayed for each reason. */
  readonly whyImpossible: ReadonlyMap<string, number>
}

/**
 * Decides all items of a closed job again, by its recorded clock and configuration on its rebuilt
 * state, and compares each with its record. Writes nothing; reads a chunk at a time.
 *
 * `show`: how many items that are not identical are told in full.
 *
 * @throws NotReplayableError
 */
export async function replayJob(reading: Reading, id: string, show: number): Promise<JobReplay> {
  const job = await recordedJob(reading, id)
  const counts = { identical: 0, different: 0, impossible: 0 }
  const shown: ReplayedItem[] = []
  const whyImpossible = new Map<string, number>()
  for await (const page of recordedItems(reading, job)) {
    for (const one of replayChunk(await recordedChunk(reading.client, job, page))) {
      counts[one.result] += 1
      if (one.result === 'impossible') {
        whyImpossible.set(one.why, (whyImpossible.get(one.why) ?? 0) + 1)
      }
      if (one.result !== 'identical' && shown.length < show) shown.push(one)
    }
  }
  const { identical, different, impossible } = counts
  const items = identical + different + impossible
  return { jobId: id, jobName: job.row.name ?? id, items, ...counts, shown, whyImpossible }
}
