import type { Column } from './column.js'
import type { Deviations } from './deviations.js'
import type { ChoiceParts, Option } from './option.js'

/** An alternate key: the logical names of its columns are unique together. */
export interface AlternateKey extends Deviations {
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
  readonly icon?: string
  readonly quickCreate?: boolean
  readonly settings?: Readonly<Record<string, string>>
  readonly statusReasons?: readonly StatusReason[]
}

/** A value of the status reason column. */
export interface StatusReason extends Option {
  /** The state it belongs to: 0 active, 1 inactive. */
  readonly state: number
}

/** What a table has that declares no status reasons of its own. */
export const standardStatusReasons: readonly StatusReason[] = [
  { value: 1, label: 'Active', state: 0 },
  { value: 2, label: 'Inactive', state: 1 },
]

/** A value of the state column. */
export interface State extends Option {
  /** The name that code knows it by, in every language. */
  readonly invariantName: string
  /** The status reason that a row gets with the state. */
  readonly defaultStatus: number
}

/** How a column that the platform adds to a table differs from the usual one. */
export interface SystemColumnParts extends Deviations {
  readonly label?: string
  readonly description?: string
  /** Of the state and the status reason. */
  readonly choiceParts?: ChoiceParts
  /** Of the relationship behind it; 'absent': there is none. */
  readonly relationship?: Deviations | 'absent'
}

export interface Table<
  C extends Columns = Columns,
  LogicalName extends string = string,
> extends Deviations {
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
  /** Name of the web resource that is the table's icon. */
  readonly icon?: string
  /** Whether rows can be made in a Quick Create form. */
  readonly quickCreate: boolean
  /** The platform's elements of the table whose text differs from what ours have. */
  readonly settings: Readonly<Record<string, string>>
  readonly statusReasons: readonly StatusReason[]
  /** Absent: active (0) and inactive (1). */
  readonly states?: readonly State[]
  /** By logical name, the platform's columns that are not as usual; 'absent': not there. */
  readonly systemColumns?: Readonly<Record<string, SystemColumnParts | 'absent'>>
  /**
   * True for a table read from a solution that lists only some of its parts: another solution has
   * the rest. `columns` are those listed, `settings` every element; names not listed are guesses.
   */
  readonly listed?: true
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
    entitySetName: declaration.entitySetName ?? entitySetNameOf(logicalName),
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
    ...(declaration.icon === undefined ? {} : { icon: declaration.icon }),
    quickCreate: declaration.quickCreate ?? false,
    settings: declaration.settings ?? {},
    statusReasons: declaration.statusReasons ?? standardStatusReasons,
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
export function entitySetNameOf(name: string): string {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`
  return /(s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`
}
