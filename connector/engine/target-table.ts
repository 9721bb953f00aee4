/** What a column of a target table holds, as far as sync items can write it. */
export type TargetColumnKind =
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
  /** A kind that is not known here, or that the platform fills: calculated ... */
  | 'unsupported'

export interface LookupTarget {
  /** Logical name of the table pointed at. */
  readonly table: string
  readonly entitySetName: string
  /** The single-valued navigation property to bind, for example `parentcustomerid_account`. */
  readonly navigationProperty: string
}

/** A column of a target table, from the environment's metadata. */
export interface TargetColumn {
  readonly logicalName: string
  readonly label: string
  readonly kind: TargetColumnKind
  readonly maxLength?: number
  readonly minValue?: number
  readonly maxValue?: number
  /** Digits after the decimal point. */
  readonly precision?: number
  readonly options?: readonly { readonly value: number; readonly label: string }[]
  readonly targets?: readonly LookupTarget[]
  /** False for a column that the platform alone fills. */
  readonly validForCreate: boolean
  readonly validForUpdate: boolean
}

/** A target table, from the environment's metadata. */
export interface TargetTable {
  readonly logicalName: string
  readonly entitySetName: string
  readonly label: string
  /** Logical name of the primary id column. */
  readonly primaryId: string
  readonly columns: ReadonlyMap<string, TargetColumn>
}
