import type { Cloud } from '../cloud.js'
import { clouds } from '../cloud.js'
import type { SettingsReader } from '../settings-reader.js'
import type { EntraSettings } from './entra-tokens.js'

export interface AuthSettings {
  readonly entra: EntraSettings | null
  readonly apiKeysFile: string | null
  readonly requestsPerMinute: number | null
}

interface Around {
  readonly authMode: string
  readonly publicBaseUrl: string | null
  readonly cloud: Cloud
}

const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** The platform itself sends at most 500 requests a minute for a connection. */
const defaultRequestsPerMinute = 600

/** What the environment says of who is let in; faults go to the reader. */
export function readAuthSettings(
  reader: SettingsReader,
  { authMode, publicBaseUrl, cloud }: Around,
): AuthSettings {
  if (authMode === 'none') return { entra: null, apiKeysFile: null, requestsPerMinute: null }
  const why = `, because AUTH_MODE is ${authMode}`
  if (publicBaseUrl === null) reader.required('PUBLIC_BASE_URL', why)
  const takes = authMode.split('-or-')
  return {
    entra: takes.includes('entra') ? readEntra(reader, why, cloud) : null,
    apiKeysFile: takes.includes('api-key') ? reader.required('API_KEYS_FILE', why) : null,
    requestsPerMinute: reader.integer('REQUESTS_PER_MINUTE', {
      default: defaultRequestsPerMinute,
      min: 1,
      max: 1_000_000,
    }),
  }
}

function readEntra(reader: SettingsReader, why: string, cloud: Cloud): EntraSettings {
  const tenants = reader.required('ENTRA_TENANT_IDS', `${why}: the tenants that are let in`)
  const clientId = reader.required('ENTRA_CLIENT_ID', why)
  const tenantIds = tenants.split(/[,;\s]+/).filter((tenant) => tenant !== '')
  for (const [name, id] of [
    ['ENTRA_CLIENT_ID', clientId] as const,
    ...tenantIds.map((tenant) => ['ENTRA_TENANT_IDS', tenant] as const),
  ]) {
    if (id !== '' && !guid.test(id)) {
      reader.fault(
        `${name} has ${id}, expected a GUID such as 6f1d6bdc-53a6-4b1c-9a3e-0c5a4c1f7e21.`,
      )
    }
  }
  return {
    cloud: reader.oneOf('ENTRA_CLOUD', clouds, cloud),
    clientId: clientId.toLowerCase(),
    tenantIds: tenantIds.map((tenant) => tenant.toLowerCase()),
  }
}
