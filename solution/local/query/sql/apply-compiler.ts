import { isLookup, propertyName } from '../../schema/index.js'
import type { HostedColumn } from '../../schema/index.js'
import type { Aggregate, AggregateMethod, ApplyQuery } from '../apply-parser.js'
import type { OrderKey, PropertyPath } from '../expression.js'
import { parentCondition } from '../collection-plan.js'
import type { ParentLink } from '../collection-plan.js'
import { refuseQuery } from '../refuse.js'
import { compileFilter } from './filter-compiler.js'
import { jsonObject, jsonReal, jsonValue, primaryNameOf } from './json-object.js'
import { edmType, valueType } from './literal-values.js'
import { lookupTargets, orderByClause } from './order.js'
import type { SortKey } from './order.js'
import type { ColumnRef, RowSource } from './row-source.js'

/** One member of a group's answer. */
export interface GroupMember {
  readonly name: string
  /** The column that formats the value; null for a count. */
  readonly column: HostedColumn | null
}

export interface CompiledApply {
  /** Gives each group's JSON; takes `limit` and `offset`. */
  readonly rows: string
  /** Counts the rows to be aggregated, up to one more than `countLimit`. */
  readonly count: string
  readonly members: readonly GroupMember[]
}

/** The member that holds the name shown for a lookup that is grouped by. */
export function shownMember(name: string): string {
  return `~name:${name}`
}

interface Group extends GroupMember {
  readonly path: PropertyPath
  readonly ref: ColumnRef
}

export function compileApply(
  query: ApplyQuery,
  orderBy: readonly OrderKey[],
  source: RowSource,
  parent: ParentLink | null,
): CompiledApply {
  const groups = query.groupBy.map((path) => groupOf(path, source))
  const conditions = [
    ...parentCondition(source, parent),
    ...query.filters.map((filter) => compileFilter(filter, source)),
  ]
  const aggregates = query.aggregates.map((one) => compileAggregate(one, source))
  const members = [
    ...groups.flatMap(({ name, ref }) => [
      { name, sql: jsonValue(ref) },
      ...shownName(name, ref, source),
    ]),
    ...aggregates,
  ]
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`
  const grouping =
    groups.length === 0
      ? ''
      : ` GROUP BY ${groups.map(({ ref }) => ref.sql).join(', ')}` +
        ` ORDER BY ${orderByClause(orderOf(orderBy, groups, query))}`
  const { builder } = source
  const page = ` LIMIT ${builder.bindGiven('limit')} OFFSET ${builder.bindGiven('offset')}`
  return {
    rows: `SELECT ${jsonObject(members)} FROM ${source.from}${where}${grouping}${page}`,
    count:
      `SELECT count(*) FROM (SELECT 1 FROM ${source.from}${where} ` +
      `LIMIT ${builder.bindGiven('countLimit')})`,
    members: [...groups, ...aggregates].map(({ name, column }) => ({ name, column })),
  }
}

/** A column of another table is named after that table, as in `contact_fullname`. */
function groupOf(path: PropertyPath, source: RowSource): Group {
  const ref = source.resolve(path)
  const { column, table } = ref
  if (column.kind === 'dateTime') {
    refuseQuery(`groupby with the date-time property '${column.logicalName}' is not supported.`)
  }
  const own = path.names.length === 1
  const name = own ? propertyName(column) : `${table.logicalName}_${column.logicalName}`
  return { name, column, path, ref }
}

function shownName(
  name: string,
  { column, sql }: ColumnRef,
  { schema }: RowSource,
): readonly { readonly name: string; readonly sql: string }[] {
  if (!isLookup(column)) return []
  const shown = primaryNameOf(lookupTargets(schema, column.targets), sql)
  return [{ name: shownMember(name), sql: shown }]
}

const sqlFunctions: Readonly<Record<AggregateMethod, (sql: string) => string>> = {
  sum: (sql) => `SUM(${sql})`,
  min: (sql) => `MIN(${sql})`,
  max: (sql) => `MAX(${sql})`,
  average: (sql) => `AVG(${sql})`,
  countdistinct: (sql) => `COUNT(DISTINCT ${sql})`,
}

function compileAggregate(
  aggregate: Aggregate,
  source: RowSource,
): GroupMember & { readonly sql: string } {
  if (aggregate.kind === 'count') return { name: aggregate.alias, column: null, sql: 'COUNT(*)' }
  const { path, method, alias } = aggregate
  const { column, sql } = source.resolve(path)
  checkAggregate(column, method)
  const value = sqlFunctions[method](sql)
  const real = method === 'average' || (valueType(column) === 'real' && method !== 'countdistinct')
  return {
    name: alias,
    column: method === 'countdistinct' ? null : column,
    sql: real ? jsonReal(value) : value,
  }
}

function checkAggregate(column: HostedColumn, method: AggregateMethod): void {
  const type = valueType(column)
  const number = type === 'real' || column.kind === 'integer' || column.kind === 'bigInteger'
  const ordered = number || type === 'dateTime' || type === 'date'
  const fits =
    method === 'countdistinct' || (method === 'min' || method === 'max' ? ordered : number)
  if (!fits) {
    refuseQuery(
      `The property '${column.logicalName}' of type ${edmType(column)} ` +
        `cannot be aggregated with ${method}.`,
    )
  }
}

function orderOf(
  orderBy: readonly OrderKey[],
  groups: readonly Group[],
  { aggregates }: ApplyQuery,
): readonly SortKey[] {
  const asked = orderBy.map(({ path, descending }) => {
    const name = path.names.join('/')
    if (aggregates.some(({ alias }) => alias === name)) {
      refuseQuery('The query node SingleValueOpenPropertyAccess is not supported.')
    }
    const group = groups.find((one) => one.path.names.join('/') === name)
    if (!group) refuseQuery(`$orderby with $apply takes properties of its groupby, not '${name}'.`)
    return { sql: group.ref.sql, descending }
  })
  const rest = groups
    .filter(({ ref }) => !asked.some(({ sql }) => sql === ref.sql))
    .map(({ ref }) => ({ sql: ref.sql, descending: false }))
  return [...asked, ...rest]
}
