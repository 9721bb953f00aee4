import type { ColumnMetadata } from '../../../../../controls/host/table-metadata.js'

/** What people have typed or picked and not saved yet: texts by the logical name of their column. */
export type Draft = Readonly<Record<string, string>>

/** A value to send, or what is wrong with the text. */
export type Reading =
  { readonly value: string | number | boolean | null } | { readonly problem: string }

/** The types that the form can edit. */
export const editableTypes: ReadonlySet<string> = new Set([
  'String',
  'Memo',
  'Integer',
  'BigInt',
  'Decimal',
  'Double',
  'Money',
  'Picklist',
  'Status',
  'Boolean',
  'DateTime',
])

const isDateOnly = ({ format }: ColumnMetadata): boolean => format === 'DateOnly'

/** A stored value as the text that its field edits; a time in the browser's time zone. */
export function textOf(column: ColumnMetadata, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (column.type === 'DateTime' && typeof value === 'string') {
    return isDateOnly(column) ? value.slice(0, 10) : localTime(new Date(value))
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** `2026-03-09T14:05`, as the browser's field for times has it; seconds only where there are any. */
function localTime(at: Date): string {
  if (Number.isNaN(at.getTime())) return ''
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString()
  return local.slice(0, at.getSeconds() === 0 ? 16 : 19)
}

/** The value that a field's text stands for. */
export function readText(column: ColumnMetadata, text: string): Reading {
  if (text.trim() === '') {
    return column.required ? { problem: `${column.label} is required.` } : { value: null }
  }
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
    case 'DateTime':
      return readTime(column, text)
    default:
      return readPlain(column, text)
  }
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

function readTime(column: ColumnMetadata, text: string): Reading {
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) return { problem: `${column.label} must be a date.` }
  return { value: isDateOnly(column) ? text.slice(0, 10) : at.toISOString() }
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

/** The body of the request that saves a draft without problems. */
export function changesOf(
  draft: Draft,
  columns: ReadonlyMap<string, ColumnMetadata>,
): Readonly<Record<string, string | number | boolean | null>> {
  return Object.fromEntries(
    Object.entries(draft).flatMap(([name, text]) => {
      const column = columns.get(name)
      const reading = column && readText(column, text)
      return reading && 'value' in reading ? [[name, reading.value]] : []
    }),
  )
}
