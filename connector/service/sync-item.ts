import type { JobFacts, SyncItem } from '../engine/contract.js'
import { itemId } from '../engine/ids.js'
import type { SubmittedItem } from './payload.js'

/** What the engine decides on, from an item of a posted job. `sequence` counts from 0. */
export function toSyncItem(job: JobFacts, sequence: number, item: SubmittedItem): SyncItem {
  const { occurredDateTime } = item
  return {
    id: itemId(job.id, job.submitted, sequence),
    sequence,
    targetTable: item.targetTable,
    externalKey: item.externalKey ?? null,
    targetId: item.targetId ?? null,
    codeList: item.codeList ?? null,
    occurred: wholeSeconds(
      occurredDateTime === undefined ? job.submitted : Date.parse(occurredDateTime),
    ),
    content: contentOf(job, item),
    isRow: false,
  }
}

function contentOf(job: JobFacts, item: SubmittedItem): SyncItem['content'] {
  if (item.record) return { kind: 'record', fields: item.record }
  const fieldName = item.fieldName ?? ''
  if (item.relatedExternalKey === undefined) {
    return { kind: 'field', fieldName, value: item.newValue ?? null }
  }
  return {
    kind: 'relationship',
    fieldName,
    relatedTable: item.relatedTable ?? null,
    relatedSourceSystemKey: item.relatedSourceSystemKey ?? job.sourceSystemKey,
    relatedExternalKey: item.relatedExternalKey,
  }
}

/** Dataverse keeps whole seconds, so times are compared in whole seconds. Milliseconds. */
function wholeSeconds(time: number): number {
  return Math.floor(time / 1_000) * 1_000
}
