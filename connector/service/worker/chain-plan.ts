import { appendToChain, laneOf } from '../../engine/index.js'
import type { EntryWrite } from '../../engine/index.js'
import type { BatchLane, BatchPlan } from './batch-plan.js'
import type { HeldLanes } from './held-lanes.js'
import { laneText } from './partition.js'
import type { BatchPart, LaneKey } from './partition.js'

/** Gives each entry of a batch its place in its lane's chain, after the tails the lanes have now. */
export function chained(jobId: string, part: BatchPart, lanes: HeldLanes): BatchPlan {
  const byLane = new Map<string, EntryWrite[]>()
  for (const entry of part.entries) {
    const key = laneText(laneOfEntry(entry))
    const others = byLane.get(key)
    if (others) others.push(entry)
    else byLane.set(key, [entry])
  }
  const placed = new Map<string, EntryWrite>()
  const batchLanes = part.lanes.map((key): BatchLane => {
    const held = lanes.get(key)
    const entries = byLane.get(laneText(key)) ?? []
    const { rows, tail } = appendToChain(held.tail, key.targetTable, key.laneNumber, entries)
    entries.forEach((entry, index) => {
      const row = rows[index]
      if (row) placed.set(entry.id, { ...entry, row })
    })
    return { laneId: held.id, targetTable: key.targetTable, laneNumber: key.laneNumber, tail }
  })
  return {
    jobId,
    lanes: batchLanes,
    records: part.records,
    entries: part.entries.map((entry) => placed.get(entry.id) ?? entry),
    entryChanges: part.entryChanges,
    identifiers: part.identifiers,
    items: part.items,
    offers: part.offers,
    offeredOn: part.offeredOn,
  }
}

function laneOfEntry(entry: EntryWrite): LaneKey {
  const { targetTable, targetId } = entry
  return { targetTable, laneNumber: laneOf(targetTable, targetId) }
}
