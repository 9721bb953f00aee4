import { wellKnown } from '../identity/well-known.js'
import type { Caller } from '../write/index.js'

/** The version that the local Web API says it is. */
export const platformVersion = '9.2.25013.00000'

const namespace = 'Microsoft.Dynamics.CRM'

export function whoAmI(caller: Caller, rootUrl: string): object {
  return {
    '@odata.context': `${rootUrl}$metadata#${namespace}.WhoAmIResponse`,
    BusinessUnitId: caller.businessUnitId,
    UserId: caller.userId,
    OrganizationId: wellKnown.organizationId,
  }
}

export function retrieveVersion(rootUrl: string): object {
  return {
    '@odata.context': `${rootUrl}$metadata#${namespace}.RetrieveVersionResponse`,
    Version: platformVersion,
  }
}

/** The part of `OrganizationDetail` that says which environment this is and where. */
export function currentOrganization(rootUrl: string): object {
  const origin = new URL('/', rootUrl).href
  return {
    '@odata.context': `${rootUrl}$metadata#${namespace}.RetrieveCurrentOrganizationResponse`,
    Detail: {
      OrganizationId: wellKnown.organizationId,
      FriendlyName: 'Local Dataverse',
      OrganizationVersion: platformVersion,
      EnvironmentId: wellKnown.organizationId,
      Geo: 'LOCAL',
      TenantId: wellKnown.organizationId,
      UrlName: 'local',
      UniqueName: 'local',
      State: 'Enabled',
      Endpoints: {
        Count: 1,
        Keys: ['WebApplication'],
        Values: [origin],
      },
    },
  }
}
