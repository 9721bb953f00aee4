import type { Column, ColumnKind, GlobalChoice, LookupRelationship } from '../../model/index.js'

/** Kinds a declaration cannot name, because only the platform makes such columns. */
export type HostedColumnKind = ColumnKind | 'owner' | 'state' | 'status'

/** One option of a choice, of a row's state or of its status reason. */
export interface HostedOption {
  readonly value: number
  readonly label: string
  /** Only for status reasons: the state the reason belongs to. */
  readonly state?: number
}

/** A column as the local Web API hosts it: declared, or one that the platform adds to every table. */
export interface HostedColumn {
  readonly logicalName: string
  readonly schemaName: string
  readonly label: string
  readonly description: string
  readonly kind: HostedColumnKind
  readonly requiredLevel: 'None' | 'ApplicationRequired' | 'SystemRequired'
  /** True for a column of a solution, false for one that the platform brings. */
  readonly custom: boolean
  readonly secured: boolean
  readonly validForCreate: boolean
  readonly validForUpdate: boolean
  readonly primaryId: boolean
  readonly primaryName: boolean
  /** UTF-16 code units, for text and memo. */
  readonly maxLength?: number
  readonly minValue?: number
  readonly maxValue?: number
  readonly precision?: number
  readonly autoNumberFormat?: string
  /** By stored value, in the order declared; for choices, states and status reasons. */
  readonly options?: ReadonlyMap<number, HostedOption>
  readonly globalChoice?: GlobalChoice
  /** Logical names of the tables a lookup or owner may point at; empty for other kinds. */
  readonly targets: readonly string[]
  /** How the lookup's relationships are named, where they are not named as ours are. */
  readonly relationships?: readonly LookupRelationship[]
  /** The SQLite column with the target's logical name, where there are several targets. */
  readonly typeColumn?: string
  /**
   * The SQL expression of a column that SQLite derives from others (Dataverse keeps them in step
   * itself): it is read like any other column and never written.
   */
  readonly generatedAs?: string
}

/** Lookups and owners are read as `_name_value` and written through a navigation property. */
export function isLookup(column: HostedColumn): boolean {
  return column.kind === 'lookup' || column.kind === 'owner'
}

/** The name under which a row shows the column. */
export function propertyName(column: HostedColumn): string {
  return isLookup(column) ? `_${column.logicalName}_value` : column.logicalName
}

export function hostDeclaredColumn(column: Column, custom: boolean): HostedColumn {
  const targets = column.targets ?? []
  return {
    logicalName: column.logicalName,
    schemaName: column.schemaName,
    label: column.label,
    description: column.description,
    kind: column.kind,
    requiredLevel: column.required ? 'ApplicationRequired' : 'None',
    custom,
    secured: column.secured,
    validForCreate: true,
    validForUpdate: true,
    primaryId: false,
    primaryName: column.primaryName,
    targets,
    ...(targets.length > 1 ? { typeColumn: typeColumnOf(column.logicalName) } : {}),
    ...(column.maxLength === undefined ? {} : { maxLength: column.maxLength }),
    ...(column.minValue === undefined ? {} : { minValue: column.minValue }),
    ...(column.maxValue === undefined ? {} : { maxValue: column.maxValue }),
    ...(column.precision === undefined ? {} : { precision: column.precision }),
    ...(column.autoNumberFormat === undefined ? {} : { autoNumberFormat: column.autoNumberFormat }),
    ...(column.options === undefined ? {} : { options: byValue(Object.values(column.options)) }),
    ...(column.relationships === undefined ? {} : { relationships: column.relationships }),
    ...(column.globalChoice === undefined ? {} : { globalChoice: column.globalChoice }),
  }
}

export function typeColumnOf(logicalName: string): string {
  return `${logicalName}$type`
}

export function byValue(options: readonly HostedOption[]): ReadonlyMap<number, HostedOption> {
  return new Map(options.map((option) => [option.value, option]))
}
