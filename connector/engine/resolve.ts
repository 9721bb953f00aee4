import { maxLength } from '../../solution/tables/index.js'
import { recordKey } from './contract.js'
import type { ChunkState, OutcomeReason, SyncItem } from './contract.js'
import { normaliseGuid } from './guid.js'
import { newRecordId } from './ids.js'
import { interpret } from './interpret.js'
import type { Rejection } from './interpret.js'
import { KeyDirectory } from './key-directory.js'
import type { KeyEntry } from './key-directory.js'
import { quoted } from './quoted.js'
import { ItemWork, RecordGroup } from './record-group.js'
import { wholeSeconds } from './scope.js'
import type { ChunkScope, TableScope } from './scope.js'
import { steps } from './trace.js'

export interface Resolution {
  /** One an item, in the items' order. */
  readonly works: readonly ItemWork[]
  /** In the order of their first items. */
  readonly groups: readonly RecordGroup[]
  readonly keys: KeyDirectory
}

/** Finds the record of every item of a chunk, and puts the items of each record together. */
export function resolveItems(
  scope: ChunkScope,
  state: ChunkState,
  items: readonly SyncItem[],
  refusals: ReadonlyMap<string, string>,
): Resolution {
  const keys = new KeyDirectory(state)
  const groups = new RecordGroups(state, refusals)
  const works = items.map((item) => locate(scope, keys, item))
  for (const work of works) link(state, work)
  for (const work of works) join(scope, groups, work)
  for (const group of groups.all) group.arrange()
  for (const { group, interpretation } of works) {
    if (!group || interpretation?.kind !== 'related') continue
    const { sourceSystemKey, targetTable, externalKey } = interpretation.key
    keys.find(sourceSystemKey, targetTable, externalKey).group?.pointedAtBy(group)
  }
  return { works, groups: groups.all, keys }
}

/** The item with its key or the id it gives; rejected where it names no possible record. */
function locate(scope: ChunkScope, keys: KeyDirectory, item: SyncItem): ItemWork {
  const { externalKey, targetId } = item
  const table = scope.table(item.targetTable)
  const work = new ItemWork(item, table, wholeSeconds(item.occurred))
  const givenId = targetId === null || targetId === '' ? undefined : normaliseGuid(targetId)
  const hasKey = externalKey !== null && externalKey !== ''
  if (!table) {
    const message = `There is no table ${quoted(item.targetTable)} that items can write: send the logical name of a table.`
    work.interpretation = rejection('unknownTable', message)
  } else if (givenId === null) {
    const message = `Target ID ${quoted(targetId ?? '')} is no GUID.`
    work.interpretation = rejection('badValue', message)
  } else if (hasKey && externalKey.length > maxLength.externalKey) {
    const message = `External key ${quoted(externalKey)} has ${String(externalKey.length)} characters, and at most ${String(maxLength.externalKey)} are kept.`
    work.interpretation = rejection('badValue', message)
  } else if (!hasKey && givenId === undefined) {
    const message = 'The item names neither an external key nor a target ID.'
    work.interpretation = rejection('noRecord', message)
  } else {
    work.givenId = givenId
    if (hasKey) work.key = keys.find(scope.source, table.table.logicalName, externalKey)
  }
  return work
}

/** An unknown key joins the record that an item gives for it, whatever the order of the items. */
function link(state: ChunkState, { key, givenId, table }: ItemWork): void {
  if (!table || !key || givenId === undefined) return
  if (key.identifier || key.linkedId !== undefined) return
  const record = state.records.get(recordKey(table.table.logicalName, givenId))
  if (record?.exists === true) key.linkedId = givenId
}

/** Reads the item and puts it with the others of its record. */
function join(scope: ChunkScope, groups: RecordGroups, work: ItemWork): void {
  const { table, item } = work
  if (!table || work.interpretation) return
  work.interpretation = conflictOf(work)
  if (work.interpretation) return
  work.group = groups.of(work, table)
  work.interpretation = interpret(scope, table, item)
  work.group.works.push(work)
}

/** A key that stands for one record cannot be sent with the id of another. */
function conflictOf({ key, givenId, item }: ItemWork): Rejection | undefined {
  const knownId = key?.identifier?.targetId ?? key?.linkedId
  if (knownId === undefined || givenId === undefined || knownId === givenId) return undefined
  const message = `External key ${quoted(item.externalKey ?? '')} stands for record ${knownId}, and the item gives target ID ${givenId}: correct the item, or the identifier.`
  return { kind: 'rejected', reason: 'conflict', message, step: steps.resolve.conflict }
}

/** The groups of a chunk by record, or by key where there is no record. */
class RecordGroups {
  readonly all: RecordGroup[] = []
  private readonly byRecord = new Map<string, RecordGroup>()

  constructor(
    private readonly state: ChunkState,
    private readonly refusals: ReadonlyMap<string, string>,
  ) {}

  of({ key, givenId }: ItemWork, table: TableScope): RecordGroup {
    if (key === undefined || (givenId !== undefined && !isKnown(key))) {
      return this.ofRecord(table, givenId ?? '', undefined)
    }
    key.group ??= this.ofKey(table, key)
    return key.group
  }

  private ofKey(table: TableScope, key: KeyEntry): RecordGroup {
    const { identifier, linkedId } = key
    const knownId = identifier?.targetId ?? linkedId
    if (knownId !== undefined) return this.ofRecord(table, knownId, key)
    return table.creates
      ? this.ofRecord(table, newRecordId(key.key), key, 'tentative')
      : this.add(new RecordGroup(table, undefined, undefined, 'missing', key, undefined))
  }

  private ofRecord(
    table: TableScope,
    targetId: string,
    key: KeyEntry | undefined,
    otherwise: 'tentative' | 'missing' = 'missing',
  ): RecordGroup {
    const id = recordKey(table.table.logicalName, targetId)
    const known = this.byRecord.get(id)
    if (known) {
      if (known.fate === 'missing') known.fate = otherwise
      return known
    }
    const state = this.state.records.get(id)
    const fate = state?.exists === true ? 'exists' : otherwise
    const refusal = this.refusals.get(id)
    const group = new RecordGroup(table, targetId, state, fate, key, refusal)
    this.byRecord.set(id, group)
    return this.add(group)
  }

  private add(group: RecordGroup): RecordGroup {
    this.all.push(group)
    return group
  }
}

function isKnown(key: KeyEntry): boolean {
  return key.identifier !== undefined || key.linkedId !== undefined
}

function rejection(reason: OutcomeReason, message: string): Rejection {
  return { kind: 'rejected', reason, message, step: steps.resolve.unknown }
}
