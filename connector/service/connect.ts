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

/**
 * Tokens by client credentials; the library keeps them until shortly before they expire. It is large
 * and loaded only where it is needed.
 */
function authorization(credentials: ClientCredentials, dataverseUrl: string) {
  const scope = `${new URL(dataverseUrl).origin}/.default`
  let credential: ReturnType<typeof clientCredential> | undefined
  return async (): Promise<string> => {
    credential ??= clientCredential(credentials)
    return (await (await credential).getToken(scope)).token
  }
}

async function clientCredential({ tenantId, clientId, clientSecret, cloud }: ClientCredentials) {
  const { ClientSecretCredential } = await import('@azure/identity')
  return new ClientSecretCredential(tenantId, clientId, clientSecret, {
    authorityHost: authorityHost(cloud),
  })
}
