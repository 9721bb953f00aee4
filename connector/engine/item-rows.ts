import { maxLength } from '../../solution/tables/index.js'
import type { IntegrationSyncItemRow } from '../../solution/tables/index.js'
import { relatedId } from './column-value.js'
import type { ColumnScalar } from './column-value.js'
import type { CanonicalValue, ItemWrite, SyncItem } from './contract.js'
import { clipped } from './quoted.js'
import type { ItemWork, Outcome } from './record-group.js'
import type { ChunkScope } from './scope.js'
import type { RowDraft, SharedValues } from './shared-values.js'

type ItemRow = RowDraft<IntegrationSyncItemRow>

/** An item in its final state: the whole row, or only the outcome where the row is there already. */
export function itemWrite(scope: ChunkScope, shared: SharedValues, work: ItemWork): ItemWrite {
  const { item, group } = work
  const outcome = outcomeOf(work)
  const targetId = group === undefined || group.fate === 'missing' ? null : (group.targetId ?? null)
  const row: ItemRow = item.isRow ? {} : submittedRow(scope, shared, work, outcome)
  if (targetId !== null) row.targetId = targetId
  row.itemStatus = outcome.status
  row.outcomeReason = outcome.reason
  row.processMessage = clipped(outcome.message, maxLength.message)
  if (outcome.status === 'applied') row.appliedDateTime = shared.now
  return {
    id: item.id,
    sequence: item.sequence,
    targetTable: targetTableOf(work),
    targetId,
    create: !item.isRow,
    status: outcome.status,
    row,
  }
}

/** The outcome of a decided item. Throws for one that was passed over, which no item may be. */
export function outcomeOf({ item, outcome }: ItemWork): Outcome {
  if (!outcome) throw new Error(`Item ${String(item.sequence)} was left undecided.`)
  return outcome
}

/** The logical name of the item's table; as submitted where there is no such table. */
export function targetTableOf({ item, group }: ItemWork): string {
  return group?.table.table.logicalName ?? item.targetTable
}

/** What was submitted, without empty columns. Over-long texts, which are rejected, are cut. */
function submittedRow(
  scope: ChunkScope,
  shared: SharedValues,
  work: ItemWork,
  { units }: Outcome,
): ItemRow {
  const { item } = work
  const { content } = item
  const fieldName = 'fieldName' in content ? content.fieldName : null
  const row: ItemRow = {
    name: nameOf(item, fieldName),
    integrationSyncJob: shared.job,
    sequenceNumber: item.sequence,
    targetTable: clipped(targetTableOf(work), maxLength.logicalName),
  }
  if (item.targetId !== null) row.targetId = clipped(item.targetId, maxLength.guid)
  if (item.externalKey !== null) row.externalKey = clipped(item.externalKey, maxLength.externalKey)
  if (fieldName !== null) row.fieldName = clipped(fieldName, maxLength.logicalName)
  if (item.codeList !== null) row.codeList = clipped(item.codeList, maxLength.codeList)
  if (item.occurred !== scope.context.job.submitted) {
    row.occurredDateTime = shared.date(work.occurred)
  }
  const [unit] = units
  const value = unit?.parts && fieldName !== null ? unit.value : undefined
  setValue(row, sourceText(content), value)
  if (content.kind === 'relationship') setRelationship(scope, row, work, content)
  return row
}

function setValue(row: ItemRow, source: string | null, known: CanonicalValue | undefined): void {
  const value = known === undefined ? source : known
  if (value !== null && value.length > maxLength.value) row.longValue = value
  else if (value !== null) row.newValue = value
  if (source !== null && source !== '' && source !== value) {
    row.sourceValue = clipped(source, maxLength.value)
  }
}

function setRelationship(
  scope: ChunkScope,
  row: ItemRow,
  { interpretation }: ItemWork,
  content: Extract<SyncItem['content'], { kind: 'relationship' }>,
): void {
  const relatedTable =
    interpretation?.kind === 'related' ? interpretation.key.targetTable : content.relatedTable
  if (relatedTable !== null) row.relatedTable = clipped(relatedTable, maxLength.logicalName)
  if (content.relatedSourceSystemKey !== scope.source) {
    row.relatedSourceSystemKey = clipped(content.relatedSourceSystemKey, maxLength.sourceSystemKey)
  }
  if (row.newValue && row.sourceValue) row.newValue = relatedId(row.newValue)
}

/** What the source sent, as one text. */
export function sourceText(content: SyncItem['content']): string | null {
  switch (content.kind) {
    case 'field':
      return content.value
    case 'relationship':
      return content.relatedExternalKey
    case 'record':
      return recordSourceText(content.fields)
    case 'invalid':
      return null
  }
}

function recordSourceText(fields: Readonly<Record<string, ColumnScalar>>): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
  )
}

function nameOf(item: SyncItem, fieldName: string | null): string {
  const record = item.externalKey ?? item.targetId ?? ''
  return clipped(fieldName === null ? record : `${record} ${fieldName}`, maxLength.name)
}
