import type { XmlElement } from '../xml.js'
import type { Settings } from './settings.js'

/**
 * `settings` of a component: elements of its platform file, or attributes of its element, that
 * deviate from the standard of component-settings.ts. A file that a package names and does not hold
 * is read as an empty one.
 *
 * A file that the platform serves: icons, scripts.
 */
export interface WebResource {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly description?: string
  /** The platform's number: 5 PNG, 11 SVG, 3 script ... */
  readonly type: number
  readonly content: Uint8Array
  readonly settings?: Settings
}

export const webResourceType = { html: 1, css: 2, script: 3, xml: 4, png: 5, svg: 11 } as const

/** The platform's number of each type. */
export const environmentVariableType = {
  string: 100_000_000,
  number: 100_000_001,
  boolean: 100_000_002,
  json: 100_000_003,
  dataSource: 100_000_004,
  secret: 100_000_005,
} as const

export type EnvironmentVariableType = keyof typeof environmentVariableType

export interface EnvironmentVariable {
  readonly schemaName: string
  readonly label: string
  readonly description?: string
  readonly type: EnvironmentVariableType
  /** Absent: a value must be given where the solution is imported. */
  readonly defaultValue?: string
  readonly required?: boolean
  readonly settings?: Settings
}

/** A built PCF control: the files of its folder under `Controls/`. */
export interface CustomControl {
  /** `prefix_Namespace.Constructor`. */
  readonly name: string
  /** By path below the control's folder; `ControlManifest.xml` is one of them. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** A custom connector: its definition as uploaded. */
export interface Connector {
  readonly id: string
  /**
   * With the publisher's prefix, as the platform writes it: what is no letter or digit is its
   * hexadecimal code after a hyphen (`-20` for a space), but for the underscore of the prefix.
   */
  readonly name: string
  readonly label: string
  readonly description: string
  /** `#rrggbb` */
  readonly iconColor: string
  /** Swagger 2.0 as JSON text. */
  readonly openApiDefinition: string
  /** JSON text of `connectionParameters`. */
  readonly connectionParameters: string
  /** JSON text of `policyTemplateInstances`. */
  readonly policyTemplateInstances: string
  /** PNG. */
  readonly icon: Uint8Array
  readonly settings?: Settings
}

export interface ConnectionReference {
  readonly logicalName: string
  readonly label: string
  /** `/providers/Microsoft.PowerApps/apis/shared_...` */
  readonly connectorId: string
  /** Id of the custom connector in the solution, where it is one. */
  readonly customConnectorId?: string
  readonly settings?: Settings
}

/** A cloud flow. */
export interface Flow {
  readonly id: string
  readonly name: string
  readonly description?: string
  /** JSON text of the flow's definition and connection references. */
  readonly definition: string
  readonly settings?: Settings
  /** Elements of `Workflow` that this model has no word for, as read. */
  readonly rest?: readonly XmlElement[]
}
