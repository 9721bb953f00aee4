import type { Column } from './column.js'

/** An alternate key: the logical names of its columns are unique together. */
export interface AlternateKey {
  readonly schemaName: string
  readonly label: string
  readonly columns: readonly string[]
}

export type Columns = Readonly<Record<string, Column>>

export interface TableDeclaration<C extends Columns, SchemaName extends string = string> {
  readonly schemaName: SchemaName
  readonly label: string
  readonly pluralLabel: string
  readonly description?: string
  readonly columns: C
  /** Names of `columns`, a list per key. */
  readonly keys?: Readonly<Record<string, readonly (keyof C & string)[]>>
  /** Only for tables of the platform, whose set name follows no rule. */
  readonly entitySetName?: string
  /** Only for tables of the platform, whose id is not named after the table. */
  readonly primaryIdSchemaName?: string
  readonly ownership?: 'user' | 'organization'
  /** `ours`: brought by our solution. `core`: by the Core solution. `platform`: there in every Dataverse. */
  readonly origin?: 'ours' | 'core' | 'platform'
  /** Whether the published module brings the table (default: no). */
  readonly published?: boolean
}

export interface Table<C extends Columns = Columns, LogicalName extends string = string> {
  readonly schemaName: string
  readonly logicalName: LogicalName
  readonly entitySetName: string
  readonly label: string
  readonly pluralLabel: string
  readonly description: string
  readonly primaryIdSchemaName: string
  /** Logical name of the primary id column. */
  readonly primaryId: string
  /** Logical name of the primary name column. */
  readonly primaryName: string
  readonly ownership: 'user' | 'organization'
  readonly origin: 'ours' | 'core' | 'platform'
  /** True for a table that the published module brings; false for one that we add. */
  readonly published: boolean
  readonly columns: C
  readonly keys: readonly AlternateKey[]
}

type ValueOf<C> = C extends Column<infer Value> ? Value : never

/** The row a table holds, read from its declaration: column values by our property names. */
export type RowOf<T extends Table> = {
  readonly [Name in keyof T['columns']]: ValueOf<T['columns'][Name]>
}

/**
 * Declares a table once. Names in rows, URLs and metadata all derive from it: the logical name is
 * the schema name in lower case, the set name its plural by the platform's rule.
 */
export function defineTable<const SchemaName extends string, const C extends Columns>(
  declaration: TableDeclaration<C, SchemaName>,
): Table<C, Lowercase<SchemaName>> {
  const logicalName = declaration.schemaName.toLowerCase() as Lowercase<SchemaName>
  const nameColumn = Object.values(declaration.columns).find((column) => column.primaryName)
  if (!nameColumn) throw new Error(`Table ${declaration.schemaName} declares no primary name.`)
  const primaryIdSchemaName = declaration.primaryIdSchemaName ?? `${declaration.schemaName}Id`
  return Object.freeze({
    schemaName: declaration.schemaName,
    logicalName,
    entitySetName: declaration.entitySetName ?? plural(logicalName),
    label: declaration.label,
    pluralLabel: declaration.pluralLabel,
    description: declaration.description ?? '',
    primaryIdSchemaName,
    primaryId: primaryIdSchemaName.toLowerCase(),
    primaryName: nameColumn.logicalName,
    ownership: declaration.ownership ?? 'user',
    origin: declaration.origin ?? 'ours',
    published: declaration.published ?? false,
    columns: declaration.columns,
    keys: Object.entries(declaration.keys ?? {}).map(([name, columns]) => ({
      schemaName: `${declaration.schemaName}_${name}`,
      label: name,
      columns: columns.map((column) => logicalNameOf(declaration, column)),
    })),
  })
}

function logicalNameOf<C extends Columns>(declaration: TableDeclaration<C>, name: string): string {
  const column = declaration.columns[name]
  if (!column) throw new Error(`Table ${declaration.schemaName} has no column ${name} for its key.`)
  return column.logicalName
}

/** The platform's plural of a logical name: `country` -> `countries`, `address` -> `addresses`. */
function plural(name: string): string {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`
  return /(s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`
}
