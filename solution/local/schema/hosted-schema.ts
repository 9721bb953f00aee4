import type { AlternateKey, GlobalChoice, Table } from '../../model/index.js'
import { hostDeclaredColumn, isLookup } from './hosted-column.js'
import type { HostedColumn } from './hosted-column.js'
import { relationshipsOf } from './relationship.js'
import type { HostedRelationship } from './relationship.js'
import { systemColumn, systemColumnsOf } from './system-columns.js'

/** A table as the local Web API hosts it, with the platform's columns and every relationship. */
export interface HostedTable {
  readonly schemaName: string
  readonly logicalName: string
  readonly entitySetName: string
  readonly primaryId: string
  readonly primaryIdSchemaName: string
  readonly primaryName: string
  readonly label: string
  readonly pluralLabel: string
  readonly description: string
  readonly ownership: 'user' | 'organization'
  readonly custom: boolean
  /** By logical name: declared columns first, then the platform's. */
  readonly columns: ReadonlyMap<string, HostedColumn>
  readonly keys: readonly AlternateKey[]
  /** Lookups of this table, one for each target. */
  readonly manyToOne: readonly HostedRelationship[]
  /** Lookups of any table that point at this one. */
  readonly oneToMany: readonly HostedRelationship[]
  /** Single-valued navigation properties by name; several where one property has several targets. */
  readonly navigation: ReadonlyMap<string, readonly HostedRelationship[]>
  /** Collection-valued navigation properties by name. */
  readonly collections: ReadonlyMap<string, HostedRelationship>
}

export interface HostedSchema {
  /** By logical name, in the order declared. */
  readonly tables: ReadonlyMap<string, HostedTable>
  readonly byEntitySetName: ReadonlyMap<string, HostedTable>
  /** Global choices, also those that no column uses. */
  readonly choices: ReadonlyMap<string, GlobalChoice>
}

export function hostedSchema(
  declared: readonly Table[],
  choices: readonly GlobalChoice[] = [],
): HostedSchema {
  const byName = new Map(declared.map((table) => [table.logicalName, table]))
  if (byName.size < declared.length) throw new Error('Two declared tables have one logical name.')
  const columns = new Map(declared.map((table) => [table.logicalName, columnsOf(table)]))
  const relationships = declared.flatMap((table) =>
    [...(columns.get(table.logicalName)?.values() ?? [])]
      .filter(isLookup)
      .flatMap((column) => relationshipsOf(table, column, byName)),
  )
  const tables = new Map(
    declared.map((table) => [
      table.logicalName,
      hostTable(table, columns.get(table.logicalName) ?? new Map(), relationships),
    ]),
  )
  return {
    tables,
    byEntitySetName: new Map([...tables.values()].map((table) => [table.entitySetName, table])),
    choices: choicesOf(declared, choices),
  }
}

function choicesOf(
  tables: readonly Table[],
  further: readonly GlobalChoice[],
): ReadonlyMap<string, GlobalChoice> {
  const used = tables
    .flatMap((table) => Object.values(table.columns))
    .flatMap(({ globalChoice }) => globalChoice ?? [])
  return new Map([...used, ...further].map((choice) => [choice.name, choice]))
}

/** The hosted table of this logical name; throws where the schema has none. */
export function hostedTable(schema: HostedSchema, logicalName: string): HostedTable {
  const table = schema.tables.get(logicalName)
  if (!table) throw new Error(`The local schema hosts no table ${logicalName}.`)
  return table
}

/** The status reason that a row of this state has unless it says another: the first declared. */
export function defaultStatus(table: HostedTable, state: number): number | null {
  const statuses = table.columns.get(systemColumn.status)?.options?.values() ?? []
  return [...statuses].find((one) => one.state === state)?.value ?? null
}

function columnsOf(table: Table): ReadonlyMap<string, HostedColumn> {
  const columns = new Map<string, HostedColumn>()
  for (const declared of Object.values(table.columns)) {
    columns.set(declared.logicalName, hostDeclaredColumn(declared, isCustom(declared)))
  }
  for (const column of systemColumnsOf(table)) {
    if (!columns.has(column.logicalName)) columns.set(column.logicalName, column)
  }
  return columns
}

/** Names of solutions start with their publisher's prefix; `Address1_City` is the platform's. */
function isCustom({ schemaName }: { readonly schemaName: string }): boolean {
  return /^[a-z][a-z0-9]{1,7}_/.test(schemaName)
}

function hostTable(
  table: Table,
  columns: ReadonlyMap<string, HostedColumn>,
  relationships: readonly HostedRelationship[],
): HostedTable {
  const name = table.logicalName
  const manyToOne = relationships.filter((one) => one.referencingTable === name)
  const oneToMany = relationships.filter((one) => one.referencedTable === name)
  return {
    schemaName: table.schemaName,
    logicalName: name,
    entitySetName: table.entitySetName,
    primaryId: table.primaryId,
    primaryIdSchemaName: table.primaryIdSchemaName,
    primaryName: table.primaryName,
    label: table.label,
    pluralLabel: table.pluralLabel,
    description: table.description,
    ownership: table.ownership,
    custom: table.origin !== 'platform',
    columns,
    keys: table.keys,
    manyToOne,
    oneToMany,
    navigation: byNavigationProperty(manyToOne),
    collections: new Map(oneToMany.map((one) => [one.collectionNavigationProperty, one])),
  }
}

function byNavigationProperty(
  relationships: readonly HostedRelationship[],
): ReadonlyMap<string, readonly HostedRelationship[]> {
  const groups = new Map<string, HostedRelationship[]>()
  for (const one of relationships) {
    const group = groups.get(one.navigationProperty)
    if (group) group.push(one)
    else groups.set(one.navigationProperty, [one])
  }
  return groups
}
