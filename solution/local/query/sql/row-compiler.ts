import { hostedTable, isLookup, propertyName, systemColumn } from '../../schema/index.js'
import type { HostedColumn, HostedRelationship, HostedTable } from '../../schema/index.js'
import type { ExpandItem, RowQuery } from '../row-query.js'
import { nameMember, targetMember } from '../row-shape.js'
import type { ExpandedShape, RowField, RowShape } from '../row-shape.js'
import { refuseProperty, refuseQuery } from '../refuse.js'
import { compileFilter, literalOf } from './filter-compiler.js'
import { jsonObject, jsonValue, primaryNameOf, sqlText } from './json-object.js'
import type { JsonMember } from './json-object.js'
import { compileOrder, lookupTargets, orderByClause } from './order.js'
import { propertiesOf, propertyOf, RowSource } from './row-source.js'

export interface CompiledRow {
  /** SQL that makes the row's JSON text. */
  readonly json: string
  readonly shape: RowShape
}

/** The row of `source` as the query selects and expands it. */
export function compileRow(source: RowSource, query: RowQuery, annotated: boolean): CompiledRow {
  const { table } = source
  const fields = selectedFields(table, query.select)
  const expanded = query.expand.map((item) => compileExpand(source, item, annotated))
  const members = [
    etagMember(source),
    ...fields.flatMap((field) => fieldMembers(source, field, annotated)),
  ]
  return {
    json: jsonObject([...members, ...expanded.map(({ member }) => member)]),
    shape: { table, fields, expanded: expanded.map(({ shape }) => shape) },
  }
}

export function etagMember(source: RowSource): JsonMember {
  return {
    name: '@odata.etag',
    sql: `'W/"' || ${source.sql(systemColumn.versionNumber)} || '"'`,
  }
}

/** The selected columns, and always the primary id, as the Web API sends it. */
function selectedFields(table: HostedTable, select: readonly string[] | null): readonly RowField[] {
  const columns: HostedColumn[] = select
    ? select.map((name) => propertyOf(table, name))
    : [...table.columns.values()]
  const id = propertyOf(table, table.primaryId)
  if (!columns.includes(id)) columns.push(id)
  return columns.map((column) => ({ property: propertyName(column), column }))
}

/** A column's value; where annotations are wanted, of a lookup also the table and name it shows. */
export function fieldMembers(
  source: RowSource,
  { property, column }: RowField,
  annotated: boolean,
): readonly JsonMember[] {
  const ref = source.columnRef(column)
  const value = { name: property, sql: jsonValue(ref) }
  if (!annotated || !isLookup(column)) return [value]
  const table =
    column.typeColumn === undefined
      ? sqlText(column.targets[0] ?? '')
      : source.sql(column.typeColumn)
  const name = primaryNameOf(lookupTargets(source.schema, column.targets), ref.sql)
  return [
    value,
    { name: targetMember(property), sql: table },
    { name: nameMember(property), sql: name },
  ]
}

interface CompiledExpand {
  readonly member: JsonMember
  readonly shape: ExpandedShape
}

function compileExpand(source: RowSource, item: ExpandItem, annotated: boolean): CompiledExpand {
  const { property } = item
  const single = source.table.navigation.get(property)
  if (single) return compileSingle(source, item, single, annotated)
  const collection = source.table.collections.get(property)
  if (collection) return compileCollection(source, item, collection, annotated)
  return refuseProperty(property, source.table.logicalName)
}

function compileSingle(
  source: RowSource,
  { property, query }: ExpandItem,
  relationships: readonly HostedRelationship[],
  annotated: boolean,
): CompiledExpand {
  if (query.filter || query.orderBy.length > 0 || query.top) {
    refuseQuery(
      `'${property}' leads to one row: only $select and $expand are supported inside its $expand.`,
    )
  }
  const rows = relationships.map((relationship) => {
    const target = hostedTable(source.schema, relationship.referencedTable)
    const related = new RowSource(source.builder, source.schema, target)
    const row = compileRow(related, narrowed(query, target, relationships, source), annotated)
    const link = `${related.primaryId} = ${source.sql(relationship.referencingColumn)}`
    return { sql: `(SELECT ${row.json} FROM ${related.from} WHERE ${link})`, shape: row.shape }
  })
  const sql = rows.map((row) => row.sql).join(', ')
  return {
    member: {
      name: property,
      sql: `json(${rows.length > 1 ? `COALESCE(${sql})` : sql})`,
      nested: true,
    },
    shape: { property, collection: false, rows: rows.map(({ shape }) => shape) },
  }
}

/** Of a property with several targets, each target gives what it has of the selected columns. */
function narrowed(
  query: RowQuery,
  target: HostedTable,
  relationships: readonly HostedRelationship[],
  { schema }: RowSource,
): RowQuery {
  if (relationships.length === 1 || !query.select) return query
  const known = (name: string) =>
    relationships.some(({ referencedTable }) =>
      propertiesOf(hostedTable(schema, referencedTable)).has(name),
    )
  const unknown = query.select.find((name) => !known(name))
  if (unknown !== undefined) refuseProperty(unknown, 'principal')
  return { ...query, select: query.select.filter((name) => propertiesOf(target).has(name)) }
}

function compileCollection(
  source: RowSource,
  { property, query }: ExpandItem,
  relationship: HostedRelationship,
  annotated: boolean,
): CompiledExpand {
  const table = hostedTable(source.schema, relationship.referencingTable)
  const related = new RowSource(source.builder, source.schema, table)
  const row = compileRow(related, query, annotated)
  const conditions = [`${related.sql(relationship.referencingColumn)} = ${source.primaryId}`]
  if (query.filter) conditions.push(compileFilter(query.filter, related))
  const order = orderByClause(compileOrder(query.orderBy, related))
  const top = query.top
  const limit = top
    ? ` LIMIT ${source.builder.bind((context) => topOf(literalOf(context, top).value))}`
    : ''
  const rows =
    `SELECT ${row.json} AS j FROM ${related.from} ` +
    `WHERE ${conditions.join(' AND ')} ORDER BY ${order}${limit}`
  return {
    member: {
      name: property,
      sql: `json((SELECT json_group_array(json(j)) FROM (${rows})))`,
      nested: true,
    },
    shape: { property, collection: true, rows: [row.shape] },
  }
}

/** The number of `$top`; refuses anything but a whole number that is not negative (400). */
export function topOf(value: unknown): number {
  const top = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value
  if (typeof top === 'number' && Number.isInteger(top) && top >= 0) return top
  return refuseQuery(`Invalid value '${String(value)}' for $top: expected a whole number.`)
}
