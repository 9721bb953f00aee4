import { componentId, emptySolution } from '../../model/solution/index.js'
import type { Solution } from '../../model/solution/index.js'
import { connectorVariables } from '../environment-variables.js'
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
    readonly connectionParameterSets: {
      readonly values: readonly { readonly name: string; readonly parameters: EntraParameters }[]
    }
    readonly iconBrandColor: string
    readonly policyTemplateInstances: readonly { readonly templateId: string }[]
  }
}

/** The part of a connection's parameters that is filled in. */
interface EntraParameters {
  readonly token: {
    readonly oAuthSettings: {
      readonly customParameters: Readonly<Record<string, { readonly value: string }>>
    }
  }
}

interface ApiDefinition {
  readonly info: { readonly title: string; readonly description: string }
}

const connectorSolutionName = 'govcdm_dataintegrationworkbench_connector'

/** The connector's solution, as the dependencies of others name it. */
export const connectorSolution = `${connectorSolutionName} (${version})`

/** Imported before anything that uses the connector: a flow finds it only once it is there. */
export function dataIntegrationConnector(parts: ConnectorParts): Solution {
  const { properties } = JSON.parse(parts.apiProperties) as ApiProperties
  const definition = JSON.parse(parts.apiDefinition) as ApiDefinition
  const { info } = definition
  const name = 'govcdm_dataintegration'
  return {
    ...emptySolution,
    uniqueName: connectorSolutionName,
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
        openApiDefinition: JSON.stringify({
          ...definition,
          host: variable(connectorVariables.host),
        }),
        connectionParameters: JSON.stringify(signIn(properties, parts.apiProperties)),
        policyTemplateInstances: JSON.stringify(
          properties.policyTemplateInstances.filter(({ templateId }) => templateId !== 'setheader'),
        ),
        icon: parts.icon,
      },
    ],
  }
}

/**
 * Of the ways to connect, users who sign in: the wizard, in which an administrator saves the
 * connector after import, knows one way only.
 *
 * @throws Error where the properties have no such way.
 */
function signIn({ connectionParameterSets }: ApiProperties['properties'], text: string): object {
  const parameters = connectionParameterSets.values.find(({ name }) => name === 'entra')?.parameters
  if (!parameters) throw new Error(`The connector's properties have no set "entra": ${text}`)
  const { oAuthSettings, ...token } = parameters.token
  return {
    ...parameters,
    token: {
      ...token,
      oAuthSettings: {
        ...oAuthSettings,
        clientId: variable(connectorVariables.clientId),
        customParameters: {
          ...oAuthSettings.customParameters,
          loginUri: { value: variable(connectorVariables.loginUrl) },
        },
      },
    },
  }
}

function variable(schemaName: string): string {
  return `@environmentVariables("${schemaName}")`
}
