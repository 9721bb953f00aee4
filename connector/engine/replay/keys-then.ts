import type { IdentifierState } from '../contract.js'
import { identifierHash, newRecordId } from '../ids.js'
import type { ExternalRecordKey } from '../ids.js'
import { relatedTableOf } from '../interpret.js'
import { wholeSeconds } from '../scope.js'
import type { ChunkScope } from '../scope.js'
import type { PlacedEntry, RecordedChunk, RecordedEntry, RecordedItem } from './contract.js'
import { foundNone } from './record-items.js'

/** An external key that a chunk's items are about, and what they tell of it. */
export interface OwnKey {
  readonly key: ExternalRecordKey
  readonly hash: string
  readonly items: readonly RecordedItem[]
  /** The record that they found; null where they found none. */
  readonly targetId: string | null
  /** Whether the items themselves made the record. */
  readonly isCreated: boolean
}

/** A relationship item with the key that it points at. */
export interface Pointer {
  readonly item: RecordedItem
  readonly key: ExternalRecordKey
  readonly hash: string
}

/** What the crosswalk said when some items were decided. */
export class KeysThen {
  /** By hash. */
  readonly own = new Map<string, OwnKey>()
  readonly pointers: readonly Pointer[]
  /** Ids of the records that the items themselves made. */
  readonly created = new Set<string>()
  /** Known identifiers by hash. */
  readonly known = new Map<string, IdentifierState>()
  readonly #chunk: RecordedChunk
  readonly #now: number

  constructor(scope: ChunkScope, chunk: RecordedChunk, placed: readonly PlacedEntry[]) {
    this.#chunk = chunk
    this.#now = wholeSeconds(chunk.context.now)
    for (const [hash, { key, items }] of itemsByKey(scope, chunk.items)) {
      const own = this.#ownKey(key, hash, items, placed)
      this.own.set(hash, own)
      if (own.isCreated && own.targetId !== null) this.created.add(own.targetId)
      const id = own.isCreated ? null : (own.targetId ?? this.#idThen(own, placed))
      if (id !== null) this.#know(hash, id)
    }
    this.pointers = pointersOf(scope, chunk.items)
    for (const pointer of this.pointers) {
      if (this.own.has(pointer.hash)) continue
      const id = this.#relatedIdThen(pointer)
      if (id !== null) this.#know(pointer.hash, id)
    }
  }

  /** The record that a key stood for, or came to stand for by these items; null: none. */
  idOf(key: ExternalRecordKey): string | null {
    const hash = identifierHash(key)
    return this.known.get(hash)?.targetId ?? this.own.get(hash)?.targetId ?? null
  }

  #ownKey(
    key: ExternalRecordKey,
    hash: string,
    items: readonly RecordedItem[],
    placed: readonly PlacedEntry[],
  ): OwnKey {
    const targetId = items.map(resolvedId).find((id) => id !== null) ?? null
    const stored = this.#chunk.identifiers.get(hash)
    const ofRecord = placed.filter(({ entry }) => entry.targetId === targetId)
    const isCreated =
      targetId !== null &&
      targetId === newRecordId(key) &&
      !(stored?.targetId === targetId && this.#isEarlier(stored.firstSeen)) &&
      !ofRecord.some(({ place }) => place === 'before') &&
      ofRecord.some(({ place, entry }) => place === 'inside' && isApplied(entry, this.#now))
    return { key, hash, items, targetId, isCreated }
  }

  /** The record of a key whose items do not say it: all were refused, or found it gone. */
  #idThen({ hash, items }: OwnKey, placed: readonly PlacedEntry[]): string | null {
    const stored = this.#chunk.identifiers.get(hash)
    if (!stored) return null
    if (this.#isEarlier(stored.firstSeen)) return stored.targetId
    if (items.some(({ outcome }) => outcome.reason === 'noRecord')) return null
    if (items.some(({ outcome }) => outcome.reason === 'recordDeleted')) return stored.targetId
    const isRecordKnown = placed.some(
      ({ place, entry }) => place === 'before' && entry.targetId === stored.targetId,
    )
    return isRecordKnown ? stored.targetId : null
  }

  #relatedIdThen({ item: { outcome }, hash }: Pointer): string | null {
    const stored = this.#chunk.identifiers.get(hash)
    if (outcome.relatedId !== null) return outcome.relatedId
    if (!stored) return null
    if (this.#isEarlier(stored.firstSeen)) return stored.targetId
    return outcome.reason === 'noRelatedRecord' ? null : stored.targetId
  }

  #isEarlier(firstSeen: number | null): boolean {
    return firstSeen === null || wholeSeconds(firstSeen) < this.#now
  }

  #know(hash: string, targetId: string): void {
    const id = this.#chunk.identifiers.get(hash)?.id ?? hash
    this.known.set(hash, { id, targetId, lastSeen: null })
  }
}

/** Whether the entry's value had been written to the record by then. */
export function isApplied({ appliedOn }: RecordedEntry, now: number): boolean {
  return appliedOn !== null && appliedOn <= now
}

/** The record that an item's own row names as found. */
function resolvedId(recorded: RecordedItem): string | null {
  const { item, outcome } = recorded
  if (foundNone(recorded) || (outcome.status === 'rejected' && item.targetId !== null)) return null
  return outcome.targetId
}

function itemsByKey(scope: ChunkScope, items: readonly RecordedItem[]) {
  const byHash = new Map<
    string,
    { readonly key: ExternalRecordKey; readonly items: RecordedItem[] }
  >()
  for (const recorded of items) {
    const { externalKey, targetTable } = recorded.item
    const table = scope.table(targetTable)
    if (!table || externalKey === null || externalKey === '') continue
    const key = {
      sourceSystemKey: scope.source,
      targetTable: table.table.logicalName,
      externalKey,
    }
    const hash = identifierHash(key)
    const known = byHash.get(hash)
    if (known) known.items.push(recorded)
    else byHash.set(hash, { key, items: [recorded] })
  }
  return byHash
}

function pointersOf(scope: ChunkScope, items: readonly RecordedItem[]): readonly Pointer[] {
  return items.flatMap((item): Pointer[] => {
    const { content, targetTable } = item.item
    if (content.kind !== 'relationship') return []
    const { relatedExternalKey, relatedSourceSystemKey, fieldName } = content
    const relatedTable = relatedTableOf(scope.table(targetTable)?.field(fieldName), content)
    if (relatedTable === undefined || relatedExternalKey === null || relatedExternalKey === '') {
      return []
    }
    const key = {
      sourceSystemKey: relatedSourceSystemKey,
      targetTable: relatedTable,
      externalKey: relatedExternalKey,
    }
    return [{ item, key, hash: identifierHash(key) }]
  })
}
