import { createHash } from 'node:crypto'

import type { SubmittedItem } from '../../payload.js'
import { utcSeconds } from '../formats.js'
import type { NamedTable } from '../tables.js'
import type { SubmitSyncJobRequest, SyncItemSubmission } from './request.js'

/**
 * The item as its job keeps it: the same update gives the same object whatever the spelling of ids
 * and times and the order of properties.
 */
export function normalised(item: SyncItemSubmission, entityType: string): SubmittedItem {
  const { targetId, occurredDateTime, targetTable = entityType, ...rest } = item
  return {
    targetTable,
    ...optional('externalKey', rest.externalKey),
    ...optional('targetId', targetId?.toLowerCase()),
    ...optional('codeList', rest.codeList),
    ...optional(
      'occurredDateTime',
      occurredDateTime === undefined ? undefined : utcSeconds(new Date(occurredDateTime)),
    ),
    ...optional('fieldName', rest.fieldName),
    ...optional('newValue', rest.newValue),
    ...optional('record', rest.record as SubmittedItem['record']),
    ...optional('relatedTable', rest.relatedTable),
    ...optional('relatedExternalKey', rest.relatedExternalKey),
    ...optional('relatedSourceSystemKey', rest.relatedSourceSystemKey),
  }
}

function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>)
}

/** SHA-256 of everything a submission says, in lower-case hex. */
export function contentHash(
  { sourceSystemKey, entityType }: SubmitSyncJobRequest,
  items: readonly SubmittedItem[],
): string {
  return createHash('sha256')
    .update(JSON.stringify([sourceSystemKey, entityType, items]))
    .digest('hex')
}

/** Every table the request names, with the first place that names it. */
export function namedTables({ entityType, items }: SubmitSyncJobRequest): readonly NamedTable[] {
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
