import { normaliseGuid } from './guid.js'
import type { DecisionContext, IdentifierState, SyncItem } from './contract.js'
import { identifierHash, newRecordId } from './ids.js'
import type { ExternalRecordKey } from './ids.js'
import { relatedTableOf } from './interpret.js'
import { ChunkScope } from './scope.js'
import type { TableScope } from './scope.js'

/** What to read before the records: the crosswalk, and the code lists that items name. */
export interface LookupNeeds {
  /** Own and related keys, each once, in the items' order. */
  readonly identifierKeys: readonly ExternalRecordKey[]
  /** Names of code lists, each once: the items' and those of the policies. */
  readonly codeLists: readonly string[]
}

export interface RecordNeeds {
  readonly ids: readonly string[]
  /** Logical names of the columns that items touch. */
  readonly columns: readonly string[]
}

export function neededLookups(context: DecisionContext, items: readonly SyncItem[]): LookupNeeds {
  const scope = new ChunkScope(context)
  const keys = new Map<string, ExternalRecordKey>()
  const codeLists = new Set<string>()
  const addKey = (sourceSystemKey: string, targetTable: string, externalKey: string | null) => {
    if (externalKey === null || externalKey === '') return
    const key = { sourceSystemKey, targetTable, externalKey }
    keys.set(JSON.stringify([sourceSystemKey, targetTable, externalKey]), key)
  }
  for (const item of items) {
    const table = scope.table(item.targetTable)
    if (!table) continue
    addKey(scope.source, table.table.logicalName, item.externalKey)
    if (item.codeList !== null && item.codeList !== '') codeLists.add(item.codeList)
    for (const name of namesOf(item)) {
      const codeList = table.field(name)?.codeList
      if (codeList) codeLists.add(codeList)
    }
    const { content } = item
    if (content.kind !== 'relationship') continue
    const relatedTable = relatedTableOf(table.field(content.fieldName), content)
    if (relatedTable === undefined) continue
    addKey(content.relatedSourceSystemKey, relatedTable, content.relatedExternalKey)
  }
  return { identifierKeys: [...keys.values()], codeLists: [...codeLists] }
}

/**
 * The records that decisions rest on, by table: known targets, ids that items give, and the ids
 * that records of unknown keys would get, for one may have been created by a run that was cut.
 */
export function neededRecords(
  context: DecisionContext,
  identifiers: ReadonlyMap<string, IdentifierState>,
  items: readonly SyncItem[],
): ReadonlyMap<string, RecordNeeds> {
  const scope = new ChunkScope(context)
  const needs = new Map<string, Need>()
  for (const item of items) {
    const table = scope.table(item.targetTable)
    if (!table) continue
    const { logicalName } = table.table
    const need = needs.get(logicalName) ?? { ids: new Set(), columns: new Set(), keys: new Set() }
    needs.set(logicalName, need)
    const { externalKey, targetId } = item
    const givenId = targetId === null ? null : normaliseGuid(targetId)
    if (givenId !== null) need.ids.add(givenId)
    if (externalKey !== null && externalKey !== '' && !need.keys.has(externalKey)) {
      need.keys.add(externalKey)
      const id = idOf(scope, table, identifiers, externalKey)
      if (id !== null) need.ids.add(id)
    }
    for (const name of namesOf(item)) {
      const column = table.field(name)?.column
      if (column && column.kind !== 'unsupported') need.columns.add(column.logicalName)
    }
  }
  return new Map(
    [...needs]
      .filter(([, { ids }]) => ids.size > 0)
      .map(([table, { ids, columns }]) => [table, { ids: [...ids], columns: [...columns] }]),
  )
}

/** What items of one table need, while it is gathered. */
interface Need {
  readonly ids: Set<string>
  readonly columns: Set<string>
  /** External keys that were looked at: hashing one costs more than the rest of an item. */
  readonly keys: Set<string>
}

/** The record that an external key leads to, or would create; null where it does neither. */
function idOf(
  scope: ChunkScope,
  table: TableScope,
  identifiers: ReadonlyMap<string, IdentifierState>,
  externalKey: string,
): string | null {
  const { logicalName } = table.table
  const key = { sourceSystemKey: scope.source, targetTable: logicalName, externalKey }
  const known = identifiers.get(identifierHash(key))
  if (known) return known.targetId
  return table.creates ? newRecordId(key) : null
}

function namesOf({ content }: SyncItem): readonly string[] {
  switch (content.kind) {
    case 'field':
    case 'relationship':
      return [content.fieldName]
    case 'record':
      return Object.keys(content.fields)
    case 'invalid':
      return []
  }
}
