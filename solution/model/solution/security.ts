import type { Settings } from './settings.js'

/** How far a privilege reaches: own rows, the business unit's, it and those below, all. */
export type PrivilegeLevel = 'Basic' | 'Local' | 'Deep' | 'Global'

export type PrivilegeVerb =
  'Create' | 'Read' | 'Write' | 'Delete' | 'Append' | 'AppendTo' | 'Assign' | 'Share'

export interface Role {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly privileges: readonly Privilege[]
  /** Elements of `Role` that deviate from the standard of component-settings.ts. */
  readonly settings?: Settings
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

/** What the platform writes of it has no id: one permission a column and profile. */
export interface ColumnPermission {
  /** Logical names. */
  readonly table: string
  readonly column: string
  readonly read: boolean
  readonly create: boolean
  readonly update: boolean
  /** Further elements of `FieldPermission`. */
  readonly settings?: Settings
}
