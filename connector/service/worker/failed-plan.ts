import { sourceText } from '../../engine/index.js'
import type { DecisionContext, ItemWrite, SyncItem, WritePlan } from '../../engine/index.js'
import { integrationSyncJob, maxLength } from '../../../solution/tables/index.js'

/** The plan that writes nothing but the items' rows, each failed for the same reason. */
export function failedPlan(
  context: DecisionContext,
  items: readonly SyncItem[],
  message: string,
): WritePlan {
  return {
    records: [],
    entries: [],
    entryChanges: [],
    identifiers: [],
    items: items.map((item) => failedItem(context, item, message)),
  }
}

function failedItem(context: DecisionContext, item: SyncItem, message: string): ItemWrite {
  const outcome = {
    itemStatus: 'failed',
    outcomeReason: 'refusedByPlatform',
    processMessage: message,
  } as const
  return {
    id: item.id,
    sequence: item.sequence,
    targetTable: item.targetTable,
    targetId: null,
    create: !item.isRow,
    status: 'failed',
    row: item.isRow ? outcome : { ...submitted(context, item), ...outcome },
  }
}

/** Everything the item brings, so that it can be run again from its row. */
function submitted({ job }: DecisionContext, item: SyncItem): ItemWrite['row'] {
  const { content } = item
  const value = sourceText(content)
  const isLong = value !== null && value.length > maxLength.value
  return {
    name: `Item ${item.sequence}`,
    integrationSyncJob: { table: integrationSyncJob.logicalName, id: job.id },
    sequenceNumber: item.sequence,
    targetTable: item.targetTable,
    targetId: item.targetId,
    externalKey: item.externalKey,
    fieldName: 'fieldName' in content ? content.fieldName : null,
    codeList: item.codeList,
    ...(item.occurred === job.submitted ? {} : { occurredDateTime: new Date(item.occurred) }),
    ...(isLong ? { longValue: value } : { newValue: value }),
    ...(content.kind === 'relationship' && {
      relatedTable: content.relatedTable,
      relatedSourceSystemKey: content.relatedSourceSystemKey,
    }),
  }
}
