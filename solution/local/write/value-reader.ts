import { DataverseError } from '../errors.js'
import type { HostedColumn, HostedTable } from '../schema/index.js'
import { isGuid, normalGuid } from '../query/resource-path.js'
import { readDate, readDateTime } from './date-value.js'
import { choiceReader, choicesReader } from './choice-reader.js'
import { shortened, wrongType } from './payload-error.js'

/** What SQLite stores of a value. (libsql takes no booleans.) */
export type SqlValue = string | number | null

/**
 * Reads one JSON value of one column into what is stored. Throws a `DataverseError` that names the
 * column and the value when the column cannot take it. Null always clears.
 */
export type ValueReader = (value: unknown) => SqlValue

export function valueReader(table: HostedTable, column: HostedColumn): ValueReader {
  const wrong = (value: unknown, type: string) => wrongType(table, column, value, type)
  switch (column.kind) {
    case 'text':
    case 'memo':
      return textReader(table, column)
    case 'integer':
      return integerReader(table, column, 'Edm.Int32')
    case 'bigInteger':
      return integerReader(table, column, 'Edm.Int64')
    case 'decimal':
    case 'money':
      return fractionReader(table, column, 'Edm.Decimal')
    case 'float':
      return fractionReader(table, column, 'Edm.Double')
    case 'choice':
    case 'state':
    case 'status':
      return choiceReader(table, column)
    case 'choices':
      return choicesReader(table, column)
    case 'file':
    case 'image':
      return unstoredReader(table, column)
    case 'yesNo':
      return (value) => {
        if (typeof value === 'boolean') return value ? 1 : 0
        if (value === null) return null
        throw wrong(value, 'Edm.Boolean')
      }
    case 'dateTime':
      return (value) => {
        if (value === null) return null
        return readDateTime(value, column.logicalName) ?? raise(wrong(value, 'Edm.DateTimeOffset'))
      }
    case 'date':
      return (value) => {
        if (value === null) return null
        return readDate(value, column.logicalName) ?? raise(wrong(value, 'Edm.Date'))
      }
    case 'uniqueIdentifier':
      return (value) => {
        if (value === null) return null
        if (typeof value === 'string' && isGuid(value)) return normalGuid(value)
        throw wrong(value, 'Edm.Guid')
      }
    case 'lookup':
    case 'owner':
      throw new Error(`Lookups such as ${column.logicalName} are written by binding.`)
  }
}

/** The contents of files and images go through requests that the local Web API does not have. */
function unstoredReader(table: HostedTable, column: HostedColumn): ValueReader {
  return (value) => {
    if (value === null) return null
    throw new DataverseError(
      'notStoredLocally',
      `The local Web API stores no files and images: '${column.logicalName}' of ` +
        `'${table.logicalName}' can be read (as null) and not written.`,
    )
  }
}

function raise(error: Error): never {
  throw error
}

/** Empty text is stored as null, as Dataverse does. */
function textReader(table: HostedTable, column: HostedColumn): ValueReader {
  const longest = column.maxLength ?? Number.MAX_SAFE_INTEGER
  return (value) => {
    if (typeof value === 'string') {
      if (value.length > longest) throw tooLong(table, column, longest)
      return value === '' ? null : value
    }
    if (value === null) return null
    throw wrongType(table, column, value, 'Edm.String')
  }
}

function tooLong(table: HostedTable, column: HostedColumn, longest: number): DataverseError {
  return new DataverseError(
    'textTooLong',
    `A validation error occurred. The length of the '${column.logicalName}' attribute of the ` +
      `'${table.logicalName}' entity exceeded the maximum allowed length of '${longest}'.`,
  )
}

function integerReader(table: HostedTable, column: HostedColumn, type: string): ValueReader {
  const { minValue = Number.MIN_SAFE_INTEGER, maxValue = Number.MAX_SAFE_INTEGER } = column
  return (value) => {
    if (value === null) return null
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      throw wrongType(table, column, value, type)
    }
    if (value < minValue || value > maxValue) throw outOfRange(table, column, value)
    return value
  }
}

/** Digits beyond the column's precision are rounded away, as Dataverse does. */
function fractionReader(table: HostedTable, column: HostedColumn, type: string): ValueReader {
  const { minValue = -Number.MAX_VALUE, maxValue = Number.MAX_VALUE, precision = 10 } = column
  const scale = 10 ** precision
  return (value) => {
    if (value === null) return null
    if (typeof value !== 'number') throw wrongType(table, column, value, type)
    if (value < minValue || value > maxValue) throw outOfRange(table, column, value)
    const scaled = value * scale
    return Math.abs(scaled) < Number.MAX_SAFE_INTEGER ? Math.round(scaled) / scale : value
  }
}

function outOfRange(table: HostedTable, column: HostedColumn, value: number): DataverseError {
  return new DataverseError(
    'numberOutOfRange',
    `A validation error occurred. The value of '${column.logicalName}' on record of type ` +
      `'${table.logicalName}' is outside the valid range: ${shortened(String(value))} is not ` +
      `from ${column.minValue ?? '-'} to ${column.maxValue ?? '-'}.`,
  )
}
