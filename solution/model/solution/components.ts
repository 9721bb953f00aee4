/** A file that the platform serves: icons, scripts. */
export interface WebResource {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly description?: string
  /** The platform's number: 5 PNG, 11 SVG, 3 script ... */
  readonly type: number
  readonly content: Uint8Array
  readonly settings?: Readonly<Record<string, string>>
}

export const webResourceType = { html: 1, css: 2, script: 3, xml: 4, png: 5, svg: 11 } as const

export type EnvironmentVariableType = 'string' | 'number' | 'boolean' | 'json' | 'secret'

export interface EnvironmentVariable {
  readonly schemaName: string
  readonly label: string
  readonly description?: string
  readonly type: EnvironmentVariableType
  /** Absent: a value must be given where the solution is imported. */
  readonly defaultValue?: string
  readonly required?: boolean
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
  /** Logical name, letters, digits and underscores, with the publisher's prefix. */
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
}

export interface ConnectionReference {
  readonly logicalName: string
  readonly label: string
  /** `/providers/Microsoft.PowerApps/apis/shared_...` */
  readonly connectorId: string
  /** Id of the custom connector in the solution, where it is one. */
  readonly customConnectorId?: string
}

/** A cloud flow. */
export interface Flow {
  readonly id: string
  readonly name: string
  readonly description?: string
  /** JSON text of the flow's definition and connection references. */
  readonly definition: string
}
