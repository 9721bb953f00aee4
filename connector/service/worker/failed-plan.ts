import type { DecisionContext, ItemWrite, SyncItem, WritePlan } from '../../engine/index.js'
import { integrationSyncJob } from '../../../solution/tables/index.js'

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
  const { content } = item
  return {
    id: item.id,
    sequence: item.sequence,
    targetTable: item.targetTable,
    targetId: null,
    create: !item.isRow,
    status: 'failed',
    row: item.isRow
      ? outcome
      : {
          name: `Item ${item.sequence}`,
          integrationSyncJob: { table: integrationSyncJob.logicalName, id: context.job.id },
          sequenceNumber: item.sequence,
          targetTable: item.targetTable,
          targetId: item.targetId,
          externalKey: item.externalKey,
          fieldName: 'fieldName' in content ? content.fieldName : null,
          newValue: content.kind === 'field' ? (content.value?.slice(0, 4_000) ?? null) : null,
          ...outcome,
        },
  }
}
