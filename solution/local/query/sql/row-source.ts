import { hostedTable, propertyName } from '../../schema/index.js'
import type {
  HostedColumn,
  HostedRelationship,
  HostedSchema,
  HostedTable,
} from '../../schema/index.js'
import { quoted } from '../../store/sql-names.js'
import type { PropertyPath } from '../expression.js'
import { refuseProperty } from '../refuse.js'
import type { StatementBuilder } from './statement-builder.js'

/** A column with the SQL that reads it. */
export interface ColumnRef {
  readonly column: HostedColumn
  readonly table: HostedTable
  readonly sql: string
}

/** One table in a FROM clause and the tables joined to it as paths ask for them. */
export class RowSource {
  readonly alias: string
  private readonly joined = new Map<string, RowSource>()
  private readonly joins: string[]

  constructor(
    readonly builder: StatementBuilder,
    readonly schema: HostedSchema,
    readonly table: HostedTable,
    joins: string[] = [],
  ) {
    this.alias = builder.newAlias()
    this.joins = joins
  }

  /** The table and its joins; complete only once everything else of the statement is compiled. */
  get from(): string {
    return [`${quoted(this.table.logicalName)} AS ${this.alias}`, ...this.joins].join(' ')
  }

  sql(logicalName: string): string {
    return `${this.alias}.${quoted(logicalName)}`
  }

  get primaryId(): string {
    return this.sql(this.table.primaryId)
  }

  columnRef(column: HostedColumn): ColumnRef {
    return { column, table: this.table, sql: this.sql(column.logicalName) }
  }

  /** The column at the end of a path, joining the tables on the way; 400 where there is none. */
  resolve({ names }: PropertyPath, find: typeof propertyOf = propertyOf): ColumnRef {
    const [first = '', ...rest] = names
    if (rest.length === 0) return this.columnRef(find(this.table, first))
    const found = this.relationshipsNamed(first)
    const relationship = found.find((one) => this.leadsOn(one, rest[0] ?? '')) ?? found[0]
    if (!relationship) return refuseProperty(first, this.table.logicalName)
    if (rest.length === 1 && rest[0] === relationship.referencedColumn) {
      return this.columnRef(propertyOfLookup(this.table, relationship))
    }
    return this.join(relationship).resolve({ kind: 'path', names: rest }, find)
  }

  /** The source at the end of a path of single-valued navigation properties. */
  follow(names: readonly string[]): RowSource {
    const [first, ...rest] = names
    if (first === undefined) return this
    const [relationship] = this.relationshipsNamed(first)
    if (!relationship) return refuseProperty(first, this.table.logicalName)
    return this.join(relationship).follow(rest)
  }

  /** Lookups of rows are empty more often than not, so rows without one stay (LEFT JOIN). */
  join(relationship: HostedRelationship): RowSource {
    const known = this.joined.get(relationship.schemaName)
    if (known) return known
    const target = hostedTable(this.schema, relationship.referencedTable)
    const source = new RowSource(this.builder, this.schema, target, this.joins)
    this.joins.push(
      `LEFT JOIN ${quoted(target.logicalName)} AS ${source.alias} ` +
        `ON ${source.primaryId} = ${this.sql(relationship.referencingColumn)}`,
    )
    this.joined.set(relationship.schemaName, source)
    return source
  }

  private relationshipsNamed(property: string): readonly HostedRelationship[] {
    return this.table.navigation.get(property) ?? []
  }

  private leadsOn(relationship: HostedRelationship, property: string): boolean {
    const target = hostedTable(this.schema, relationship.referencedTable)
    return propertiesOf(target).has(property) || target.navigation.has(property)
  }
}

const knownProperties = new WeakMap<HostedTable, ReadonlyMap<string, HostedColumn>>()

/** Columns by the names they have in rows: `fullname`, `_parentcustomerid_value`. */
export function propertiesOf(table: HostedTable): ReadonlyMap<string, HostedColumn> {
  const known = knownProperties.get(table)
  if (known) return known
  const properties = new Map(
    [...table.columns.values()].map((column) => [propertyName(column), column]),
  )
  knownProperties.set(table, properties)
  return properties
}

export function propertyOf(table: HostedTable, name: string): HostedColumn {
  return propertiesOf(table).get(name) ?? refuseProperty(name, table.logicalName)
}

/** Query functions take the logical name of a lookup as well as its name in rows. */
export function propertyOrColumn(table: HostedTable, name: string): HostedColumn {
  return table.columns.get(name) ?? propertyOf(table, name)
}

export function propertyOfLookup(
  table: HostedTable,
  { referencingColumn }: HostedRelationship,
): HostedColumn {
  const column = table.columns.get(referencingColumn)
  if (!column) throw new Error(`Table ${table.logicalName} has no column ${referencingColumn}.`)
  return column
}
