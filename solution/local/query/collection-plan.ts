import { hostedTable } from '../schema/index.js'
import type { HostedSchema, HostedTable } from '../schema/index.js'
import type { RowQuery } from './row-query.js'
import type { RowShape } from './row-shape.js'
import { compileFilter } from './sql/filter-compiler.js'
import { afterRow, compileOrder, orderByClause } from './sql/order.js'
import { compileRow } from './sql/row-compiler.js'
import { RowSource } from './sql/row-source.js'
import { StatementBuilder } from './sql/statement-builder.js'
import type { CompiledStatement } from './sql/statement-builder.js'

/** Rows of one other row: `accounts(id)/contact_customer_accounts`. */
export interface ParentLink {
  /** The lookup that holds the parent's id, given as `parent`. */
  readonly column: string
}

/** What a plan depends on, besides the query. */
export interface CollectionOptions {
  readonly table: HostedTable
  readonly parent: ParentLink | null
  readonly annotated: boolean
  /** For a page after the first: which key values of the last row sent are null. */
  readonly afterNulls: readonly boolean[] | null
}

/** A collection read, compiled: its rows are arrays of the row's JSON text and its key values. */
export interface CollectionPlan {
  readonly rows: CompiledStatement
  /** Up to `limit` rows in no order: how many, and their JSON texts separated by commas. */
  readonly together: CompiledStatement
  /** Counts the rows of all pages, up to one more than the limit given as `countLimit`. */
  readonly count: CompiledStatement
  readonly shape: RowShape
}

export function planCollection(
  schema: HostedSchema,
  query: RowQuery,
  options: CollectionOptions,
): CollectionPlan {
  const { table, annotated, afterNulls } = options
  const source = new RowSource(
    new StatementBuilder(),
    schema,
    hostedTable(schema, table.logicalName),
  )
  const row = compileRow(source, query, annotated)
  const keys = compileOrder(query.orderBy, source)
  const conditions = conditionsOf(source, query, options)
  if (afterNulls) conditions.push(afterRow(keys, afterNulls, source))
  const limit = source.builder.bindGiven('limit')
  const text =
    `SELECT ${[row.json, ...keys.map(({ sql }) => sql)].join(', ')} FROM ${source.from}` +
    `${where(conditions)} ORDER BY ${orderByClause(keys)} LIMIT ${limit}`
  return {
    rows: source.builder.finish(text),
    together: planTogether(schema, query, options),
    count: planCount(schema, query, options),
    shape: row.shape,
  }
}

/** One text for all rows costs far less than one for each, and unsorted rows less than sorted. */
function planTogether(
  schema: HostedSchema,
  query: RowQuery,
  options: CollectionOptions,
): CompiledStatement {
  const source = new RowSource(new StatementBuilder(), schema, options.table)
  const { json } = compileRow(source, query, false)
  const conditions = conditionsOf(source, query, options)
  const limit = source.builder.bindGiven('limit')
  return source.builder.finish(
    `SELECT count(*), group_concat(j) FROM ` +
      `(SELECT ${json} AS j FROM ${source.from}${where(conditions)} LIMIT ${limit})`,
  )
}

/** Counts without reading; for `$count=true` and `/$count`. */
export function planCount(
  schema: HostedSchema,
  query: RowQuery,
  options: CollectionOptions,
): CompiledStatement {
  const source = new RowSource(new StatementBuilder(), schema, options.table)
  const conditions = conditionsOf(source, query, options)
  const limit = source.builder.bindGiven('countLimit')
  return source.builder.finish(
    `SELECT count(*) FROM (SELECT 1 FROM ${source.from}${where(conditions)} LIMIT ${limit})`,
  )
}

function conditionsOf(source: RowSource, query: RowQuery, { parent }: CollectionOptions): string[] {
  const conditions = [...parentCondition(source, parent)]
  if (query.filter) conditions.push(compileFilter(query.filter, source))
  return conditions
}

/** Keeps to the rows whose lookup has the id given as `parent`. */
export function parentCondition(source: RowSource, parent: ParentLink | null): readonly string[] {
  return parent ? [`${source.sql(parent.column)} = ${source.builder.bindGiven('parent')}`] : []
}

function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`
}
