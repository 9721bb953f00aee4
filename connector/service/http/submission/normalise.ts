import { createHash } from 'node:crypto'

import type { SubmittedItem } from '../../payload.js'
import { utcSeconds } from '../formats.js'
import type { NamedTable } from '../tables.js'
import type { SubmitSyncJobRequest, SyncItemSubmission } from './request.js'

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] }

/**
 * The item as its job keeps it: the same update gives the same object whatever the spelling of ids
 * and times and the order of properties. Called thousands of times a request, so it copies once.
 */
export function normalised(item: SyncItemSubmission, entityType: string): SubmittedItem {
  const kept: Mutable<SubmittedItem> = { targetTable: item.targetTable ?? entityType }
  if (item.externalKey !== undefined) kept.externalKey = item.externalKey
  if (item.targetId !== undefined) kept.targetId = item.targetId.toLowerCase()
  if (item.codeList !== undefined) kept.codeList = item.codeList
  if (item.occurredDateTime !== undefined) {
    kept.occurredDateTime = utcSeconds(new Date(item.occurredDateTime))
  }
  if (item.fieldName !== undefined) kept.fieldName = item.fieldName
  if (item.newValue !== undefined) kept.newValue = item.newValue
  if (item.record !== undefined)
    kept.record = item.record as Exclude<SubmittedItem['record'], undefined>
  if (item.relatedTable !== undefined) kept.relatedTable = item.relatedTable
  if (item.relatedExternalKey !== undefined) kept.relatedExternalKey = item.relatedExternalKey
  if (item.relatedSourceSystemKey !== undefined) {
    kept.relatedSourceSystemKey = item.relatedSourceSystemKey
  }
  return kept
}

/** SHA-256 of everything a submission says, in lower-case hex. */
export function contentHash(
  { sourceSystemKey, entityType }: Pick<SubmitSyncJobRequest, 'sourceSystemKey' | 'entityType'>,
  items: readonly SubmittedItem[],
): string {
  return createHash('sha256')
    .update(JSON.stringify([sourceSystemKey, entityType, items]))
    .digest('hex')
}

/** Every table the request names, with the first place that names it. */
export function namedTables({
  entityType,
  items,
}: Pick<SubmitSyncJobRequest, 'entityType' | 'items'>): readonly NamedTable[] {
  const paths = new Map([[entityType, 'entityType']])
  const add = (table: string | undefined, path: () => string) => {
    if (table !== undefined && !paths.has(table)) paths.set(table, path())
  }
  items.forEach((item, index) => {
    add(item.targetTable, () => `items[${index}].targetTable`)
    add(item.relatedTable, () => `items[${index}].relatedTable`)
  })
  return [...paths].map(([table, path]) => ({ table, path }))
}
