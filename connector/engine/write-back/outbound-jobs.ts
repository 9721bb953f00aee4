import { integrationSyncItem, maxLength } from '../../../solution/tables/index.js'
import type {
  IntegrationSyncItemRow,
  IntegrationSyncJobRow,
} from '../../../solution/tables/index.js'
import { jobId, keyHash } from '../ids.js'
import { clipped } from '../quoted.js'
import { reference } from '../shared-values.js'
import type { RowDraft } from '../shared-values.js'
import type { OutboundItem, OutboundJob } from './contract.js'
import type { OwnCode } from './own-code.js'

/**
 * The items as rows of jobs, one a source system and target table. The same items give the same
 * jobs. `submitted`: when they are offered, milliseconds. A job whose items are all held is
 * offered to nobody, and completed.
 */
export function outboundJobs(
  items: readonly OutboundItem[],
  submitted: number,
): readonly OutboundJob[] {
  const groups = new Map<string, OutboundItem[]>()
  for (const item of items) {
    const key = JSON.stringify([item.sourceSystemKey, item.targetTable])
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups.values()].flatMap((group) => jobOf(group, new Date(submitted)))
}

function jobOf(items: readonly OutboundItem[], submitted: Date): readonly OutboundJob[] {
  const [first] = items
  if (!first) return []
  const { sourceSystemKey, targetTable } = first
  const submissionKey = `write-back-${keyHash(...items.map(({ id }) => id))}`
  const id = jobId(sourceSystemKey, submissionKey)
  const held = items.filter((item) => item.held !== null).length
  const row: RowDraft<IntegrationSyncJobRow> = {
    name: clipped(`${targetTable} to ${sourceSystemKey}`, maxLength.name),
    direction: 'outbound',
    entityType: targetTable,
    jobStatus: 'submitted',
    sourceSystemKey,
    submissionKey,
    submittedDateTime: submitted,
    targetTables: targetTable,
    attempts: 1,
    received: items.length,
    held,
  }
  if (held === items.length) {
    row.jobStatus = 'completed'
    row.completedDateTime = submitted
    row.processMessage = `${String(held)} held.`
  }
  return [{ id, row, items: items.map((item, sequence) => itemRow(item, id, sequence)) }]
}

function itemRow(item: OutboundItem, job: string, sequence: number): OutboundJob['items'][number] {
  const { value } = item
  const row: RowDraft<IntegrationSyncItemRow> = {
    name: clipped(`${item.externalKey} ${item.fieldName}`, maxLength.name),
    integrationSyncJob: reference(integrationSyncItem.columns.integrationSyncJob, job),
    sequenceNumber: sequence,
    targetTable: item.targetTable,
    targetId: item.targetId,
    externalKey: item.externalKey,
    fieldName: item.fieldName,
    occurredDateTime: new Date(item.decidedOn),
    ...toldColumns(item),
  }
  if (value !== null) row.sourceValue = clipped(value, maxLength.value)
  return { id: item.id, row }
}

/** The columns of an item that say what the source is told, or why it is not. Empty ones are absent. */
export function toldColumns({
  code,
  codeList,
  relatedTable,
  held,
}: OwnCode): RowDraft<IntegrationSyncItemRow> {
  const row: RowDraft<IntegrationSyncItemRow> = { itemStatus: held === null ? 'pending' : 'held' }
  if (code !== null && code.length > maxLength.value) row.longValue = code
  else if (code !== null) row.newValue = code
  if (codeList !== null) row.codeList = codeList
  if (relatedTable !== null) row.relatedTable = relatedTable
  if (held !== null) {
    row.outcomeReason = held.reason
    row.processMessage = clipped(held.message, maxLength.message)
  }
  return row
}
