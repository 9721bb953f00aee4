import type { StoredRow } from '../../dataverse/index.js'
import type { SyncItem } from '../../engine/index.js'
import { refusalPrefix } from '../../engine/decide-groups.js'
import { newRecordId } from '../../engine/index.js'
import type { RecordedItem } from '../../engine/replay/index.js'
import type { integrationSyncItem } from '../../../solution/tables/index.js'
import { maxLength } from '../../../solution/tables/index.js'
import { isPosted, runOf } from '../worker/job-row.js'
import { rowContent } from '../worker/row-content.js'
import type { RecordedJob } from './recorded-job.js'

export const itemColumns = [
  'sequenceNumber',
  'targetTable',
  'targetId',
  'externalKey',
  'fieldName',
  'newValue',
  'longValue',
  'sourceValue',
  'codeList',
  'relatedTable',
  'relatedSourceSystemKey',
  'occurredDateTime',
  'itemStatus',
  'outcomeReason',
  'processMessage',
  'createdOn',
  'modifiedOn',
] as const

export type ItemRecord = StoredRow<typeof integrationSyncItem, (typeof itemColumns)[number]>

/** An item and its outcome; null where it was never decided. */
export function recordedItem(
  job: RecordedJob,
  record: ItemRecord,
  item: SyncItem,
  isFromRow: boolean,
): RecordedItem | null {
  const { itemStatus: status, outcomeReason: reason, newValue, sourceValue } = record
  if (status === null || status === 'pending' || reason === null) return null
  const isRelated = item.content.kind === 'relationship' && isPosted(job.row)
  return {
    item,
    outcome: {
      status,
      reason,
      message: record.processMessage ?? '',
      targetId: record.targetId?.toLowerCase() ?? null,
      relatedId: isRelated && sourceValue !== null ? (newValue?.toLowerCase() ?? null) : null,
    },
    gap: gapOf(job, record, isFromRow),
  }
}

/** The item as its row tells it, once its payload is gone or where it never had one. */
export function itemOfRecord(
  { row: job, context }: RecordedJob,
  record: ItemRecord,
  sequence: number,
): SyncItem {
  return {
    id: record.id,
    sequence,
    targetTable: record.targetTable ?? job.entityType ?? '',
    externalKey: record.externalKey,
    targetId: givenId(job.sourceSystemKey, record),
    codeList: record.codeList,
    occurred: record.occurredDateTime?.getTime() ?? context.job.submitted,
    content: rowContent(record, job.sourceSystemKey),
    isRow: !isPosted(job) || runOf(job) > 0,
  }
}

/** The id that the item gave itself. Its row names the record that it found, too. */
function givenId(
  sourceSystemKey: string,
  { externalKey, targetTable, targetId, itemStatus, outcomeReason }: ItemRecord,
): string | null {
  const id = targetId?.toLowerCase() ?? null
  if (externalKey === null || targetTable === null || id === null) return id
  if (id === newRecordId({ sourceSystemKey, targetTable, externalKey })) return null
  const isGiven = itemStatus === 'rejected' || outcomeReason === 'noRecord'
  return isGiven || outcomeReason === 'recordDeleted' ? id : null
}

function gapOf(job: RecordedJob, record: ItemRecord, isFromRow: boolean): string | null {
  const { itemStatus, outcomeReason, processMessage, modifiedOn } = record
  const isRefusal = outcomeReason === 'refusedByPlatform' && itemStatus === 'failed'
  if (isRefusal && !(processMessage ?? '').startsWith(refusalPrefix)) {
    return 'its job failed before it was decided'
  }
  const isOfLastRun = (modifiedOn?.getTime() ?? 0) >= job.context.now
  if (runOf(job.row) > 0 && !isOfLastRun) {
    return 'other items of its job were run again since, and clock and configuration are kept of the last run only'
  }
  return isFromRow && isPosted(job.row) && itemStatus === 'rejected' ? cutOf(job, record) : null
}

/** What of a refused item its row does not hold as it was sent. */
function cutOf({ context }: RecordedJob, record: ItemRecord): string | null {
  const cut = (
    [
      ['external key', record.externalKey, maxLength.externalKey],
      ['target table', record.targetTable, maxLength.logicalName],
      ['target ID', record.targetId, maxLength.guid],
      ['field name', record.fieldName, maxLength.logicalName],
      ['source value', record.sourceValue, maxLength.value],
    ] as const
  ).find(([what, text, most]) => what !== 'target ID' && text?.length === most)
  if (cut) return `its payload is gone, and its row may have its ${cut[0]} shortened`
  const { targetTable, targetId, fieldName, relatedTable, relatedSourceSystemKey } = record
  if (
    targetId !== null &&
    targetId.length === maxLength.guid &&
    record.outcomeReason === 'badValue'
  ) {
    if (!/^[0-9a-f-]+$/i.test(targetId)) {
      return 'its payload is gone, and its row may have its target ID shortened'
    }
  }
  const table = context.tables.get(targetTable ?? '')
  const isLookup = table?.columns.get((fieldName ?? '').trim().toLowerCase())?.kind === 'lookup'
  return isLookup && relatedTable === null && relatedSourceSystemKey === null
    ? 'its payload is gone, and its row does not tell whether it was a field or a relationship'
    : null
}
