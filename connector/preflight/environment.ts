import type { TableDefinition } from '../dataverse/index.js'

/** What an environment says of everything that a solution would bring. */
export interface Environment {
  /** By logical name; null for a table that is not there. */
  readonly tables: ReadonlyMap<string, EnvironmentTable | null>
  /** Global choices by name; null for one that is not there. */
  readonly choices: ReadonlyMap<string, EnvironmentChoice | null>
  /** Those that could clash. Null: the environment does not tell (a local host has none). */
  readonly publishers: readonly EnvironmentPublisher[] | null
  /** The solution itself where it was imported before. Null: the environment does not tell. */
  readonly solutions: readonly EnvironmentSolution[] | null
  /** Unique names of apps that the solution has too. Null: the environment does not tell. */
  readonly apps: readonly string[] | null
}

export interface EnvironmentTable {
  readonly definition: TableDefinition
  /** `UserOwned`, `OrganizationOwned` ... */
  readonly ownership: string
  readonly keys: readonly EnvironmentKey[]
  /** Names of the global choices that columns use, by the column's logical name. */
  readonly choiceNames: ReadonlyMap<string, string>
}

export interface EnvironmentKey {
  readonly logicalName: string
  /** Logical names. */
  readonly columns: readonly string[]
}

export interface EnvironmentChoice {
  readonly options: readonly { readonly value: number; readonly label: string }[]
}

export interface EnvironmentPublisher {
  readonly uniqueName: string
  readonly prefix: string
  readonly optionValuePrefix: number
}

export interface EnvironmentSolution {
  readonly uniqueName: string
  readonly version: string
  readonly isManaged: boolean
  /** Unique name of its publisher. */
  readonly publisher: string
}
