import type { HostedColumn } from '../../schema/index.js'
import type { ComparisonOperator } from '../expression.js'
import { isDay } from '../lexer.js'
import type { Literal, LiteralClass } from '../literal.js'
import { edmTypeOfLiteral } from '../literal.js'
import { isGuid, normalGuid } from '../resource-path.js'
import { refuseQuery } from '../refuse.js'
import type { SqlValue } from './statement-builder.js'

/** How the values of a column compare; several kinds of column share one. */
export type ValueType = 'text' | 'guid' | 'integer' | 'real' | 'yesNo' | 'dateTime' | 'date'

export function valueType(column: HostedColumn): ValueType {
  switch (column.kind) {
    case 'text':
    case 'memo':
    case 'choices':
    case 'image':
      return 'text'
    case 'lookup':
    case 'owner':
    case 'uniqueIdentifier':
    case 'file':
      return 'guid'
    case 'integer':
    case 'bigInteger':
    case 'choice':
    case 'state':
    case 'status':
      return 'integer'
    case 'decimal':
    case 'float':
    case 'money':
      return 'real'
    case 'yesNo':
      return 'yesNo'
    case 'dateTime':
      return 'dateTime'
    case 'date':
      return 'date'
  }
}

/** The column's type as metadata and messages name it. */
export function edmType(column: HostedColumn): string {
  switch (column.kind) {
    case 'text':
    case 'memo':
    case 'choices':
      return 'Edm.String'
    case 'lookup':
    case 'owner':
    case 'uniqueIdentifier':
    case 'file':
      return 'Edm.Guid'
    case 'image':
      return 'Edm.Binary'
    case 'integer':
    case 'choice':
    case 'state':
    case 'status':
      return 'Edm.Int32'
    case 'bigInteger':
      return 'Edm.Int64'
    case 'decimal':
    case 'money':
      return 'Edm.Decimal'
    case 'float':
      return 'Edm.Double'
    case 'yesNo':
      return 'Edm.Boolean'
    case 'dateTime':
      return 'Edm.DateTimeOffset'
    case 'date':
      return 'Edm.Date'
  }
}

const operatorKinds: Readonly<Record<ComparisonOperator, string>> = {
  eq: 'Equal',
  ne: 'NotEqual',
  gt: 'GreaterThan',
  ge: 'GreaterThanOrEqual',
  lt: 'LessThan',
  le: 'LessThanOrEqual',
}

export function refuseTypes(left: string, right: string, operator: ComparisonOperator): never {
  refuseQuery(
    'A binary operator with incompatible types was detected. ' +
      `Found operand types '${left}' and '${right}' for operator kind '${operatorKinds[operator]}'.`,
  )
}

const comparable: Readonly<Record<ValueType, readonly LiteralClass[]>> = {
  text: ['text', 'pattern', 'wideText'],
  guid: ['guid', 'text'],
  integer: ['number'],
  real: ['number'],
  yesNo: [],
  dateTime: ['dateTime', 'date'],
  date: ['date'],
}

/** Refuses (400) a comparison of a column with a literal of another type. */
export function checkComparable(
  column: HostedColumn,
  literal: LiteralClass,
  operator: ComparisonOperator,
): void {
  if (!comparable[valueType(column)].includes(literal)) {
    refuseTypes(edmType(column), edmTypeOfLiteral(literal), operator)
  }
}

/**
 * The literal in the form the column's values are stored in. Between two whole seconds, `gt` and
 * `le` look from the earlier one, `ge` and `lt` from the later.
 */
export function storedValue(
  column: HostedColumn,
  literal: Literal,
  operator: ComparisonOperator,
): SqlValue {
  const { value } = literal
  if (typeof value === 'object') return refuseQuery('An array cannot be compared with a property.')
  if (literal.class === 'dateTime' && typeof value === 'number') {
    const later = operator === 'ge' || operator === 'lt'
    return storedInstant(new Date((later ? Math.ceil(value / 1000) : floor(value)) * 1000))
  }
  if (literal.class === 'date' && valueType(column) === 'dateTime') return `${value}T00:00:00Z`
  if (valueType(column) === 'guid') return guidValue(column, String(value))
  return value
}

function floor(milliseconds: number): number {
  return Math.floor(milliseconds / 1000)
}

/** A point in time as rows hold it, `2026-11-21T10:00:00Z`. */
export function storedInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`
}

/** A value given as text, as in `PropertyValues=['1','5']`, in the form it is stored in. */
export function storedText(column: HostedColumn, text: string): SqlValue {
  switch (valueType(column)) {
    case 'text':
      return text
    case 'guid':
      return guidValue(column, text)
    case 'integer':
    case 'real': {
      const number = text.trim() === '' ? Number.NaN : Number(text)
      return Number.isFinite(number) ? number : refuseText(column, text)
    }
    case 'yesNo':
      if (text === 'true' || text === '1') return 1
      return text === 'false' || text === '0' ? 0 : refuseText(column, text)
    case 'dateTime':
      return storedInstant(parsedInstant(column, text))
    case 'date':
      return isDay(text.slice(0, 10)) ? text.slice(0, 10) : refuseText(column, text)
  }
}

/** A date or a date-time; a text without an offset is UTC. */
export function parsedInstant(column: HostedColumn, text: string): Date {
  const pattern = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/i
  if (!pattern.test(text)) return refuseText(column, text)
  const time = text.toUpperCase().replace(' ', 'T')
  const withOffset = time.length === 10 || /(?:Z|[+-]\d\d:\d\d)$/.test(time) ? time : `${time}Z`
  const instant = new Date(withOffset)
  return Number.isNaN(instant.getTime()) ? refuseText(column, text) : instant
}

function guidValue(column: HostedColumn, text: string): string {
  return isGuid(text) ? normalGuid(text) : refuseText(column, text)
}

function refuseText(column: HostedColumn, text: string): never {
  refuseQuery(
    `Cannot convert the literal '${text.slice(0, 200)}' to the expected type '${edmType(column)}' ` +
      `of '${column.logicalName}'.`,
  )
}
