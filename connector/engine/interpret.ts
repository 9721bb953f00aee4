import { lookupValue } from './column-value.js'
import type {
  FieldContent,
  OutcomeReason,
  RecordContent,
  RelationshipContent,
  SyncItem,
  TraceStep,
} from './contract.js'
import { recordText } from './entry-draft.js'
import type { ExternalRecordKey } from './ids.js'
import { normalise, shownValue } from './normalise.js'
import type { Unit } from './normalise.js'
import { quoted } from './quoted.js'
import type { Part } from './record-draft.js'
import type { ChunkScope, FieldPlan, TableScope } from './scope.js'
import { steps, Trace } from './trace.js'

/** What an item asks for, before anything is known of its record. */
export type Interpretation =
  | { readonly kind: 'units'; readonly units: readonly Unit[] }
  /** A relationship to the record behind a key. */
  | {
      readonly kind: 'related'
      readonly plan: FieldPlan
      readonly key: ExternalRecordKey
    }
  | Rejection

export interface Rejection {
  readonly kind: 'rejected'
  readonly reason: OutcomeReason
  readonly message: string
  readonly step: TraceStep
}

export function interpret(scope: ChunkScope, table: TableScope, item: SyncItem): Interpretation {
  const { content } = item
  switch (content.kind) {
    case 'field':
      return interpretField(scope, table, content, item.codeList)
    case 'record':
      return interpretRecord(scope, table, content)
    case 'relationship':
      return interpretRelationship(table, content)
    case 'invalid':
      return rejected('badValue', content.message, steps.normalise.badValue)
  }
}

/** The unit of a relationship whose related record is known (`relatedId`), or is not (null). */
export function relatedUnit(
  plan: FieldPlan,
  key: ExternalRecordKey,
  relatedId: string | null,
): Unit {
  const { sourceSystemKey, targetTable, externalKey } = key
  const shown = `${quoted(externalKey)} of ${sourceSystemKey}`
  const unit = { plan, shown, isRejected: false, trace: Trace.start }
  if (relatedId === null) {
    const message = `No record of ${targetTable} is known for ${sourceSystemKey} key ${quoted(externalKey)}, which ${plan.label} should point at: load that record, then run the item again.`
    return {
      ...unit,
      value: null,
      parts: undefined,
      obstacle: { reason: 'noRelatedRecord', message },
      trace: Trace.start.then(steps.resolve.noRelatedRecord),
    }
  }
  const value = lookupValue(plan.column, targetTable, relatedId)
  return { ...unit, value, parts: [{ column: plan.column, value }], obstacle: undefined }
}

/** The table a relationship points at; undefined where the item must name one of several. */
export function relatedTableOf(
  plan: FieldPlan | undefined,
  content: RelationshipContent,
): string | undefined {
  const targets = plan?.column.kind === 'lookup' ? (plan.column.targets ?? []) : []
  if (content.relatedTable === null) return targets.length === 1 ? targets[0]?.table : undefined
  const wanted = content.relatedTable.trim().toLowerCase()
  return targets.find((target) => target.table === wanted)?.table
}

function interpretField(
  scope: ChunkScope,
  table: TableScope,
  content: FieldContent,
  codeList: string | null,
): Interpretation {
  const plan = table.field(content.fieldName)
  const refusal = refusalOf(table, content.fieldName, plan)
  if (refusal || !plan) return refusal ?? unknownColumn(table, content.fieldName)
  const normalised = normalise(scope, plan, content.value, codeList)
  return 'unfit' in normalised
    ? rejected('badValue', normalised.unfit, steps.normalise.badValue)
    : { kind: 'units', units: [normalised] }
}

/** Columns with a policy of their own are units of their own; the others together are one. */
function interpretRecord(
  scope: ChunkScope,
  table: TableScope,
  content: RecordContent,
): Interpretation {
  const units: Unit[] = []
  const rest: Part[] = []
  const seen = new Set<string>()
  for (const name of Object.keys(content.fields).sort()) {
    const plan = table.field(name)
    const refusal = refusalOf(table, name, plan)
    if (refusal || !plan) return refusal ?? unknownColumn(table, name)
    if (seen.has(plan.aspectKey)) {
      const message = `The record names column ${plan.aspectKey} twice, in different cases.`
      return rejected('badValue', message, steps.normalise.badValue)
    }
    seen.add(plan.aspectKey)
    const normalised = normalise(scope, plan, content.fields[name] ?? null, null)
    if ('unfit' in normalised) {
      return rejected('badValue', normalised.unfit, steps.normalise.badValue)
    }
    if (plan.hasOwnPolicy) units.push(normalised)
    else rest.push(...(normalised.parts ?? []))
  }
  if (rest.length > 0) units.push(restOfRecord(table, rest))
  if (units.length > 0) return { kind: 'units', units }
  return rejected('badValue', 'The record names no fields.', steps.normalise.badValue)
}

function restOfRecord(table: TableScope, parts: readonly Part[]): Unit {
  return {
    plan: table.record,
    value: recordText(parts.map((part) => [part.column.logicalName, part.value])),
    parts,
    shown: shownParts(parts),
    obstacle: undefined,
    isRejected: false,
    trace: Trace.start,
  }
}

/** `Job Title "Engineer", Department empty and 3 more`. */
export function shownParts(parts: readonly Part[]): string {
  const shown = parts
    .slice(0, 3)
    .map((part) => `${part.column.label} ${shownValue(part.column, part.value)}`)
  const more = parts.length - shown.length
  return shown.join(', ') + (more > 0 ? ` and ${String(more)} more` : '')
}

function interpretRelationship(table: TableScope, content: RelationshipContent): Interpretation {
  const plan = table.field(content.fieldName)
  const refusal = refusalOf(table, content.fieldName, plan)
  if (refusal || !plan) return refusal ?? unknownColumn(table, content.fieldName)
  const { column } = plan
  if (column.kind !== 'lookup') {
    const message = `${plan.label} holds a value, not a link to a record: send it as a field.`
    return rejected('badValue', message, steps.normalise.badValue)
  }
  const { relatedExternalKey, relatedSourceSystemKey } = content
  if (relatedExternalKey === null || relatedExternalKey === '') {
    return { kind: 'units', units: [emptyUnit(plan)] }
  }
  const relatedTable = relatedTableOf(plan, content)
  if (relatedTable === undefined) {
    const names = (column.targets ?? []).map((target) => target.table).join(' or ')
    const given = content.relatedTable === null ? 'no table' : quoted(content.relatedTable)
    const message = `${plan.label} points at ${names}, and the item names ${given}.`
    return rejected('badValue', message, steps.normalise.badValue)
  }
  return {
    kind: 'related',
    plan,
    key: {
      sourceSystemKey: relatedSourceSystemKey,
      targetTable: relatedTable,
      externalKey: relatedExternalKey,
    },
  }
}

function emptyUnit(plan: FieldPlan): Unit {
  return {
    plan,
    value: null,
    parts: [{ column: plan.column, value: null }],
    shown: 'empty',
    obstacle: undefined,
    isRejected: false,
    trace: Trace.start,
  }
}

function refusalOf(
  table: TableScope,
  name: string,
  plan: FieldPlan | undefined,
): Rejection | undefined {
  if (!plan) return unknownColumn(table, name)
  const { column } = plan
  const isId = column.logicalName === table.table.primaryId
  const isWritable = column.validForCreate || column.validForUpdate
  if (!isId && isWritable && column.kind !== 'unsupported') return undefined
  const why = isId
    ? 'it names the record itself'
    : 'the platform fills it or its kind is not supported'
  return rejected(
    'badValue',
    `${plan.label} (${column.logicalName}) cannot be written by sync items: ${why}.`,
    steps.normalise.badValue,
  )
}

function unknownColumn(table: TableScope, name: string): Rejection {
  const { label, logicalName } = table.table
  return rejected(
    'unknownColumn',
    `${label} (${logicalName}) has no column ${quoted(name)}: send the logical name of a column.`,
    steps.normalise.unknownColumn,
  )
}

function rejected(reason: OutcomeReason, message: string, step: TraceStep): Rejection {
  return { kind: 'rejected', reason, message, step }
}
