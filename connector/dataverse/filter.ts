import type { Table } from '../../solution/model/index.js'
import type { ColumnCodec } from './column-codec.js'
import type { Comparison, FilterNode, TextSearch } from './filter-text.js'
import { codecOf, columnNamed } from './row-codec.js'
import type { ColumnName, ValueIn } from './system-columns.js'
import { navigationProperty } from './table-names.js'
import { textLiteral } from './url-text.js'
import { formatDateTime, parseGuid, quoted } from './wire.js'
import { slices } from './slices.js'

declare const filteredTable: unique symbol

/** A condition on rows of one table. `T` exists only at compile time. */
export interface Filter<T = unknown> {
  readonly node: FilterNode
  readonly [filteredTable]?: T
}

/** A column of a condition: a property of the table, or its primary id. */
export type FilterName<T extends Table> = ColumnName<T> | 'id'

export type FilterValue<T extends Table, Name> = Name extends 'id'
  ? string
  : NonNullable<ValueIn<T, Name>>

/** Conditions on a declared table. Text compares without regard to case, as the platform does. */
export interface FilterBuilder<T extends Table> {
  readonly eq: <Name extends FilterName<T>>(name: Name, value: FilterValue<T, Name>) => Filter<T>
  readonly ne: <Name extends FilterName<T>>(name: Name, value: FilterValue<T, Name>) => Filter<T>
  readonly gt: <Name extends FilterName<T>>(name: Name, value: FilterValue<T, Name>) => Filter<T>
  readonly ge: <Name extends FilterName<T>>(name: Name, value: FilterValue<T, Name>) => Filter<T>
  readonly lt: <Name extends FilterName<T>>(name: Name, value: FilterValue<T, Name>) => Filter<T>
  readonly le: <Name extends FilterName<T>>(name: Name, value: FilterValue<T, Name>) => Filter<T>
  /** One column unlike another of the same row. */
  readonly differs: (name: FilterName<T>, other: FilterName<T>) => Filter<T>
  readonly isNull: (name: FilterName<T>) => Filter<T>
  readonly isNotNull: (name: FilterName<T>) => Filter<T>
  /** Any of the values; matches nothing when there are none. See `chunksForIn` for how many fit. */
  readonly in: <Name extends FilterName<T>>(
    name: Name,
    values: readonly FilterValue<T, Name>[],
  ) => Filter<T>
  /** Wildcards in the text stand for themselves. */
  readonly contains: (name: FilterName<T>, text: string) => Filter<T>
  readonly startsWith: (name: FilterName<T>, text: string) => Filter<T>
  readonly endsWith: (name: FilterName<T>, text: string) => Filter<T>
  readonly and: (...filters: readonly Filter<T>[]) => Filter<T>
  /** Matches nothing when there are no filters. */
  readonly or: (...filters: readonly Filter<T>[]) => Filter<T>
  readonly not: (filter: Filter<T>) => Filter<T>
}

/** The condition builder of a declared table, its columns by property name. */
export function filter<T extends Table>(table: T): FilterBuilder<T> {
  const nothing: FilterNode = {
    kind: 'comparison',
    column: table.primaryId,
    operator: 'eq',
    literal: 'null',
  }
  const column = (name: string): Pick<ColumnCodec, 'wireName' | 'scalar' | 'quotes'> =>
    name === 'id'
      ? { wireName: table.primaryId, scalar: parseGuid, quotes: false }
      : columnNamed(codecOf(table), name)
  const compare =
    (operator: Comparison) =>
    (name: string, value: unknown): Filter<T> => {
      const { wireName, scalar, quotes } = column(name)
      const literal = quotes ? textLiteral(String(scalar(value))) : String(scalar(value))
      return { node: { kind: 'comparison', column: wireName, operator, literal } }
    }
  const compareNull =
    (operator: Comparison) =>
    (name: string): Filter<T> => ({
      node: { kind: 'comparison', column: column(name).wireName, operator, literal: 'null' },
    })
  const search =
    (kind: TextSearch) =>
    (name: string, value: string): Filter<T> => ({
      node: { kind: 'search', column: column(name).wireName, search: kind, value },
    })

  return {
    eq: compare('eq'),
    ne: compare('ne'),
    gt: compare('gt'),
    ge: compare('ge'),
    lt: compare('lt'),
    le: compare('le'),
    differs: (name, other) => ({
      node: {
        kind: 'comparison',
        column: column(name).wireName,
        operator: 'ne',
        literal: column(other).wireName,
      },
    }),
    isNull: compareNull('eq'),
    isNotNull: compareNull('ne'),
    in: (name, values) => {
      const { wireName, scalar } = column(name)
      if (values.length === 0) return { node: nothing }
      return {
        node: { kind: 'in', column: wireName, values: values.map((v) => String(scalar(v))) },
      }
    },
    contains: search('contains'),
    startsWith: search('startswith'),
    endsWith: search('endswith'),
    and: (...filters) => ({ node: { kind: 'all', filters: filters.map(({ node }) => node) } }),
    or: (...filters) => ({
      node:
        filters.length === 0 ? nothing : { kind: 'any', filters: filters.map(({ node }) => node) },
    }),
    not: ({ node }) => ({ node: { kind: 'not', filter: node } }),
  }
}

/**
 * A condition on the row that a lookup points at, made of comparisons alone. Throws a TypeError for
 * any other: the platform takes no function on a related row.
 */
export function through<T extends Table, R extends Table>(
  table: T,
  lookup: keyof T['columns'] & string,
  related: R,
  { node }: Filter<R>,
): Filter<T> {
  const column = table.columns[lookup]
  if (!column) throw new TypeError(`${table.logicalName} has no column ${lookup}.`)
  return { node: behind(`${navigationProperty(table, column, related.logicalName)}/`, node) }
}

function behind(path: string, node: FilterNode): FilterNode {
  switch (node.kind) {
    case 'comparison':
      return { ...node, column: path + node.column }
    case 'all':
    case 'any':
      return { ...node, filters: node.filters.map((one) => behind(path, one)) }
    case 'not':
      return { ...node, filter: behind(path, node.filter) }
    case 'in':
    case 'search':
      throw new TypeError(`${node.column} of a related row can only be compared.`)
  }
}

/** A GUID in a condition by logical name, where text would be another type. */
export interface GuidValue {
  readonly guid: string
}

export function guid(id: string): GuidValue {
  return { guid: parseGuid(id) }
}

/** A calendar day in a condition by logical name, `2026-11-21`. */
export interface DayValue {
  readonly day: string
}

export type RawFilterValue = string | number | boolean | Date | GuidValue | DayValue

const nameLiteral = /^[A-Za-z_][A-Za-z0-9_]*$/

function checkedName(column: string): string {
  if (!nameLiteral.test(column)) throw new TypeError(`${quoted(column)} is no column name.`)
  return column
}

function rawText(value: RawFilterValue): string {
  if (value instanceof Date) return formatDateTime(value)
  if (typeof value !== 'object') return String(value)
  return 'guid' in value ? parseGuid(value.guid) : checkedDay(value.day)
}

function checkedDay(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new TypeError(`${quoted(day)} is no calendar day.`)
  return day
}

const rawCompare =
  (operator: Comparison) =>
  (column: string, value: RawFilterValue): Filter => ({
    node: {
      kind: 'comparison',
      column: checkedName(column),
      operator,
      literal: typeof value === 'string' ? textLiteral(value) : rawText(value),
    },
  })

const rawNull =
  (operator: Comparison) =>
  (column: string): Filter => ({
    node: { kind: 'comparison', column: checkedName(column), operator, literal: 'null' },
  })

/** Conditions on a table known by metadata: columns by logical name, lookups as `_name_value`. */
export const rawFilter = {
  eq: rawCompare('eq'),
  ne: rawCompare('ne'),
  gt: rawCompare('gt'),
  ge: rawCompare('ge'),
  lt: rawCompare('lt'),
  le: rawCompare('le'),
  isNull: rawNull('eq'),
  isNotNull: rawNull('ne'),
  /** Throws a RangeError without values: a condition that nothing meets needs no request. */
  in: (column: string, values: readonly RawFilterValue[]): Filter => {
    if (values.length === 0) throw new RangeError(`No values to look for in ${column}.`)
    return { node: { kind: 'in', column: checkedName(column), values: values.map(rawText) } }
  },
  and: (...filters: readonly Filter[]): Filter => ({
    node: { kind: 'all', filters: filters.map(({ node }) => node) },
  }),
  or: (...filters: readonly Filter[]): Filter => ({
    node: { kind: 'any', filters: filters.map(({ node }) => node) },
  }),
  not: ({ node }: Filter): Filter => ({ node: { kind: 'not', filter: node } }),
} as const

/** Values of one `In` that keep a GET inside a batch below the platform's 32,768 characters. */
const valuesPerIn = { guid: 700, hash: 450 } as const

export function chunksForIn<V>(values: readonly V[], kind: keyof typeof valuesPerIn): V[][] {
  return slices(values, valuesPerIn[kind])
}
