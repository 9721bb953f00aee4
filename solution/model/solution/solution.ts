import type { GlobalChoice } from '../option.js'
import type { Table } from '../table.js'
import type { XmlElement } from '../xml.js'
import type { App } from './app.js'
import type { Chart, Dashboard } from './chart.js'
import type {
  ConnectionReference,
  Connector,
  CustomControl,
  EnvironmentVariable,
  Flow,
  WebResource,
} from './components.js'
import type { ControlBinding } from './control-binding.js'
import type { Form } from './form.js'
import type { ColumnSecurityProfile, Role } from './security.js'
import type { Settings } from './settings.js'
import type { View } from './view.js'

export interface Publisher {
  readonly uniqueName: string
  readonly label: string
  readonly description: string
  /** Customisation prefix, without the underscore. */
  readonly prefix: string
  /** Choice values of the publisher are this times 10,000 and the 9,999 after it. */
  readonly optionValuePrefix: number
  readonly email?: string
  readonly website?: string
}

/** A solution: what one zip brings into an environment. */
export interface Solution {
  readonly uniqueName: string
  readonly label: string
  readonly description: string
  /** Four numbers: `1.0.0.0`. */
  readonly version: string
  readonly publisher: Publisher
  /** Components of other solutions that this one needs. */
  readonly requires: readonly Requirement[]
  readonly tables: readonly TableComponent[]
  readonly choices: readonly GlobalChoice[]
  readonly manyToMany: readonly ManyToManyRelationship[]
  readonly roles: readonly Role[]
  readonly columnSecurityProfiles: readonly ColumnSecurityProfile[]
  readonly dashboards: readonly Dashboard[]
  readonly webResources: readonly WebResource[]
  readonly customControls: readonly CustomControl[]
  readonly apps: readonly App[]
  readonly environmentVariables: readonly EnvironmentVariable[]
  readonly connectors: readonly Connector[]
  readonly connectionReferences: readonly ConnectionReference[]
  readonly flows: readonly Flow[]
  /**
   * Parts of the package that this model has no word for, as read: children of the root of
   * customizations.xml and of `SolutionManifest`, each with the entries that are not in this model.
   */
  readonly rest?: readonly XmlElement[]
  /** Files that belong to `rest` or to no part of it, by their path in the zip. */
  readonly files?: ReadonlyMap<string, Uint8Array>
}

/** A table in a solution, with what belongs to it. */
export interface TableComponent {
  readonly table: Table
  /**
   * `all`: the solution brings the table with its columns, keys and relationships. `listed`: the
   * table is another solution's, and this one brings only the forms, views, charts and (as read)
   * columns listed here.
   */
  readonly include: 'all' | 'listed'
  readonly forms: readonly Form[]
  readonly views: readonly View[]
  readonly charts: readonly Chart[]
  /** The control that every grid of the table shows unless a view says otherwise. */
  readonly defaultControl?: ControlBinding
  /** Children of `Entity` that this model has no word for, as read: a ribbon that is not empty. */
  readonly rest?: readonly XmlElement[]
}

export interface ManyToManyRelationship {
  readonly schemaName: string
  readonly firstTable: string
  readonly secondTable: string
  readonly intersectTable: string
  /** The relationship's element as read. */
  readonly definition: XmlElement
}

/** A missing dependency: a component that an earlier solution brings. */
export interface Requirement {
  readonly required: ComponentReference & {
    /** Solution and version as written: `govcdm_core (1.0.1.0)`. */
    readonly solution: string
    /** The `package` elements: which package brings that solution. */
    readonly packages?: readonly XmlElement[]
  }
  readonly dependent: ComponentReference
}

export interface ComponentReference {
  /** The platform's component type: 1 table, 2 column, 9 choice, 26 view, 60 form ... or a name. */
  readonly type: string
  readonly schemaName?: string
  readonly displayName?: string
  readonly parentSchemaName?: string
  readonly parentDisplayName?: string
  readonly id?: string
  /** Further attributes: `id.uniquename` and its like. */
  readonly settings?: Settings
}

/** A solution that brings nothing yet, to spread from. */
export const emptySolution = {
  requires: [],
  tables: [],
  choices: [],
  manyToMany: [],
  roles: [],
  columnSecurityProfiles: [],
  dashboards: [],
  webResources: [],
  customControls: [],
  apps: [],
  environmentVariables: [],
  connectors: [],
  connectionReferences: [],
  flows: [],
} as const satisfies Partial<Solution>
