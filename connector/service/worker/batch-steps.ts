import {
  createMultiple,
  rawCreateMultiple,
  rawUpdate,
  slices,
  updateMultiple,
  upsertMultiple,
  written,
} from '../../dataverse/index.js'
import type { Operation, RawBulkRow, WrittenVersion } from '../../dataverse/index.js'
import { toWire } from '../../engine/index.js'
import { outboundJobs } from '../../engine/write-back/index.js'
import type { CanonicalValue, TargetTable } from '../../engine/index.js'
import {
  integrationIdentifier,
  integrationLedger,
  integrationPayload,
  integrationSyncItem,
  integrationSyncJob,
} from '../../../solution/tables/index.js'
import type { BatchLane, BatchPlan, LeveledRecord, SentRows } from './batch-plan.js'
import type { HeldLanes } from './held-lanes.js'
import { journalPartId, journalPointer } from './journal.js'
import type { PackedText } from './packed-text.js'

/** The most that one bulk message is recommended to carry. */
const rowsPerMessage = 1_000

/** One operation of a batch and what it is for, so that a failure can be understood. */
export type BatchStep =
  | {
      readonly kind: 'fence' | 'settle'
      readonly operation: Operation<WrittenVersion>
      readonly lane: BatchLane
    }
  | {
      readonly kind: 'createRecords' | 'updateRecord'
      readonly operation: Operation<unknown>
      readonly records: readonly LeveledRecord[]
    }
  | { readonly kind: 'journal' | 'offers'; readonly operation: Operation<unknown> }
  | SentRows
  | { readonly kind: 'job' | 'release'; readonly operation: Operation<WrittenVersion> }

export interface BatchStepOptions {
  readonly lanes: HeldLanes
  readonly tables: ReadonlyMap<string, TargetTable>
  readonly journal: PackedText
  /** Records still to be written; fewer than the plan's where a part of it went through before. */
  readonly records: readonly LeveledRecord[]
  /** The rows of our own tables, as `rowSteps` gives them. */
  readonly rows: readonly SentRows[]
  /** Whether the lanes are given back at the end. */
  readonly release: boolean
}

/**
 * The operations of one batch: the fence with the journal, then every row after those it points at
 * (the platform refuses a lookup to a row that is not there yet), then the lanes' new tails. The
 * lane that keeps the journal is settled last, so that the journal outlives all it speaks of.
 */
export function batchSteps(plan: BatchPlan, options: BatchStepOptions): BatchStep[] {
  return [
    ...fenceSteps(plan, options),
    ...journalSteps(plan, options.journal),
    ...recordSteps(options),
    ...offerSteps(plan),
    ...options.rows,
    ...plan.lanes.toReversed().map((lane): BatchStep => {
      return { kind: 'settle', operation: options.lanes.settle(lane, options.release), lane }
    }),
  ]
}

/**
 * The messages that write the rows of our own tables, in their order.
 *
 * `redo`: whether rows of an earlier try may be there already.
 */
export function rowSteps(plan: BatchPlan, redo: boolean): SentRows[] {
  return [
    ...identifierSteps(plan, redo),
    ...itemSteps(plan, redo),
    ...entrySteps(plan, redo),
    ...changeSteps(plan),
  ]
}

function fenceSteps(plan: BatchPlan, { lanes, journal }: BatchStepOptions): BatchStep[] {
  const [first] = plan.lanes
  return plan.lanes.map((lane): BatchStep => ({
    kind: 'fence',
    lane,
    operation: lanes.fence(lane, lane === first ? journal : journalPointer(first)),
  }))
}

function journalSteps(plan: BatchPlan, journal: PackedText): BatchStep[] {
  const [first] = plan.lanes
  if (journal.parts.length === 0 || !first) return []
  const rows = journal.parts.map((content, part) => ({
    id: journalPartId(first.laneId, part),
    row: {
      name: `Journal of lane ${first.targetTable}/${first.laneNumber}, part ${part}`,
      payloadKind: 'journal' as const,
      partNumber: part,
      content,
      contentHash: journal.fingerprint,
    },
  }))
  return rows.map((row) => ({
    kind: 'journal',
    operation: upsertMultiple(integrationPayload, [row]),
  }))
}

/** Jobs and items for source systems; again, where they may be there already. */
function offerSteps({ offers, offeredOn }: BatchPlan): BatchStep[] {
  const jobs = outboundJobs(offers, offeredOn)
  if (jobs.length === 0) return []
  const items = jobs.flatMap((job) => job.items)
  return [
    upsertMultiple(integrationSyncJob, jobs),
    ...slices(items, rowsPerMessage).map((rows) => upsertMultiple(integrationSyncItem, rows)),
  ].map((operation) => ({ kind: 'offers', operation }))
}

function entrySteps({ entries }: BatchPlan, redo: boolean): SentRows[] {
  if (entries.length === 0) return []
  const write = redo ? upsertMultiple : createMultiple
  const operation = written(write(integrationLedger, entries))
  return [{ kind: 'entries', writes: entries, operation }]
}

function recordSteps({ records, tables }: BatchStepOptions): BatchStep[] {
  const steps: BatchStep[] = []
  const creations = new Map<string, LeveledRecord[]>()
  for (const record of records.filter((candidate) => candidate.create)) {
    const group = `${record.level} ${record.targetTable}`
    const others = creations.get(group)
    if (others) others.push(record)
    else creations.set(group, [record])
  }
  for (const created of creations.values()) {
    const [first] = created
    if (!first) continue
    const table = tableOf(tables, first.targetTable)
    const operation = rawCreateMultiple(
      table,
      created.map((record) => wireRow(table, record)),
    )
    steps.push({ kind: 'createRecords', operation, records: created })
  }
  for (const record of records.filter((candidate) => !candidate.create)) {
    const table = tableOf(tables, record.targetTable)
    steps.push({
      kind: 'updateRecord',
      operation: rawUpdate(table, record.targetId, wireValues(table, record.values), {
        ifMatch: record.etag ?? '*',
      }),
      records: [record],
    })
  }
  return steps
}

function changeSteps({ entryChanges }: BatchPlan): SentRows[] {
  if (entryChanges.length === 0) return []
  const operation = written(updateMultiple(integrationLedger, entryChanges))
  return [{ kind: 'entryChanges', writes: entryChanges, operation }]
}

function identifierSteps({ identifiers }: BatchPlan, redo: boolean): SentRows[] {
  const created = identifiers.filter((identifier) => identifier.create)
  const seen = identifiers.filter((identifier) => !identifier.create)
  const write = redo ? upsertMultiple : createMultiple
  const steps: SentRows[] = []
  if (created.length > 0) {
    const operation = written(write(integrationIdentifier, created))
    steps.push({ kind: 'identifiers', writes: created, operation })
  }
  if (seen.length > 0) {
    const operation = written(updateMultiple(integrationIdentifier, seen))
    steps.push({ kind: 'identifiers', writes: seen, operation })
  }
  return steps
}

function itemSteps({ items }: BatchPlan, redo: boolean): SentRows[] {
  const created = items.filter((item) => item.create)
  const rows = items.filter((item) => !item.create)
  const write = redo ? upsertMultiple : createMultiple
  const steps: SentRows[] = []
  if (created.length > 0) {
    const operation = written(write(integrationSyncItem, created))
    steps.push({ kind: 'items', writes: created, operation })
  }
  if (rows.length > 0) {
    const operation = written(updateMultiple(integrationSyncItem, rows))
    steps.push({ kind: 'items', writes: rows, operation })
  }
  return steps
}

export function tableOf(tables: ReadonlyMap<string, TargetTable>, name: string): TargetTable {
  const table = tables.get(name)
  if (!table) throw new Error(`Table ${name} was not read from the metadata.`)
  return table
}

/** A new record as the bulk messages take it. */
export function wireRow(table: TargetTable, record: LeveledRecord): RawBulkRow {
  return { id: record.targetId, row: wireValues(table, record.values) }
}

function wireValues(
  table: TargetTable,
  values: Readonly<Record<string, CanonicalValue>>,
): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    const column = table.columns.get(name)
    if (!column) throw new Error(`Table ${table.logicalName} has no column ${name}.`)
    const [property, wire] = toWire(column, value)
    row[property] = wire
  }
  return row
}
