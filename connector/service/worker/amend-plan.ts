import { recordKey } from '../../engine/index.js'
import type { EntryWrite } from '../../engine/index.js'
import type { BatchPlan } from './batch-plan.js'
import type { BatchPart, PlanToDivide } from './partition.js'
import { leveled } from './record-levels.js'

interface OfRecord {
  readonly targetTable: string
  readonly targetId: string | null
}

/**
 * The batch with the writes of some records replaced by newly decided ones. An entry that may be in
 * the store already keeps its place in the chain; one that is no longer wanted stays as Rejected, so
 * that the chain has no hole.
 *
 * `withdrawnOn`: the instant, in milliseconds, that such an entry names as its end.
 */
export function amended(
  plan: BatchPlan,
  records: ReadonlySet<string>,
  decidedAnew: PlanToDivide,
  withdrawnOn: number,
): BatchPart {
  const kept = (write: OfRecord): boolean =>
    write.targetId === null || !records.has(recordKey(write.targetTable, write.targetId))
  const newItems = new Map(decidedAnew.items.map((item) => [item.sequence, item]))
  return {
    lanes: plan.lanes,
    records: [...plan.records.filter(kept), ...leveled(decidedAnew.records)].sort(
      (a, b) => a.level - b.level,
    ),
    entries: amendedEntries(plan, kept, decidedAnew, withdrawnOn),
    entryChanges: [...plan.entryChanges.filter(kept), ...decidedAnew.entryChanges],
    identifiers: [...plan.identifiers.filter(kept), ...decidedAnew.identifiers],
    items: plan.items.map((item) => newItems.get(item.sequence) ?? item),
    offers: [...plan.offers.filter(kept), ...(decidedAnew.offers ?? [])],
    offeredOn: plan.offeredOn,
  }
}

function amendedEntries(
  plan: BatchPlan,
  kept: (write: OfRecord) => boolean,
  decidedAnew: PlanToDivide,
  withdrawnOn: number,
): EntryWrite[] {
  const wanted = new Map(decidedAnew.entries.map((entry) => [entry.id, entry]))
  const inPlace = plan.entries.map((entry) => {
    if (kept(entry)) return entry
    const anew = wanted.get(entry.id)
    wanted.delete(entry.id)
    return anew ?? withdrawn(entry, withdrawnOn)
  })
  return [...inPlace, ...wanted.values()]
}

function withdrawn(entry: EntryWrite, withdrawnOn: number): EntryWrite {
  return {
    ...entry,
    row: {
      ...entry.row,
      ledgerStatus: 'rejected',
      settledStatus: 'rejected',
      certifiedBy: null,
      certifiedDateTime: null,
      appliedOn: null,
      staleOn: null,
      lastConfirmed: null,
      latest: false,
      supersededOn: new Date(withdrawnOn),
      reason:
        'The record changed, or the platform refused the change, before this value was written; the item was decided anew.',
    },
  }
}
