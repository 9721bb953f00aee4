import type { ControlBinding } from '../../model/solution/control-binding.js'
import type { Form } from '../../model/solution/form.js'

/** What the local app draws its pages from, as the host serves it. */
export interface AppDefinition {
  readonly apps: readonly AppPart[]
  /** Tables that are hosted, by logical name. */
  readonly tables: Readonly<Record<string, TablePart>>
  /** By id. */
  readonly dashboards: Readonly<Record<string, DashboardPart>>
  /** SVG pictures as `data:` addresses, by the name of their web resource. */
  readonly icons: Readonly<Record<string, string>>
  /** Controls that the page can run, by their name in the solution; a binding to another one is ignored. */
  readonly controls: Readonly<Record<string, ControlPart>>
}

export interface ControlPart {
  /** Address of its files, ending in `/`. */
  readonly folder: string
}

export interface AppPart {
  readonly uniqueName: string
  readonly name: string
  readonly icon?: string
  readonly areas: readonly AreaPart[]
}

export interface AreaPart {
  readonly id: string
  readonly title: string
  readonly groups: readonly GroupPart[]
}

export interface GroupPart {
  readonly id: string
  readonly title: string
  readonly entries: readonly EntryPart[]
}

export interface EntryPart {
  readonly id: string
  readonly title: string
  readonly icon?: string
  readonly opens: EntryTarget
}

export type EntryTarget =
  | { readonly kind: 'table'; readonly table: string; readonly viewId?: string }
  | { readonly kind: 'dashboard'; readonly id: string }

export interface TablePart {
  readonly logicalName: string
  readonly entitySetName: string
  readonly label: string
  readonly pluralLabel: string
  readonly primaryId: string
  readonly primaryName: string
  readonly quickCreate: boolean
  readonly views: readonly ViewPart[]
  readonly forms: readonly Form[]
  /** One for each target of each lookup. */
  readonly lookups: readonly LookupPart[]
}

export interface LookupPart {
  /** Logical name of the lookup column. */
  readonly column: string
  /** Logical name of the table pointed at. */
  readonly target: string
  /** Schema name of the relationship. */
  readonly relationship: string
}

export interface ViewPart {
  readonly id: string
  readonly name: string
  readonly description?: string
  /** A value of `viewType` of the model. */
  readonly type: number
  readonly isDefault: boolean
  readonly fetchXml: string
  /** Empty for a view without a layout. */
  readonly columns: readonly ViewColumnPart[]
  /** What shows its rows in the place of the grid. */
  readonly binding?: ControlBinding
}

export interface ViewColumnPart {
  /** Logical name, or `alias.name` of a linked table. */
  readonly name: string
  /** Logical name of the table whose column it is. */
  readonly table: string
  /** Pixels. */
  readonly width: number
}

export interface DashboardPart {
  readonly id: string
  readonly name: string
  readonly tiles: readonly {
    readonly id: string
    readonly label: string
    readonly table: string
    readonly viewId: string
  }[]
}
