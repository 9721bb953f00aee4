import type {
  CanonicalValue,
  ChunkState,
  DecisionContext,
  ExternalRecordKey,
  IdentifierState,
  LedgerEntryState,
  RecordState,
  SyncItem,
  WritePlan,
} from '../../../connector/engine/index.js'
import {
  identifierHash,
  identifierId,
  neededLookups,
  neededRecords,
  recordKey,
} from '../../../connector/engine/index.js'

interface StoredEntry extends LedgerEntryState {
  readonly record: string
}

/**
 * A store of records, crosswalk and ledger that takes plans the way the worker does, and refuses
 * what the real store would refuse.
 */
export class TinyStore {
  readonly records = new Map<string, Readonly<Record<string, CanonicalValue>>>()
  readonly entries = new Map<string, StoredEntry>()
  private readonly identifiers = new Map<string, IdentifierState>()
  private chain = 0

  /** An empty record that these keys stand for. */
  add(targetTable: string, targetId: string, keys: readonly ExternalRecordKey[]): void {
    this.records.set(recordKey(targetTable, targetId), {})
    for (const key of keys) {
      this.identifiers.set(identifierHash(key), { id: identifierId(key), targetId, lastSeen: null })
    }
  }

  /** What the worker would read for these items. */
  read(context: DecisionContext, items: readonly SyncItem[]): ChunkState {
    const identifiers = new Map<string, IdentifierState>()
    for (const key of neededLookups(context, items).identifierKeys) {
      const hash = identifierHash(key)
      const known = this.identifiers.get(hash)
      if (known) identifiers.set(hash, known)
    }
    const records = new Map<string, RecordState>()
    for (const [targetTable, { ids, columns }] of neededRecords(context, identifiers, items)) {
      for (const targetId of ids) {
        const key = recordKey(targetTable, targetId)
        const stored = this.records.get(key)
        const values = Object.fromEntries(columns.map((one) => [one, stored?.[one] ?? null]))
        const entries = [...this.entries.values()].filter(
          ({ record, latest, appliedOn, supersededOn }) =>
            record === key && (latest || (appliedOn !== null && supersededOn === null)),
        )
        const exists = stored !== undefined
        records.set(key, { targetTable, targetId, exists, etag: 'W/"1"', values, entries })
      }
    }
    return { identifiers, records }
  }

  apply(plan: WritePlan): void {
    for (const { targetTable, targetId, create, values } of plan.records) {
      const key = recordKey(targetTable, targetId)
      if (this.records.has(key) === create) throw new Error(`${key} is there or not.`)
      this.records.set(key, { ...this.records.get(key), ...values })
    }
    for (const { id, targetTable, targetId, row } of plan.entries) {
      if (this.entries.has(id)) throw new Error(`Entry ${id} is there already.`)
      this.chain += 1
      this.entries.set(id, {
        id,
        record: recordKey(targetTable, targetId),
        aspectKey: row.aspectKey ?? '',
        sourceSystemKey: row.sourceSystemKey ?? '',
        status: row.ledgerStatus ?? 'pending',
        value: row.value ?? null,
        previousValue: row.previousValue ?? null,
        observed: row.observedDateTime?.getTime() ?? 0,
        certifiedByHand: false,
        chainSequence: this.chain,
        ...times({ latest: false }, row),
      })
    }
    for (const { id, row } of plan.entryChanges) {
      const entry = this.entries.get(id)
      if (!entry) throw new Error(`Entry ${id} is not there.`)
      this.entries.set(id, { ...entry, ...times(entry, row) })
    }
    for (const { id, create, targetId, row } of plan.identifiers) {
      const hash = row.keyHash ?? [...this.identifiers].find(([, one]) => one.id === id)?.[0] ?? ''
      if (this.identifiers.has(hash) === create) throw new Error(`Key ${hash} is there or not.`)
      const lastSeen = row.lastSeenDateTime?.getTime() ?? null
      this.identifiers.set(hash, { id, targetId, lastSeen })
    }
  }

  /** What a steward does, settled at once or left for the service to settle. */
  decide(id: string, status: 'certified' | 'rejected', now: number, settled: boolean): void {
    const entry = this.entries.get(id)
    if (!entry || entry.supersededOn !== null || entry.status !== 'pending') return
    this.entries.set(id, { ...entry, status, certifiedByHand: status === 'certified' })
    if (settled) this.settle(id, now)
  }

  private settle(id: string, now: number): void {
    const entry = this.entries.get(id)
    if (!entry) return
    const stored = this.records.get(entry.record)
    if (entry.status === 'certified' && entry.appliedOn === null) {
      for (const head of this.entries.values()) {
        const isPeer = head.record === entry.record && head.aspectKey === entry.aspectKey
        const isHead = head.appliedOn !== null && head.supersededOn === null
        if (isPeer && isHead) this.entries.set(head.id, { ...head, supersededOn: now })
      }
      this.records.set(entry.record, { ...stored, [entry.aspectKey]: entry.value })
      this.entries.set(id, { ...entry, appliedOn: now })
    }
    if (entry.status === 'rejected') {
      if (entry.appliedOn !== null) {
        this.records.set(entry.record, { ...stored, [entry.aspectKey]: entry.previousValue })
      }
      this.entries.set(id, { ...entry, supersededOn: now })
    }
  }
}

type Row = WritePlan['entryChanges'][number]['row']
type Times = Pick<
  LedgerEntryState,
  'latest' | 'appliedOn' | 'supersededOn' | 'lastConfirmed' | 'staleOn'
>

function times(before: Partial<Times>, row: Row): Times {
  return {
    latest: row.latest ?? before.latest ?? false,
    appliedOn: row.appliedOn?.getTime() ?? before.appliedOn ?? null,
    supersededOn: row.supersededOn?.getTime() ?? before.supersededOn ?? null,
    lastConfirmed: row.lastConfirmed?.getTime() ?? before.lastConfirmed ?? null,
    staleOn: row.staleOn?.getTime() ?? before.staleOn ?? null,
  }
}
