import type { Column } from '../../column.js'
import type { Table } from '../../table.js'
import type { FetchCondition, FetchFilter, FetchOrder } from '../fetch.js'
import { checkColumn } from './columns-of.js'

/** What a row has to satisfy: one condition, or any of several. */
export type Where = Condition | { readonly anyOf: readonly Condition[] }

export interface Condition {
  readonly column: Column
  readonly operator: string
  readonly values: readonly string[]
}

export interface Order {
  readonly column: Column
  readonly descending: boolean
}

/**
 * Conditions on a column. A choice is compared by the name of its option, a yes/no by true or false.
 *
 * `where(ledger.columns.ledgerStatus).eq('pending')`
 */
export function where<Value>(column: Column<Value>) {
  const condition = (operator: string, ...values: readonly unknown[]): Condition => ({
    column,
    operator,
    values: values.map((value) => conditionValue(column, value)),
  })
  return {
    eq: (value: NonNullable<Value>) => condition('eq', value),
    in: (...values: readonly NonNullable<Value>[]) => condition('in', ...values),
    isNull: () => condition('null'),
    isNotNull: () => condition('not-null'),
    /** On the current day, in the time zone of the user. */
    isToday: () => condition('today'),
    /** In the days up to now; what lies ahead is left out. */
    inLastDays: (days: number) => condition('last-x-days', days),
    /** Earlier than now, but for the last minute. */
    hasPassed: () => condition('olderthan-x-minutes', 1),
    isCurrentUser: () => condition('eq-userid'),
  }
}

export const anyOf = (...conditions: readonly Condition[]): Where => ({ anyOf: conditions })
export const ascending = (column: Column): Order => ({ column, descending: false })
export const descending = (column: Column): Order => ({ column, descending: true })

/** The filters of a query over a table; `place` is named when a column is not the table's. */
export function filtersOf(
  table: Table,
  wheres: readonly Where[],
  place: string,
): readonly FetchFilter[] {
  if (wheres.length === 0) return []
  const written = (conditions: readonly Condition[]) =>
    conditions.map((condition) => fetchCondition(table, condition, place))
  const groups = wheres.flatMap((one) => ('anyOf' in one ? [one.anyOf] : []))
  return [
    {
      type: 'and',
      conditions: written(wheres.filter((one) => 'column' in one)),
      filters: groups.map((group) => ({ type: 'or', conditions: written(group), filters: [] })),
    },
  ]
}

export function ordersOf(
  table: Table,
  orders: readonly Order[],
  place: string,
): readonly FetchOrder[] {
  return orders.map(({ column, descending }) => {
    checkColumn(table, column, place)
    return { attribute: column.logicalName, descending }
  })
}

function fetchCondition(
  table: Table,
  { column, operator, values }: Condition,
  place: string,
): FetchCondition {
  checkColumn(table, column, place)
  return { attribute: column.logicalName, operator, values }
}

function conditionValue(column: Column, value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') {
    throw new Error(`Column ${column.schemaName} is compared with a value no condition can hold.`)
  }
  if (!column.options) return value
  const option = column.options[value]
  if (option) return String(option.value)
  throw new Error(
    `Column ${column.schemaName} is compared with ${value}, which is none of its options: ` +
      `${Object.keys(column.options).join(', ')}.`,
  )
}
