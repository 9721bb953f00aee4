import { filter, query } from '../../dataverse/index.js'
import type { DataverseClient } from '../../dataverse/index.js'
import { recordKey, sameValue } from '../../engine/index.js'
import type { CanonicalValue, TargetTable } from '../../engine/index.js'
import { integrationSyncItem } from '../../../solution/tables/index.js'
import type { BatchPlan, LeveledRecord } from './batch-plan.js'
import { tableOf } from './batch-steps.js'
import { readRecords } from './read-records.js'
import type { StoredRecord } from './read-records.js'

export interface Reconciliation {
  /** Records still to be written, with the versions they have now. */
  readonly remaining: readonly LeveledRecord[]
  /** Keys of records that somebody else changed since the decision: to be decided anew. */
  readonly conflicts: ReadonlySet<string>
}

/**
 * Finds how far an earlier try of a batch came. Records are told by their values: those we meant to
 * leave (written), those we decided on (not yet), anything else (changed by somebody else).
 */
export async function reconcile(
  client: DataverseClient,
  tables: ReadonlyMap<string, TargetTable>,
  plan: BatchPlan,
): Promise<Reconciliation> {
  if (plan.records.length === 0 || (await itemsAreWritten(client, plan))) {
    return { remaining: [], conflicts: new Set() }
  }
  const now = await currentRecords(client, tables, plan.records)
  const remaining: LeveledRecord[] = []
  const conflicts = new Set<string>()
  for (const record of plan.records) {
    const key = recordKey(record.targetTable, record.targetId)
    const current = now.get(key)
    if (!current) {
      if (record.create || createdHere(plan, key)) remaining.push(record)
      else conflicts.add(key)
    } else if (!holds(tables, record, current.values, record.values)) {
      const isUntouched = holds(tables, record, current.values, record.previousValues)
      if (record.create || !isUntouched) conflicts.add(key)
      else remaining.push({ ...record, etag: current.etag })
    }
  }
  return { remaining, conflicts }
}

function createdHere(plan: BatchPlan, key: string): boolean {
  return plan.records.some(
    (record) => record.create && recordKey(record.targetTable, record.targetId) === key,
  )
}

/**
 * Items are written after all records, so that the first item tells of every record. Nothing tells
 * where there are none, as where decisions are settled.
 */
async function itemsAreWritten(client: DataverseClient, plan: BatchPlan): Promise<boolean> {
  const [first] = plan.items
  if (!first) return false
  const items = filter(integrationSyncItem)
  const { rows } = await client.send(
    query(integrationSyncItem, {
      select: ['itemStatus'],
      filter: items.in('id', [first.id]),
      top: 1,
    }),
  )
  const status = rows[0]?.itemStatus
  return first.create ? rows.length > 0 : status !== undefined && status !== 'pending'
}

type Values = Readonly<Record<string, CanonicalValue>>

async function currentRecords(
  client: DataverseClient,
  tables: ReadonlyMap<string, TargetTable>,
  records: readonly LeveledRecord[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  const wanted = new Map<string, { ids: Set<string>; columns: Set<string> }>()
  for (const record of records) {
    const entry = wanted.get(record.targetTable) ?? { ids: new Set(), columns: new Set() }
    wanted.set(record.targetTable, entry)
    entry.ids.add(record.targetId)
    for (const column of Object.keys(record.values)) entry.columns.add(column)
  }
  return readRecords(client, tables, wanted)
}

function holds(
  tables: ReadonlyMap<string, TargetTable>,
  { targetTable }: LeveledRecord,
  current: Values,
  expected: Values,
): boolean {
  const { columns } = tableOf(tables, targetTable)
  return Object.entries(expected).every(([name, value]) => {
    const column = columns.get(name)
    return column !== undefined && sameValue(column, current[name] ?? null, value)
  })
}
