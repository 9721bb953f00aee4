import type {
  EntryChange,
  EntryWrite,
  IdentifierWrite,
  ItemWrite,
  RecordWrite,
  WritePlan,
} from '../../engine/index.js'
import type { Column, Table } from '../../../solution/model/index.js'
import {
  integrationIdentifier,
  integrationLedger,
  integrationSyncItem,
} from '../../../solution/tables/index.js'

export interface ChainTail {
  readonly sequence: number
  readonly hash: string
}

/** A lane that a batch writes, and the end of the lane's chain once the batch is through. */
export interface BatchLane {
  readonly laneId: string
  readonly targetTable: string
  readonly laneNumber: number
  readonly tail: ChainTail
}

/** A record's write with its place in the order: after all records of a lower level. */
export interface LeveledRecord extends RecordWrite {
  readonly level: number
}

/**
 * One ordered `$batch` in full: every row it leaves behind, in its final state. It is kept in the
 * lanes' journal until it is through, so that whoever takes the lanes over finishes it exactly.
 */
export interface BatchPlan {
  readonly jobId: string
  readonly lanes: readonly BatchLane[]
  readonly records: readonly LeveledRecord[]
  /** Complete rows, chain columns included. */
  readonly entries: readonly EntryWrite[]
  readonly entryChanges: readonly EntryChange[]
  readonly identifiers: readonly IdentifierWrite[]
  readonly items: readonly ItemWrite[]
}

/** The text form of a plan in the journal. */
export function writeBatchPlan(plan: BatchPlan): string {
  return JSON.stringify(plan)
}

export function readBatchPlan(text: string): BatchPlan {
  const plan = JSON.parse(text) as BatchPlan
  return {
    ...plan,
    entries: plan.entries.map((entry) => revived(integrationLedger, entry)),
    entryChanges: plan.entryChanges.map((change) => revived(integrationLedger, change)),
    identifiers: plan.identifiers.map((write) => revived(integrationIdentifier, write)),
    items: plan.items.map((item) => revived(integrationSyncItem, item)),
  }
}

/** Dates of a row come out of JSON as text; the declaration says which columns are dates. */
function revived<W extends { readonly row: object }>(table: Table, write: W): W {
  const row: Record<string, unknown> = { ...write.row }
  for (const name of dateTimeColumns(table)) {
    const value = row[name]
    if (typeof value === 'string') row[name] = new Date(value)
  }
  return { ...write, row }
}

function dateTimeColumns(table: Table): string[] {
  return Object.entries<Column>(table.columns)
    .filter(([, column]) => column.kind === 'dateTime')
    .map(([name]) => name)
}

/** The parts of a plan that belong to the records (and recordless items) a predicate picks. */
export function partOf(
  plan: WritePlan,
  picks: (write: { readonly targetTable: string; readonly targetId: string }) => boolean,
): Omit<WritePlan, 'items'> {
  return {
    records: plan.records.filter(picks),
    entries: plan.entries.filter(picks),
    entryChanges: plan.entryChanges.filter(picks),
    identifiers: plan.identifiers.filter(picks),
  }
}
