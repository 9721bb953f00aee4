/** A connector's files: what is uploaded, and what goes along with it. */
export interface ConnectorFiles {
  /** apiDefinition.swagger.json, parsed. */
  readonly definition: unknown
  /** The same file as it is written; rules about its form are left out where it is not given. */
  readonly definitionText?: string
  /** apiProperties.json, parsed; rules about it are left out where it is not given. */
  readonly properties?: unknown
  readonly readme?: string
  readonly icon?: Uint8Array
}

export const definitionName = 'apiDefinition.swagger.json'
export const propertiesName = 'apiProperties.json'
export const readmeName = 'readme.md'
export const iconName = 'icon.png'
