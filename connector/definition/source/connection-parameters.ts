import { cloudAddresses } from './clouds.js'
import type { Cloud } from './clouds.js'

/** What an administrator knows of the app registrations, and the connector must be told. */
export interface Registration {
  readonly cloud: Cloud
  /** Application (client) id of the connector's app registration. */
  readonly clientId: string
  /** Tenant that service principals sign in to; users sign in to their own. */
  readonly tenantId: string
  /** Application ID URI of the service's app registration. */
  readonly resourceUri: string
  /**
   * Whether connections sign in silently on behalf of the user. The platform keeps this for one
   * connector an environment and resource, and its published schema does not know the properties.
   */
  readonly onBehalfOf: boolean
}

const noId = '00000000-0000-0000-0000-000000000000'

/** Stands in the committed files until an administrator puts in the real one. No file has secrets. */
export function placeholderRegistration(cloud: Cloud): Registration {
  return {
    cloud,
    clientId: noId,
    tenantId: 'common',
    resourceUri: `api://${noId}`,
    onBehalfOf: false,
  }
}

/** Users sign in. */
export function entraParameters(registration: Registration): object {
  const { onBehalfOf, clientId } = registration
  return {
    token: {
      type: 'oauthSetting',
      oAuthSettings: {
        identityProvider: 'aad',
        clientId,
        scopes: [],
        redirectMode: 'GlobalPerConnector',
        properties: {
          IsFirstParty: 'False',
          ...(onBehalfOf ? { IsOnbehalfofLoginSupported: true } : {}),
        },
        customParameters: {
          ...signIn(registration),
          tenantId: { value: 'common' },
          ...(onBehalfOf ? { enableOnbehalfOfLogin: { value: 'true' } } : {}),
        },
      },
    },
    'token:TenantId': {
      type: 'string',
      metadata: { sourceType: 'AzureActiveDirectoryTenant' },
      uiDefinition: {
        displayName: 'Tenant',
        description: 'The tenant ID of for the Azure Active Directory application',
        constraints: { required: 'false', hidden: 'true' },
      },
    },
  }
}

/** An application signs in with its own secret, which the maker of the connection gives. */
export function servicePrincipalParameters(registration: Registration): object {
  return {
    token: {
      type: 'oauthSetting',
      oAuthSettings: {
        identityProvider: 'aad',
        scopes: [],
        properties: { IsFirstParty: 'False' },
        customParameters: {
          ...signIn(registration),
          tenantId: { value: registration.tenantId },
        },
      },
    },
    'token:grantType': {
      type: 'string',
      allowedValues: [{ value: 'client_credentials' }],
      defaultValue: 'client_credentials',
      uiDefinition: field('Grant Type', 'How the application signs in.', {
        required: 'true',
        hidden: 'true',
      }),
    },
    'token:clientId': {
      type: 'string',
      uiDefinition: field('Client ID', 'Application (client) id of the application.', {
        required: 'true',
        tabIndex: 1,
      }),
    },
    'token:clientSecret': {
      type: 'securestring',
      uiDefinition: field('Client Secret', 'A secret of the application.', {
        required: 'true',
        clearText: false,
        tabIndex: 2,
      }),
    },
  }
}

/** A source system without an identity in Entra sends its key. */
export function apiKeyParameters(): object {
  return {
    api_key: {
      type: 'securestring',
      uiDefinition: field('API Key', 'The key that the administrator made for the source system.', {
        required: 'true',
        clearText: false,
        tabIndex: 1,
      }),
    },
  }
}

function signIn({ cloud, resourceUri }: Registration) {
  return { loginUri: { value: cloudAddresses[cloud].login }, resourceUri: { value: resourceUri } }
}

function field(displayName: string, description: string, constraints: object): object {
  return { displayName, description, tooltip: description, constraints }
}
