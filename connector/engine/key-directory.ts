import type { ChunkState, IdentifierState } from './contract.js'
import { identifierHash } from './ids.js'
import type { ExternalRecordKey } from './ids.js'
import type { RecordGroup } from './record-group.js'

/** One external key of a chunk: what the crosswalk says of it, and the record it leads to. */
export interface KeyEntry {
  readonly key: ExternalRecordKey
  readonly hash: string
  /** The crosswalk's row; undefined for a key nobody knows yet. */
  readonly identifier: IdentifierState | undefined
  /** The existing record that an item of the chunk links the unknown key to. */
  linkedId: string | undefined
  /** The record's items in this chunk; undefined for a key that is only pointed at. */
  group: RecordGroup | undefined
}

/** Looks keys up once a chunk: hashing costs more than a decision. */
export class KeyDirectory {
  private readonly entries = new Map<string, Map<string, Map<string, KeyEntry>>>()

  constructor(private readonly state: ChunkState) {}

  find(sourceSystemKey: string, targetTable: string, externalKey: string): KeyEntry {
    const tables = child(this.entries, sourceSystemKey)
    const keys = child(tables, targetTable)
    let entry = keys.get(externalKey)
    if (!entry) {
      const key = { sourceSystemKey, targetTable, externalKey }
      const hash = identifierHash(key)
      const identifier = this.state.identifiers.get(hash)
      entry = { key, hash, identifier, linkedId: undefined, group: undefined }
      keys.set(externalKey, entry)
    }
    return entry
  }

  /** The record a relationship to this key points at; null when there is none (yet). */
  relatedId({ sourceSystemKey, targetTable, externalKey }: ExternalRecordKey): string | null {
    const { group, identifier } = this.find(sourceSystemKey, targetTable, externalKey)
    if (!group) return identifier?.targetId ?? null
    return group.fate === 'missing' ? null : (group.targetId ?? null)
  }
}

function child<Value>(maps: Map<string, Map<string, Value>>, name: string): Map<string, Value> {
  let map = maps.get(name)
  if (!map) {
    map = new Map()
    maps.set(name, map)
  }
  return map
}
