import { isLookup } from '../../../../../controls/host/data-type.js'
import type { WebApiRow } from '../../../../../controls/host/data-set/entity-record.js'
import type { ColumnMetadata } from '../../../../../controls/host/table-metadata.js'
import { readReference, referenceText, typedText } from '../lookup/reference.js'
import type { RecordReference } from '../lookup/reference.js'
import { dateKind, dateText, dateValue } from './date-text.js'

/** What people have typed or picked and not saved yet: texts by the logical name of their column. */
export type Draft = Readonly<Record<string, string>>

/** A value to send, the record that a lookup is to name, or what is wrong with the text. */
export type Reading =
  | { readonly value: string | number | boolean | null }
  | { readonly reference: RecordReference | null }
  | { readonly problem: string }

/** The types that the form can edit, besides lookups. */
const editableTypes: ReadonlySet<string> = new Set([
  'String',
  'Memo',
  'Integer',
  'BigInt',
  'Decimal',
  'Double',
  'Money',
  'Picklist',
  'Status',
  'MultiSelectPicklist',
  'Boolean',
  'DateTime',
])

/** Whether a form can edit the column at all; `isNew`: in a row that is not there yet. */
export function isEditable(column: ColumnMetadata, isNew: boolean): boolean {
  const { type, canCreate = true, canUpdate = true } = column
  return (isNew ? canCreate : canUpdate) && (editableTypes.has(type) || isLookup(column))
}

/** A row's value as the text that its field edits; a time in the browser's time zone. */
export function storedText(column: ColumnMetadata, row: WebApiRow): string {
  if (!isLookup(column)) return textOf(column, row[column.logicalName])
  const key = `_${column.logicalName}_value`
  const id = row[key]
  if (typeof id !== 'string') return ''
  const table = row[`${key}@Microsoft.Dynamics.CRM.lookuplogicalname`]
  const name = row[`${key}@OData.Community.Display.V1.FormattedValue`]
  return referenceText({
    table: typeof table === 'string' ? table : (column.targets[0] ?? ''),
    id,
    name: typeof name === 'string' ? name : id,
  })
}

/** The text of a value that is no lookup's. */
export function textOf(column: ColumnMetadata, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (column.type === 'DateTime' && typeof value === 'string') {
    return dateText(dateKind(column), value)
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The value that a field's text stands for. */
export function readText(column: ColumnMetadata, text: string): Reading {
  if (text.trim() === '') {
    if (column.required) return { problem: `${column.label} is required.` }
    return isLookup(column) ? { reference: null } : { value: null }
  }
  if (isLookup(column)) return readLookup(column, text)
  switch (column.type) {
    case 'Integer':
    case 'BigInt':
    case 'Decimal':
    case 'Double':
    case 'Money':
      return readNumber(column, text.trim())
    case 'Picklist':
    case 'Status':
      return { value: Number(text) }
    case 'Boolean':
      return { value: text === 'true' }
    case 'DateTime': {
      const value = dateValue(dateKind(column), text)
      return value === undefined ? { problem: `${column.label} must be a date.` } : { value }
    }
    default:
      return readPlain(column, text)
  }
}

function readLookup({ label }: ColumnMetadata, text: string): Reading {
  const reference = readReference(text)
  return reference
    ? { reference }
    : { problem: `${label}: choose a record for “${typedText(text)}”, or clear the text.` }
}

function readNumber({ label, type, minValue, maxValue }: ColumnMetadata, text: string): Reading {
  const isWhole = type === 'Integer' || type === 'BigInt'
  if (!(isWhole ? /^[+-]?\d+$/ : /^[+-]?(?:\d+\.?\d*|\.\d+)$/).test(text)) {
    return { problem: `${label} must be a ${isWhole ? 'whole number' : 'number, such as 12.5'}.` }
  }
  const value = Number(text)
  if (minValue !== undefined && value < minValue) {
    return { problem: `${label} must be ${minValue} or more.` }
  }
  if (maxValue !== undefined && value > maxValue) {
    return { problem: `${label} must be ${maxValue} or less.` }
  }
  // A number too long to be exact is sent as it was typed.
  return { value: type === 'BigInt' && !Number.isSafeInteger(value) ? text : value }
}

function readPlain({ label, maxLength }: ColumnMetadata, text: string): Reading {
  return maxLength !== undefined && text.length > maxLength
    ? { problem: `${label} may have ${maxLength} characters, not ${text.length}.` }
    : { value: text }
}

/** The draft with this text, or without the column where the text is the stored one. */
export function withText(draft: Draft, column: string, text: string, stored: string): Draft {
  const others = Object.fromEntries(Object.entries(draft).filter(([name]) => name !== column))
  return text === stored ? others : { ...others, [column]: text }
}

/** What is wrong with a draft, by column; empty where it can be saved. */
export function problemsOf(
  draft: Draft,
  columns: ReadonlyMap<string, ColumnMetadata>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(draft).flatMap(([name, text]) => {
      const column = columns.get(name)
      const reading = column && readText(column, text)
      return reading && 'problem' in reading ? [[name, reading.problem]] : []
    }),
  )
}
