import type { EnvironmentVariable } from '../model/solution/index.js'

/** Those that stand in the connector's files; the platform replaces them when it is saved. */
export const connectorVariables = {
  host: 'govcdm_IntegrationServiceHost',
  clientId: 'govcdm_IntegrationConnectorClientId',
  loginUrl: 'govcdm_IntegrationLoginUrl',
} as const

/** What differs from environment to environment, to be given a value on import. */
export const environmentVariables: readonly EnvironmentVariable[] = [
  {
    schemaName: connectorVariables.host,
    label: 'Integration Service Host',
    description:
      'Host name of the integration service, for example integration.agency.gov. ' +
      'The connector reads it when it is saved.',
    type: 'string',
  },
  {
    schemaName: connectorVariables.clientId,
    label: 'Integration Connector Client ID',
    description:
      "Application (client) ID of the connector's app registration. The connector reads it when it is " +
      'saved; its secret is given there and is in no file.',
    type: 'string',
  },
  {
    schemaName: connectorVariables.loginUrl,
    label: 'Integration Login URL',
    description:
      'Where users sign in: https://login.microsoftonline.us in GCC High and DoD. ' +
      'The connector reads it when it is saved.',
    type: 'string',
    defaultValue: 'https://login.microsoftonline.com',
  },
  {
    schemaName: 'govcdm_IntegrationDefaultSourceSystem',
    label: 'Default Source System Key',
    description: 'Source system key that flows submit under unless they name another.',
    type: 'string',
  },
]
