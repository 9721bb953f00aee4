import type { EnvironmentVariable } from '../model/solution/index.js'

/** What differs from environment to environment, to be given a value on import. */
export const environmentVariables: readonly EnvironmentVariable[] = [
  {
    schemaName: 'govcdm_IntegrationServiceUrl',
    label: 'Integration Service URL',
    description:
      'Address of the integration service without a path, for example https://integration.agency.gov. ' +
      'Flows and the connector reach the service by it.',
    type: 'string',
  },
  {
    schemaName: 'govcdm_IntegrationServiceAudience',
    label: 'Integration Service Audience',
    description:
      "Application ID URI of the service's app registration: what tokens for the service are issued " +
      'for.',
    type: 'string',
  },
  {
    schemaName: 'govcdm_IntegrationDefaultSourceSystem',
    label: 'Default Source System Key',
    description: 'Source system key that flows submit under unless they name another.',
    type: 'string',
  },
]
