import type { SyncItem } from '../../engine/index.js'
import { maxLength } from '../../../solution/tables/index.js'
import type { ItemRow } from './row-items.js'

type Scalar = string | number | boolean | null

/**
 * What an item row made by hand, a flow or an import asks for: without a field name a whole record
 * (New Value holds a JSON object), with a related table a relationship (Source Value or New Value
 * holds the related key), else a field.
 */
export function rowContent(
  row: Pick<
    ItemRow,
    | 'fieldName'
    | 'newValue'
    | 'longValue'
    | 'sourceValue'
    | 'relatedTable'
    | 'relatedSourceSystemKey'
  >,
  sourceSystemKey: string,
): SyncItem['content'] {
  const value = sourceOf(row) ?? row.longValue ?? row.newValue
  if (row.fieldName === null) return recordContent(value)
  if (row.relatedTable !== null || row.relatedSourceSystemKey !== null) {
    return {
      kind: 'relationship',
      fieldName: row.fieldName,
      relatedTable: row.relatedTable,
      relatedSourceSystemKey: row.relatedSourceSystemKey ?? sourceSystemKey,
      relatedExternalKey: value,
    }
  }
  return { kind: 'field', fieldName: row.fieldName, value }
}

/** A source value that was cut to fit is not what was sent. */
function sourceOf({ sourceValue, longValue }: Pick<ItemRow, 'sourceValue' | 'longValue'>) {
  const isCut = longValue !== null && sourceValue?.length === maxLength.value
  return isCut ? null : sourceValue
}

function recordContent(text: string | null): SyncItem['content'] {
  const parsed = parsedJson(text ?? '')
  if (!isRecordOfScalars(parsed)) {
    return {
      kind: 'invalid',
      message: `"${(text ?? '').slice(0, 100)}" is no record: without a Field Name, New Value must hold a JSON object of column names and values, such as {"firstname":"Ada"}.`,
    }
  }
  return { kind: 'record', fields: parsed }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function isRecordOfScalars(value: unknown): value is Readonly<Record<string, Scalar>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const fields: readonly unknown[] = Object.values(value)
  return fields.length > 0 && fields.every((field) => field === null || typeof field !== 'object')
}
