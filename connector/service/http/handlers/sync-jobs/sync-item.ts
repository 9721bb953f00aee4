import type { StoredRow } from '../../../../dataverse/index.js'
import { itemId } from '../../../../engine/ids.js'
import { integrationSyncItem, itemStatus } from '../../../../../solution/tables/index.js'
import type { SubmittedItem } from '../../../payload.js'
import { present, presentColumns } from '../../present.js'

const sameNameColumns = [
  'sequenceNumber',
  'outcomeReason',
  'processMessage',
  'targetTable',
  'targetId',
  'externalKey',
  'fieldName',
  'newValue',
  'sourceValue',
  'codeList',
  'relatedTable',
  'relatedSourceSystemKey',
  'occurredDateTime',
  'appliedDateTime',
] as const

export const itemColumns = [...sameNameColumns, 'itemStatus', 'longValue'] as const

export type ItemRow = StoredRow<typeof integrationSyncItem, (typeof itemColumns)[number]>

/** `definitions/SyncItem` of an item row. A row made by hand has no status until it is handled. */
export function presentItemRow(row: ItemRow): object {
  return {
    itemId: row.id,
    itemStatus: itemStatus[row.itemStatus ?? 'pending'].label,
    ...presentColumns(integrationSyncItem, row, sameNameColumns),
    ...(row.longValue === null ? {} : { newValue: row.longValue }),
  }
}

export interface PostedJob {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly submitted: number
  readonly sourceSystemKey: string
}

/** `definitions/SyncItem` of an item that is not a row yet, as it was submitted. */
export function presentPendingItem(
  job: PostedJob,
  sequenceNumber: number,
  item: SubmittedItem,
): object {
  const isRelationship = item.relatedExternalKey !== undefined
  return present({
    itemId: itemId(job.id, job.submitted, sequenceNumber),
    itemStatus: itemStatus.pending.label,
    sequenceNumber,
    targetTable: item.targetTable,
    targetId: item.targetId,
    externalKey: item.externalKey,
    fieldName: item.fieldName,
    newValue: item.record ? JSON.stringify(item.record) : item.newValue,
    sourceValue: item.relatedExternalKey,
    codeList: item.codeList,
    relatedTable: item.relatedTable,
    relatedSourceSystemKey: isRelationship
      ? (item.relatedSourceSystemKey ?? job.sourceSystemKey)
      : undefined,
    occurredDateTime: item.occurredDateTime,
  })
}
