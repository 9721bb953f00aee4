import { componentId, emptySolution } from '../../model/solution/index.js'
import type { Solution } from '../../model/solution/index.js'
import { publisher, version } from '../publisher.js'

/** The files of `connector/definition`, as they are. */
export interface ConnectorParts {
  /** `apiDefinition.swagger.json` */
  readonly apiDefinition: string
  /** `apiProperties.json` */
  readonly apiProperties: string
  /** `icon.png` */
  readonly icon: Uint8Array
}

interface ApiProperties {
  readonly properties: {
    readonly connectionParameters: unknown
    readonly iconBrandColor: string
    readonly policyTemplateInstances?: unknown
  }
}

interface ApiDefinition {
  readonly info: { readonly title: string; readonly description: string }
}

/** Imported before anything that uses the connector: a flow finds it only once it is there. */
export function dataIntegrationConnector(parts: ConnectorParts): Solution {
  const { properties } = JSON.parse(parts.apiProperties) as ApiProperties
  const { info } = JSON.parse(parts.apiDefinition) as ApiDefinition
  const name = 'govcdm_dataintegration'
  return {
    ...emptySolution,
    uniqueName: 'govcdm_dataintegrationworkbench_connector',
    label: 'Data Integration Connector',
    description: 'The custom connector to the integration service.',
    version,
    publisher,
    connectors: [
      {
        id: componentId('connector', name),
        name,
        label: info.title,
        description: info.description,
        iconColor: properties.iconBrandColor,
        openApiDefinition: parts.apiDefinition,
        connectionParameters: JSON.stringify(properties.connectionParameters),
        policyTemplateInstances: JSON.stringify(properties.policyTemplateInstances ?? []),
        icon: parts.icon,
      },
    ],
  }
}
