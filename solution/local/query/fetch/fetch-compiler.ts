import type { HostedColumn, HostedSchema, HostedTable } from '../../schema/index.js'
import { propertyName } from '../../schema/index.js'
import { quoted } from '../../store/index.js'
import type { Literal } from '../literal.js'
import { refuseProperty, refuseQuery } from '../refuse.js'
import type { RowField, RowShape } from '../row-shape.js'
import { jsonObject } from '../sql/json-object.js'
import type { JsonMember } from '../sql/json-object.js'
import { compileOrder, orderByClause } from '../sql/order.js'
import type { SortKey } from '../sql/order.js'
import { etagMember, fieldMembers } from '../sql/row-compiler.js'
import { RowSource } from '../sql/row-source.js'
import { StatementBuilder } from '../sql/statement-builder.js'
import type { CompiledStatement } from '../sql/statement-builder.js'
import { compileCondition } from './fetch-conditions.js'
import type { FetchEntity, FetchFilter, FetchLink, FetchQuery } from './fetch-query.js'

export interface CompiledFetch {
  /** Takes `limit` and `offset`. */
  readonly rows: CompiledStatement
  readonly count: CompiledStatement
  readonly shape: RowShape
  readonly literals: readonly Literal[]
}

/** Compiles a FetchXML query for the table whose set the request names. */
export function compileFetch(
  schema: HostedSchema,
  table: HostedTable,
  query: FetchQuery,
  annotated: boolean,
): CompiledFetch {
  if (query.entity.name !== table.logicalName) {
    refuseQuery(
      `The entity '${query.entity.name}' of fetchXml is not that of the set ${table.entitySetName}.`,
    )
  }
  const compiler = new FetchCompiler(schema, table, annotated, query.distinct)
  return compiler.compile(query)
}

class FetchCompiler {
  private readonly literals: Literal[] = []
  private readonly builder = new StatementBuilder()
  private readonly joins: string[] = []
  private readonly root: RowSource
  private readonly sources = new Map<string, RowSource>()
  private readonly fields: RowField[] = []
  private readonly members: JsonMember[] = []
  private readonly keys: SortKey[] = []

  constructor(
    private readonly schema: HostedSchema,
    table: HostedTable,
    private readonly annotated: boolean,
    /** Distinct rows are not rows of the table: they have neither id nor etag of their own. */
    private readonly distinct: boolean,
  ) {
    this.root = new RowSource(this.builder, schema, table, this.joins)
    if (!distinct) this.members.push(etagMember(this.root))
  }

  compile({ entity }: FetchQuery): CompiledFetch {
    this.select(this.root, entity, null)
    for (const link of entity.links) this.link(this.root, link)
    const conditions = entity.filters.map((filter) => this.filter(this.root, filter))
    this.order(this.root, entity)
    const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''
    const from = `FROM ${this.root.from}${where}`
    const last = this.distinct ? '1' : this.root.primaryId
    const keys = [...this.keys, { sql: last, descending: false }]
    const limit = this.builder.bindGiven('limit')
    const offset = this.builder.bindGiven('offset')
    const rows =
      `SELECT ${this.distinct ? 'DISTINCT ' : ''}${jsonObject(this.members)} ${from} ` +
      `ORDER BY ${orderByClause(keys)} LIMIT ${limit} OFFSET ${offset}`
    const count = `SELECT count(*) FROM (SELECT 1 ${from} LIMIT ${this.builder.bindGiven('countLimit')})`
    return {
      rows: this.builder.finish(rows),
      count: this.builder.finish(count),
      shape: { table: this.root.table, fields: this.fields, expanded: [] },
      literals: this.literals,
    }
  }

  /** Columns of a link are named after it: `parent.name`. */
  private select(source: RowSource, entity: FetchEntity, alias: string | null): void {
    const { table } = source
    const chosen =
      entity.attributes?.map((one) => ({
        column: columnOf(table, one.name),
        name: one.alias,
      })) ?? [...table.columns.values()].map((column) => ({ column, name: null }))
    const id = columnOf(table, table.primaryId)
    if (alias === null && !this.distinct && !chosen.some(({ column }) => column === id)) {
      chosen.push({ column: id, name: null })
    }
    for (const { column, name } of chosen) {
      const property =
        name ?? (alias === null ? propertyName(column) : `${alias}.${column.logicalName}`)
      const field = { property, column }
      this.fields.push(field)
      this.members.push(...fieldMembers(source, field, this.annotated))
    }
  }

  private link(from: RowSource, link: FetchLink): void {
    const table = this.schema.tables.get(link.name)
    if (!table) refuseQuery(`The entity '${link.name}' of a link in fetchXml is not hosted.`)
    const source = new RowSource(this.builder, this.schema, table, this.joins)
    const alias = link.alias ?? `${link.name}${this.sources.size + 1}`
    if (this.sources.has(alias)) refuseQuery(`Two links of fetchXml have the alias '${alias}'.`)
    this.sources.set(alias, source)

    const to = from.sql(columnOf(from.table, link.to).logicalName)
    const condition = `${source.sql(columnOf(table, link.from).logicalName)} = ${to}`
    // Conditions of an outer link keep rows from being joined, not from being read.
    const conditions = [condition, ...link.filters.map((filter) => this.filter(source, filter))]
    this.joins.push(
      `${link.outer ? 'LEFT JOIN' : 'JOIN'} ${quoted(table.logicalName)} AS ${source.alias} ` +
        `ON ${conditions.join(' AND ')}`,
    )
    this.select(source, link, alias)
    this.order(source, link)
    for (const inner of link.links) this.link(source, inner)
  }

  private filter(source: RowSource, { type, conditions, filters }: FetchFilter): string {
    const terms = [
      ...conditions.map((condition) => {
        const { entityName, attribute } = condition
        const owner = entityName === null ? source : this.sources.get(entityName)
        if (!owner) refuseQuery(`fetchXml has no link with the alias '${String(entityName)}'.`)
        const target = owner.columnRef(columnOf(owner.table, attribute))
        return compileCondition({
          condition,
          target,
          builder: this.builder,
          literals: this.literals,
        })
      }),
      ...filters.map((inner) => this.filter(source, inner)),
    ]
    return terms.length === 0 ? 'TRUE' : `(${terms.join(type === 'and' ? ' AND ' : ' OR ')})`
  }

  private order(source: RowSource, { orders }: FetchEntity): void {
    for (const { attribute, descending } of orders) {
      const name = propertyName(columnOf(source.table, attribute))
      const path = { kind: 'path', names: [name] } as const
      const [key] = compileOrder([{ path, descending }], source)
      if (key) this.keys.push(key)
    }
  }
}

function columnOf(table: HostedTable, name: string): HostedColumn {
  return table.columns.get(name) ?? refuseProperty(name, table.logicalName)
}
