import { maxLength } from '../../solution/tables/index.js'
import type {
  EntryChange,
  EntryWrite,
  IdentifierWrite,
  RecordWrite,
  WritePlan,
} from './contract.js'
import { identifierId } from './ids.js'
import { itemWrite } from './item-rows.js'
import type { KeyEntry } from './key-directory.js'
import { entryChange, entryWrite } from './ledger-rows.js'
import { clipped } from './quoted.js'
import type { ItemWork, RecordGroup } from './record-group.js'
import type { Resolution } from './resolve.js'
import { dayLength } from './scope.js'
import type { ChunkScope } from './scope.js'
import { SharedValues } from './shared-values.js'

/** Everything the decided items change, each row once in its final state. */
export function planWrites(scope: ChunkScope, { works, groups }: Resolution): WritePlan {
  const shared = new SharedValues(scope)
  const entries: EntryWrite[] = []
  for (const work of works) addEntryWrites(entries, shared, work)
  return {
    records: groups.flatMap(recordWrites),
    entries,
    entryChanges: groups.flatMap((group) => entryChanges(shared, group)),
    identifiers: identifierWrites(scope, shared, works),
    items: works.map((work) => itemWrite(scope, shared, work)),
  }
}

function recordWrites(group: RecordGroup): RecordWrite[] {
  const { fate, targetId, state, draft, table } = group
  if (fate === 'missing' || targetId === undefined) return []
  const { values, previousValues } = draft.changedValues()
  const create = fate === 'tentative'
  if (!create && Object.keys(values).length === 0) return []
  const { logicalName } = table.table
  const etag = create ? null : (state?.etag ?? null)
  return [{ targetTable: logicalName, targetId, create, etag, values, previousValues }]
}

function addEntryWrites(
  entries: EntryWrite[],
  shared: SharedValues,
  { item, group, outcome }: ItemWork,
): void {
  const targetId = group?.targetId
  if (!group || !outcome || targetId === undefined) return
  for (const entry of outcome.entries) {
    if (!entry.origin) continue
    entries.push(entryWrite(shared, group, targetId, item, entry, entry.origin))
  }
}

function entryChanges(shared: SharedValues, group: RecordGroup): EntryChange[] {
  const { targetId, draft } = group
  if (targetId === undefined) return []
  return draft.entries
    .filter((entry) => !entry.origin && entry.isChanged)
    .map((entry) => entryChange(shared, group, targetId, entry))
}

function identifierWrites(
  scope: ChunkScope,
  shared: SharedValues,
  works: readonly ItemWork[],
): IdentifierWrite[] {
  const worksByKey = new Map<KeyEntry, ItemWork[]>()
  for (const work of works) {
    if (!work.key) continue
    const list = worksByKey.get(work.key)
    if (list) list.push(work)
    else worksByKey.set(work.key, [work])
  }
  return [...worksByKey].flatMap(([key, own]) =>
    key.identifier ? seenAgain(scope, shared, key) : seenFirst(shared, key, own),
  )
}

/** Last Seen moves at most once a calendar day (UTC). */
function seenAgain(scope: ChunkScope, shared: SharedValues, entry: KeyEntry): IdentifierWrite[] {
  const { identifier, key } = entry
  if (!identifier) return []
  const { id, targetId, lastSeen } = identifier
  const today = Math.floor(scope.now / dayLength)
  if (lastSeen !== null && Math.floor(lastSeen / dayLength) >= today) return []
  const row = { lastSeenDateTime: shared.now }
  return [{ id, targetTable: key.targetTable, targetId, create: false, row }]
}

/** A key enters the crosswalk with its record, unless all its items were refused. */
function seenFirst(
  shared: SharedValues,
  { key, hash, group }: KeyEntry,
  works: readonly ItemWork[],
): IdentifierWrite[] {
  const targetId = group?.targetId
  if (!group || group.fate === 'missing' || targetId === undefined) return []
  if (works.every(({ outcome }) => outcome?.status === 'rejected')) return []
  const { sourceSystemKey, targetTable, externalKey } = key
  const row = {
    name: clipped(`${sourceSystemKey} ${externalKey}`, maxLength.name),
    externalKey,
    sourceSystemKey,
    targetTable,
    targetId,
    firstSeenDateTime: shared.now,
    lastSeenDateTime: shared.now,
    keyHash: hash,
  }
  return [{ id: identifierId(key), targetTable, targetId, create: true, row }]
}
