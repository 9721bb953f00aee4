import { ClientSecretCredential } from '@azure/identity'

import { createDataverseClient } from '../dataverse/index.js'
import type { DataverseClient } from '../dataverse/index.js'
import { authorityHost } from './cloud.js'
import type { Log } from './log.js'
import type { ClientCredentials, Settings } from './settings.js'

/** Longest time one request may take, where the lease does not ask for less. */
const requestTimeoutMs = 120_000

/** The service's own connection to its Dataverse. */
export function connect(settings: Settings, log: Log): DataverseClient {
  const { dataverseUrl, credentials, leaseMs } = settings
  return createDataverseClient({
    url: dataverseUrl,
    // A lease must outlive a request, or a slow write could land after it has passed to another.
    requestTimeoutMs: Math.min(requestTimeoutMs, leaseMs / 2),
    ...(credentials && { authorize: authorization(credentials, dataverseUrl) }),
    onRequest: ({ path, ...report }) => {
      log.debug({ path: path.split('?')[0], ...report }, 'Request to Dataverse')
    },
  })
}

/** Tokens by client credentials; the library keeps them until shortly before they expire. */
function authorization(credentials: ClientCredentials, dataverseUrl: string) {
  const { tenantId, clientId, clientSecret, cloud } = credentials
  const credential = new ClientSecretCredential(tenantId, clientId, clientSecret, {
    authorityHost: authorityHost[cloud],
  })
  const scope = `${new URL(dataverseUrl).origin}/.default`
  return async (): Promise<string> => (await credential.getToken(scope)).token
}
