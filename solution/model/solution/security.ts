/** How far a privilege reaches: own rows, the business unit's, it and those below, all. */
export type PrivilegeLevel = 'Basic' | 'Local' | 'Deep' | 'Global'

export type PrivilegeVerb =
  'Create' | 'Read' | 'Write' | 'Delete' | 'Append' | 'AppendTo' | 'Assign' | 'Share'

export interface Role {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly privileges: readonly Privilege[]
  readonly settings?: Readonly<Record<string, string>>
}

export interface Privilege {
  /** `prv` + verb + table schema name, or a privilege of the platform that has no table. */
  readonly name: string
  readonly level: PrivilegeLevel
}

/** Who may read, create and change secured columns (fieldsecurityprofile). */
export interface ColumnSecurityProfile {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly permissions: readonly ColumnPermission[]
}

export interface ColumnPermission {
  readonly id: string
  /** Logical names. */
  readonly table: string
  readonly column: string
  readonly read: boolean
  readonly create: boolean
  readonly update: boolean
}
