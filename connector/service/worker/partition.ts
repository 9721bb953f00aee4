import { laneOf, recordKey } from '../../engine/index.js'
import type {
  EntryChange,
  EntryWrite,
  IdentifierWrite,
  ItemWrite,
  WritePlan,
} from '../../engine/index.js'
import type { LeveledRecord } from './batch-plan.js'
import type { OutboundItem } from '../../engine/write-back/index.js'
import { leveled } from './record-levels.js'

export interface LaneKey {
  readonly targetTable: string
  readonly laneNumber: number
}

/** What one batch is to write, before its entries have a place in the chain. */
export interface BatchPart {
  readonly lanes: readonly LaneKey[]
  readonly records: readonly LeveledRecord[]
  readonly entries: readonly EntryWrite[]
  readonly entryChanges: readonly EntryChange[]
  readonly identifiers: readonly IdentifierWrite[]
  readonly items: readonly ItemWrite[]
  readonly offers: readonly OutboundItem[]
  /** When the offers are made, milliseconds. */
  readonly offeredOn: number
}

/** A chunk's plan, or what settling some records writes. */
export interface PlanToDivide extends WritePlan {
  readonly offers?: readonly OutboundItem[]
  readonly offeredOn?: number
}

export interface BatchLimits {
  readonly items: number
  /** Operations left for single-record updates beside the batch's own dozen or so. */
  readonly updates: number
}

/** All writes of one record; a record is never divided between batches of one wave. */
interface Unit {
  readonly lane: LaneKey
  readonly level: number
  readonly records: LeveledRecord[]
  readonly entries: EntryWrite[]
  readonly entryChanges: EntryChange[]
  readonly identifiers: IdentifierWrite[]
  readonly items: ItemWrite[]
  readonly offers: OutboundItem[]
}

/**
 * Divides a chunk's plan into batches: waves that follow one another, queues (one a lane) that run
 * side by side within a wave, batches in order within a queue. A plan that fits is one batch.
 */
export function partition(
  plan: PlanToDivide,
  limits: BatchLimits,
): readonly (readonly (readonly BatchPart[])[])[] {
  const records = leveled(plan.records)
  const updates = records.filter((record) => !record.create).length
  const { offeredOn = 0 } = plan
  if (sizeOf(plan) <= limits.items && updates <= limits.updates) {
    const part = merged(unitsOf(plan, records), offeredOn)
    return sizeOf(part) === 0 ? [] : [[[part]]]
  }
  const units = unitsOf(plan, records)
  const levels = [...new Set(units.map((unit) => unit.level))].sort((a, b) => a - b)
  return levels.map((level) =>
    queues(
      units.filter((unit) => unit.level === level),
      limits,
      offeredOn,
    ),
  )
}

/** How much of a batch's room something takes: by its items, or where it has none by its entries. */
function sizeOf({ items, entryChanges }: Pick<WritePlan, 'items' | 'entryChanges'>): number {
  return items.length > 0 ? items.length : entryChanges.length
}

function unitsOf(plan: PlanToDivide, records: readonly LeveledRecord[]): Unit[] {
  const units = new Map<string, Unit>()
  const unitAt = (key: string, targetTable: string, hashed: string, level: number): Unit => {
    let unit = units.get(key)
    if (!unit) {
      const lane = { targetTable, laneNumber: laneOf(targetTable, hashed) }
      unit = emptyUnit(lane, level)
      units.set(key, unit)
    }
    return unit
  }
  const creations = new Map<string, number>()
  for (const record of records) {
    const key = recordKey(record.targetTable, record.targetId)
    const first = creations.get(key)
    creations.set(key, first ?? record.level)
    const unitKey = first === undefined ? key : `${key} deferred`
    unitAt(unitKey, record.targetTable, record.targetId, record.level).records.push(record)
  }
  const unitOf = (write: { readonly targetTable: string; readonly targetId: string }): Unit =>
    unitAt(recordKey(write.targetTable, write.targetId), write.targetTable, write.targetId, 0)
  for (const entry of plan.entries) unitOf(entry).entries.push(entry)
  for (const change of plan.entryChanges) unitOf(change).entryChanges.push(change)
  for (const identifier of plan.identifiers) unitOf(identifier).identifiers.push(identifier)
  for (const offer of plan.offers ?? []) unitOf(offer).offers.push(offer)
  for (const item of plan.items) {
    const { targetTable, targetId } = item
    const unit =
      targetId === null
        ? unitAt(`${targetTable}/item ${item.id}`, targetTable, item.id, 0)
        : unitOf({ targetTable, targetId })
    unit.items.push(item)
  }
  return [...units.values()]
}

function emptyUnit(lane: LaneKey, level: number): Unit {
  return {
    lane,
    level,
    records: [],
    entries: [],
    entryChanges: [],
    identifiers: [],
    items: [],
    offers: [],
  }
}

function queues(units: readonly Unit[], limits: BatchLimits, offeredOn: number): BatchPart[][] {
  const byLane = new Map<string, Unit[]>()
  for (const unit of units) {
    const key = laneText(unit.lane)
    const queue = byLane.get(key)
    if (queue) queue.push(unit)
    else byLane.set(key, [unit])
  }
  return [...byLane.values()].map((queue) =>
    cut(queue, limits).map((part) => merged(part, offeredOn)),
  )
}

function cut(units: readonly Unit[], limits: BatchLimits): Unit[][] {
  const parts: Unit[][] = []
  let items = Infinity
  let updates = Infinity
  for (const unit of units) {
    const unitUpdates = unit.records.filter((record) => !record.create).length
    if (items + sizeOf(unit) > limits.items || updates + unitUpdates > limits.updates) {
      parts.push([])
      items = 0
      updates = 0
    }
    parts.at(-1)?.push(unit)
    items += sizeOf(unit)
    updates += unitUpdates
  }
  return parts
}

function merged(units: readonly Unit[], offeredOn: number): BatchPart {
  const lanes = new Map(units.map((unit) => [laneText(unit.lane), unit.lane]))
  return {
    lanes: [...lanes.values()].sort((a, b) => (laneText(a) < laneText(b) ? -1 : 1)),
    records: units.flatMap((unit) => unit.records).sort((a, b) => a.level - b.level),
    entries: units.flatMap((unit) => unit.entries).sort((a, b) => a.itemSequence - b.itemSequence),
    entryChanges: units.flatMap((unit) => unit.entryChanges),
    identifiers: units.flatMap((unit) => unit.identifiers),
    items: units.flatMap((unit) => unit.items).sort((a, b) => a.sequence - b.sequence),
    offers: units.flatMap((unit) => unit.offers),
    offeredOn,
  }
}

export function laneText(lane: LaneKey): string {
  return `${lane.targetTable}/${lane.laneNumber}`
}
