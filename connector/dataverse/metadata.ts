/** What a column holds, as far as rows can be written by the Web API's plain JSON. */
export type MetadataColumnKind =
  | 'text'
  | 'memo'
  | 'integer'
  | 'bigInteger'
  | 'decimal'
  | 'float'
  | 'money'
  | 'yesNo'
  | 'choice'
  | 'choices'
  | 'dateTime'
  | 'date'
  | 'lookup'
  | 'uniqueIdentifier'
  | 'file'
  | 'image'
  | 'unsupported'

export interface LookupTargetDefinition {
  /** Logical name of the table pointed at. */
  readonly table: string
  readonly entitySetName: string
  /** The navigation property to bind, for example `parentcustomerid_account`. */
  readonly navigationProperty: string
}

export interface ColumnDefinition {
  readonly logicalName: string
  readonly label: string
  readonly kind: MetadataColumnKind
  readonly maxLength?: number
  readonly minValue?: number
  readonly maxValue?: number
  /** Digits after the decimal point. */
  readonly precision?: number
  /** Of choices and of yes/no columns (values 1 and 0). */
  readonly options?: readonly { readonly value: number; readonly label: string }[]
  readonly targets?: readonly LookupTargetDefinition[]
  readonly validForCreate: boolean
  readonly validForUpdate: boolean
}

/** A table as the environment describes it. */
export interface TableDefinition {
  readonly logicalName: string
  readonly entitySetName: string
  readonly label: string
  /** Logical name of the primary id column. */
  readonly primaryId: string
  /** Logical name of the primary name column; null for a table without one. */
  readonly primaryName: string | null
  readonly columns: ReadonlyMap<string, ColumnDefinition>
}
