import { families } from './families.js'
import {
  apiKeyParameters,
  entraParameters,
  servicePrincipalParameters,
} from './connection-parameters.js'
import type { Registration } from './connection-parameters.js'
import { methods } from './swagger.js'

const publisher = 'Data Integration'

/** Background of the icon, as certification asks for. */
const brandColour = '#1d5c63'

/**
 * The file beside the definition for the command line tools: three ways to connect, of which a maker
 * picks one. The wizard does not know several ways.
 * Source: learn.microsoft.com/connectors/custom-connectors/multi-auth
 */
export function apiProperties(registration: Registration): object {
  return {
    properties: {
      connectionParameters: {},
      connectionParameterSets: {
        uiDefinition: {
          displayName: 'Authentication Type',
          description: 'How the connection proves who it is.',
        },
        values: [
          set('entra', 'Microsoft Entra ID', 'Sign in as yourself.', entraParameters(registration)),
          set(
            'service-principal',
            'Service principal',
            'Sign in as an application of your tenant.',
            servicePrincipalParameters(registration),
          ),
          set('api-key', 'API key', 'Use the key of a source system.', apiKeyParameters()),
        ],
      },
      ...properties([sendApiKey]),
    },
  }
}

/** The same with one way to connect, which the wizard knows: what the solution carries. */
export function entraApiProperties(registration: Registration): object {
  return {
    properties: { connectionParameters: entraParameters(registration), ...properties([]) },
  }
}

function set(name: string, displayName: string, description: string, parameters: object): object {
  return { name, uiDefinition: { displayName, description }, parameters }
}

function properties(policies: readonly object[]): object {
  return {
    iconBrandColor: brandColour,
    capabilities: ['actions'],
    publisher,
    stackOwner: publisher,
    policyTemplateInstances: [pageThroughGateway(), ...policies],
  }
}

/** Without it a next link names the service itself and goes past the gateway and its sign-in. */
function pageThroughGateway(): object {
  return {
    templateId: 'updatenextlink',
    title: 'Next pages through the gateway',
    parameters: {
      'x-ms-apimTemplateParameter.nextLinkPropertyName': 'nextLink',
      'x-ms-apimTemplate-operationName': pageableOperations(),
    },
  }
}

function pageableOperations(): readonly string[] {
  return families
    .flatMap(({ paths }) => Object.values(paths))
    .flatMap((item) => methods.flatMap((method) => item[method] ?? []))
    .filter((operation) => operation['x-ms-pageable'] !== undefined)
    .map(({ operationId }) => operationId)
}

const sendApiKey = {
  templateId: 'setheader',
  title: 'API key of the connection',
  parameters: {
    'x-ms-apimTemplateParameter.name': 'x-api-key',
    'x-ms-apimTemplateParameter.value': "@connectionParameters('api_key','')",
    'x-ms-apimTemplateParameter.existsAction': 'override',
    'x-ms-apimTemplate-policySection': 'Request',
  },
}
