import { DataverseError } from '../../errors.js'
import type { LiteralRef } from '../expression.js'
import { edmTypeOfLiteral } from '../literal.js'
import type { Literal } from '../literal.js'
import { refuseQuery } from '../refuse.js'
import { dateWindows } from './date-windows.js'
import type { DateWindow } from './date-windows.js'
import { edmType, parsedInstant, storedInstant, storedText, valueType } from './literal-values.js'
import type { ColumnRef } from './row-source.js'
import type { BindContext, StatementBuilder } from './statement-builder.js'
import { caseVariants } from './text-patterns.js'

interface Call {
  readonly name: string
  readonly target: ColumnRef
  readonly values: readonly LiteralRef[]
  readonly builder: StatementBuilder
}

const compilers: Readonly<Record<string, (call: Call) => string>> = {
  In: (call) => compileIn(call),
  NotIn: (call) => `(${compileIn(call)}) IS NOT TRUE`,
  ContainValues: (call) => compileContain(call),
  DoesNotContainValues: (call) => `NOT (${compileContain(call)})`,
  Between: (call) => compileBetween(call),
  NotBetween: (call) => `(${compileBetween(call)}) IS NOT TRUE`,
  On: (call) => compileDay(call, (sql, from, to) => `(${sql} >= ${from} AND ${sql} < ${to})`),
  NotOn: (call) =>
    compileDay(call, (sql, from, to) => `(${sql} >= ${from} AND ${sql} < ${to}) IS NOT TRUE`),
  OnOrAfter: (call) => compileDay(call, (sql, from) => `${sql} >= ${from}`),
  OnOrBefore: (call) => compileDay(call, (sql, _from, to) => `${sql} < ${to}`),
  EqualUserId: (call) => compileUser(call, '='),
  NotEqualUserId: (call) => compileUser(call, 'IS NOT'),
}

/**
 * A call of one of the platform's query functions as an SQL condition. Refuses functions that the
 * local Web API does not have (501), and arguments that do not fit (400).
 */
export function compileFunction(
  name: string,
  target: ColumnRef,
  values: readonly LiteralRef[],
  builder: StatementBuilder,
): string {
  const call = { name, target, values, builder }
  const compile = Object.hasOwn(compilers, name) ? compilers[name] : undefined
  if (compile) return compile(call)
  const window = dateWindows.get(name)
  if (window) return compileWindow(call, window)
  throw new DataverseError(
    'notImplemented',
    `The local Web API does not have the query function Microsoft.Dynamics.CRM.${name}.`,
  )
}

function onlyValue({ name, values }: Call, count: number): readonly LiteralRef[] {
  if (values.length === count) return values
  return refuseQuery(
    `The function ${name} takes ${count} ${count === 1 ? 'value' : 'values'} besides ` +
      `PropertyName, not ${values.length}.`,
  )
}

/** The values go in as one JSON parameter: any number of them, by the column's index. */
function compileIn(call: Call): string {
  const { target, builder } = call
  const [list] = onlyValue(call, 1)
  const values = builder.bind((context) => JSON.stringify(inValues(call, context, list)))
  return `${target.sql} IN (SELECT value FROM json_each(${values}))`
}

/** Whether any of the values is among those chosen in a `1,3`. An empty column contains nothing. */
function compileContain(call: Call): string {
  const { target, builder, name } = call
  if (target.column.kind !== 'choices') refuseColumn(call, 'MultiSelectPicklist')
  const [list] = onlyValue(call, 1)
  const values = builder.bind((context) => JSON.stringify(listOf(name, context, list)))
  return (
    `EXISTS (SELECT 1 FROM json_each(${values}) ` +
    `WHERE instr(',' || ${target.sql} || ',', ',' || value || ',') > 0)`
  )
}

function inValues(
  { target, name }: Call,
  context: BindContext,
  list: LiteralRef | undefined,
): readonly unknown[] {
  const texts = listOf(name, context, list)
  return valueType(target.column) === 'text'
    ? texts.flatMap(caseVariants)
    : texts.map((text) => storedText(target.column, text))
}

function listOf(
  name: string,
  { literals }: BindContext,
  list: LiteralRef | undefined,
): readonly string[] {
  const value = list && literals[list.index]?.value
  if (typeof value === 'object') return value
  return refuseQuery(`The function ${name} takes an array as PropertyValues, as in ['1','2'].`)
}

function compileBetween(call: Call): string {
  const { target, builder, values, name } = call
  const bound = (index: 0 | 1) =>
    builder.bind((context) => {
      const list =
        values.length === 2
          ? values.map((value) => textOf(context, value))
          : listOf(name, context, values[0])
      const text = list.length === 2 ? list[index] : undefined
      if (text === undefined) return refuseQuery(`The function ${name} takes two values.`)
      return storedText(target.column, text)
    })
  return `${target.sql} BETWEEN ${bound(0)} AND ${bound(1)}`
}

function compileUser(call: Call, operator: '=' | 'IS NOT'): string {
  onlyValue(call, 0)
  const { target, builder } = call
  if (valueType(target.column) !== 'guid') refuseColumn(call, 'Edm.Guid')
  return `${target.sql} ${operator} ${builder.bind(({ callerId }) => callerId)}`
}

function compileDay(
  call: Call,
  condition: (sql: string, from: string, to: string) => string,
): string {
  const { target, builder } = call
  checkDate(call)
  const [value] = onlyValue(call, 1)
  const day = (context: BindContext, days: number) => {
    const text = value ? textOf(context, value) : ''
    const instant = parsedInstant(target.column, text)
    const midnight = Date.UTC(
      instant.getUTCFullYear(),
      instant.getUTCMonth(),
      instant.getUTCDate() + days,
    )
    return storedDate(target, new Date(midnight))
  }
  const from = builder.bind((context) => day(context, 0))
  const to = builder.bind((context) => day(context, 1))
  return condition(target.sql, from, to)
}

function compileWindow(call: Call, window: DateWindow): string {
  const { target, builder, name } = call
  checkDate(call)
  const [value] = onlyValue(call, window.counted ? 1 : 0)
  const bounds = (context: BindContext) =>
    window.bounds(context.now, value ? countOf(name, context, value) : 0)
  const conditions = window.sides.map((side) => {
    const bound = builder.bind((context) => storedDate(target, bounds(context)[side]))
    return `${target.sql} ${side === 'from' ? '>=' : '<'} ${bound}`
  })
  return `(${conditions.join(' AND ')})`
}

function checkDate(call: Call): void {
  const type = valueType(call.target.column)
  if (type !== 'dateTime' && type !== 'date') refuseColumn(call, 'Edm.DateTimeOffset or Edm.Date')
}

function refuseColumn({ name, target }: Call, expected: string): never {
  const { column } = target
  refuseQuery(
    `The function ${name} takes a property of type ${expected}; ` +
      `'${column.logicalName}' is ${edmType(column)}.`,
  )
}

function storedDate({ column }: ColumnRef, instant: Date): string {
  const text = storedInstant(instant)
  return valueType(column) === 'date' ? text.slice(0, 10) : text
}

function countOf(name: string, context: BindContext, value: LiteralRef): number {
  const count = Number(textOf(context, value))
  if (Number.isInteger(count) && count > 0 && count <= 10_000) return count
  return refuseQuery(`The function ${name} takes a whole number from 1 to 10000.`)
}

/** A value that the platform takes in quotes and bare alike. */
function textOf({ literals }: BindContext, { index }: LiteralRef): string {
  const literal: Literal | undefined = literals[index]
  if (!literal || typeof literal.value === 'object') {
    return refuseQuery(`Expected one value, not ${edmTypeOfLiteral('list')}.`)
  }
  if (literal.class === 'dateTime') return new Date(Number(literal.value)).toISOString()
  return String(literal.value)
}
