import { recordKey } from '../contract.js'
import type { ChunkState, OfferedValue, RecordState } from '../contract.js'
import { refusalPrefix } from '../decide-groups.js'
import { normaliseGuid } from '../guid.js'
import { identifierHash, newRecordId } from '../ids.js'
import { ChunkScope, wholeSeconds } from '../scope.js'
import type { PlacedEntry, RecordedChunk, RecordedItem } from './contract.js'
import { entriesThen } from './entries-then.js'
import { KeysThen } from './keys-then.js'
import { placedEntries } from './placed-entries.js'
import { unitsOf } from './record-items.js'
import type { ItemUnits } from './record-values.js'
import { valuesThen } from './record-values.js'

/** What some items were decided on. */
export interface StateThen {
  readonly state: ChunkState
  /** What the platform said when it refused records (by `recordKey`). */
  readonly refusals: ReadonlyMap<string, string>
  /** What is not kept of a record's entries, by `recordKey`. */
  readonly doubts: ReadonlyMap<string, string>
  /** Sequences of items that went by an identifier which is not there any more. */
  readonly lost: ReadonlySet<number>
}

/**
 * The state before a chunk, rebuilt from the ledger, the crosswalk and the items' own outcomes; the
 * records themselves, which have changed since, are not asked.
 */
export function stateThen(chunk: RecordedChunk): StateThen {
  const scope = new ChunkScope(chunk.context)
  const placed = placedEntries(chunk)
  const keys = new KeysThen(scope, chunk, placed)
  const entriesByRecord = groupedBy(placed, ({ entry: { targetTable, targetId } }) =>
    recordKey(targetTable, targetId),
  )
  const records = new Map<string, RecordState>()
  const doubts = new Map<string, string>()
  const refusals = new Map<string, string>()
  const now = wholeSeconds(chunk.context.now)
  for (const [key, { targetTable, targetId, items }] of itemsByRecord(scope, keys, chunk.items)) {
    const ofRecord = entriesByRecord.get(key) ?? []
    const { entries, doubt } = entriesThen({ placed: ofRecord, items, now })
    if (doubt !== null) doubts.set(key, doubt)
    const refusal = items.map(({ recorded }) => refusalOf(recorded)).find((text) => text !== null)
    if (refusal !== undefined) refusals.set(key, refusal)
    const exists = didExist(keys, targetId, items)
    const values = exists ? valuesThen(ofRecord, entries, items) : {}
    const offered = chunk.offered && offeredThen(chunk.offered.get(key) ?? [], now)
    const facts = { targetTable, targetId, exists, etag: null, values, entries }
    records.set(key, { ...facts, ...(offered && { offered }) })
  }
  const lost = new Set<number>()
  for (const { hash, items } of keys.own.values()) {
    if (keys.known.has(hash)) continue
    for (const { item, outcome } of items) {
      if (outcome.reason === 'recordDeleted') lost.add(item.sequence)
    }
  }
  return { state: { identifiers: keys.known, records }, refusals, doubts, lost }
}

interface RecordItems {
  readonly targetTable: string
  readonly targetId: string
  readonly items: ItemUnits[]
}

/** Items by the record they found, name, or would create. */
function itemsByRecord(
  scope: ChunkScope,
  keys: KeysThen,
  items: readonly RecordedItem[],
): ReadonlyMap<string, RecordItems> {
  const byRecord = new Map<string, RecordItems>()
  for (const recorded of items) {
    const { item } = recorded
    const targetTable = scope.table(item.targetTable)?.table.logicalName
    if (targetTable === undefined) continue
    const units = unitsOf(scope, keys, recorded)
    for (const targetId of idsOf(scope, keys, targetTable, recorded)) {
      const key = recordKey(targetTable, targetId)
      const known = byRecord.get(key) ?? { targetTable, targetId, items: [] }
      byRecord.set(key, known)
      known.items.push({ recorded, units })
    }
  }
  return byRecord
}

function idsOf(
  scope: ChunkScope,
  keys: KeysThen,
  targetTable: string,
  { item, outcome }: RecordedItem,
): ReadonlySet<string> {
  const ids = new Set<string>()
  const { externalKey } = item
  if (item.targetId !== null) ids.add(normaliseGuid(item.targetId) ?? '')
  if (outcome.targetId !== null) ids.add(normaliseGuid(outcome.targetId) ?? '')
  if (externalKey !== null && externalKey !== '') {
    const key = { sourceSystemKey: scope.source, targetTable, externalKey }
    ids.add(keys.known.get(identifierHash(key))?.targetId ?? newRecordId(key))
  }
  ids.delete('')
  return ids
}

/** A record was there if the items found it and did not make it themselves. */
function didExist(keys: KeysThen, targetId: string, items: readonly ItemUnits[]): boolean {
  if (keys.created.has(targetId)) return false
  const found = items.find(({ recorded }) => recorded.outcome.status !== 'rejected')
  if (!found) return items.some(({ recorded }) => recorded.outcome.targetId === targetId)
  const { reason, targetId: foundId } = found.recorded.outcome
  return reason !== 'noRecord' && reason !== 'recordDeleted' && foundId === targetId
}

/** What a source had been offered by then, and had said of it. */
function offeredThen(offers: readonly OfferedValue[], now: number): readonly OfferedValue[] {
  return offers
    .filter(({ decided }) => decided <= now)
    .map((offer) =>
      offer.acknowledged !== null && offer.acknowledged > now
        ? { ...offer, acknowledged: null }
        : offer,
    )
}

function refusalOf({ outcome: { status, message } }: RecordedItem): string | null {
  return status === 'failed' && message.startsWith(refusalPrefix)
    ? message.slice(refusalPrefix.length)
    : null
}

function groupedBy(
  placed: readonly PlacedEntry[],
  keyOf: (one: PlacedEntry) => string,
): ReadonlyMap<string, readonly PlacedEntry[]> {
  const groups = new Map<string, PlacedEntry[]>()
  for (const one of placed) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
