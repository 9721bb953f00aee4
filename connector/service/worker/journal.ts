import type { DataverseClient } from '../../dataverse/index.js'
import { payloadId } from '../../engine/index.js'
import { readBatchPlan } from './batch-plan.js'
import type { BatchLane, BatchPlan } from './batch-plan.js'
import type { LaneRow } from './lane-rows.js'
import { unpackText } from './packed-text.js'
import type { PackedText } from './packed-text.js'
import { payloadContents } from './payload-rows.js'

const pointerMark = '@'

/** What the other lanes of a batch keep instead of its journal: the table of the lane that has it. */
export function journalPointer(keeper: BatchLane | undefined): PackedText {
  return { text: `${pointerMark}${keeper?.targetTable ?? ''}`, parts: [], fingerprint: '' }
}

export function journalPartId(laneId: string, part: number): string {
  return payloadId('journal', laneId, part)
}

/** The batches under way that the lanes' former holder left, and tables whose lanes belong to them. */
export interface FoundJournals {
  readonly plans: readonly BatchPlan[]
  readonly tables: readonly string[]
}

export async function foundJournals(
  client: DataverseClient,
  lanes: readonly LaneRow[],
): Promise<FoundJournals> {
  const plans: BatchPlan[] = []
  const tables = new Set<string>()
  for (const lane of lanes) {
    if (lane.journal === null) continue
    if (lane.journal.startsWith(pointerMark)) {
      tables.add(lane.journal.slice(pointerMark.length))
      continue
    }
    const text = await unpackText({
      text: lane.journal,
      parts: await journalParts(client, lane),
    })
    // Parts that are not this journal's: the batch was cut before it wrote anything.
    if (text === null) continue
    const plan = readBatchPlan(text)
    plans.push(plan)
    for (const { targetTable } of plan.lanes) tables.add(targetTable)
  }
  return { plans, tables: [...tables] }
}

async function journalParts(client: DataverseClient, lane: LaneRow): Promise<readonly string[]> {
  const ids = Array.from({ length: lane.journalParts ?? 0 }, (_, part) =>
    journalPartId(lane.id, part),
  )
  return (await payloadContents(client, ids)).map((content) => content ?? '')
}
