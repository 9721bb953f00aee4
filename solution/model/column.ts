import type { Deviations } from './deviations.js'
import type { ChoiceParts, GlobalChoice, Options } from './option.js'

/** A row of another table, by id (a GUID in lower case without braces). */
export interface Reference<Target extends string = string> {
  readonly table: Target
  readonly id: string
}

export type ColumnKind =
  | 'text'
  | 'memo'
  | 'integer'
  | 'bigInteger'
  | 'decimal'
  | 'float'
  | 'money'
  | 'yesNo'
  | 'choice'
  /** Any number of options of one choice (multi-select). */
  | 'choices'
  | 'dateTime'
  | 'date'
  | 'lookup'
  | 'uniqueIdentifier'
  | 'file'
  | 'image'

declare const valueType: unique symbol

/** One column. `Value` is the type a row holds in it; it exists only at compile time. */
export interface Column<Value = unknown> extends Deviations {
  readonly [valueType]?: Value
  readonly kind: ColumnKind
  readonly schemaName: string
  /** The name in rows, filters and metadata: the schema name in lower case. */
  readonly logicalName: string
  readonly label: string
  readonly description: string
  readonly required: boolean
  /** True for a column that the published module does not have and we add. */
  readonly additive: boolean
  /** True when column security keeps the column out of reach of users without a profile. */
  readonly secured: boolean
  readonly primaryName: boolean
  /** Longest text in characters (UTF-16 code units, as Dataverse counts them). */
  readonly maxLength?: number
  readonly minValue?: number
  readonly maxValue?: number
  /** Digits after the decimal point. */
  readonly precision?: number
  /** The pattern by which the platform fills an empty primary name, for example `JOB-{SEQNUM:6}`. */
  readonly autoNumberFormat?: string
  readonly options?: Options
  /** The global choice the column uses; absent for a choice of the column's own. */
  readonly globalChoice?: GlobalChoice
  /** Logical names of the tables a lookup may point at. */
  readonly targets?: readonly string[]
  /** The platform's format of a text, number or date, where it is not the kind's usual one. */
  readonly format?: string
  /** The option an empty choice starts with. */
  readonly defaultValue?: number
  /** Relationships of a lookup or file, where they are not named and set as ours are. */
  readonly relationships?: readonly LookupRelationship[]
  /** The column's own choice, where it is not named and described as usual. */
  readonly choiceParts?: ChoiceParts
  /** The picture of an image column: whether lists show it for the row, and is kept in full size. */
  readonly image?: { readonly primary: boolean; readonly fullSize: boolean }
}

/**
 * The relationship behind one target of a lookup. Its settings name elements of its two roles
 * `role1.X` (the lookup's side) and `role0.X` (the side of the table pointed at).
 */
export interface LookupRelationship extends Deviations {
  readonly schemaName: string
  /** Logical name of the table pointed at. */
  readonly target: string
}
