import { readAuthSettings } from './auth/settings.js'
import type { EntraSettings } from './auth/entra-tokens.js'
import { clouds } from './cloud.js'
import type { Cloud } from './cloud.js'
import type { CallbackRules } from './events/callback-rules.js'
import { readEventSettings } from './events/settings.js'
import { SettingsReader } from './settings-reader.js'

/** How the service proves to Dataverse who it is. */
export interface ClientCredentials {
  readonly tenantId: string
  readonly clientId: string
  readonly clientSecret: string
  readonly cloud: Cloud
}

/** What the service and its worker are told at start; times in milliseconds. */
export interface Settings {
  /** Root of the environment, without a trailing slash. */
  readonly dataverseUrl: string
  /** Null for a Dataverse on this machine, which asks for none. */
  readonly credentials: ClientCredentials | null
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  /** What callers reach the service by, without a trailing slash; null: the address it listens on. */
  readonly publicBaseUrl: string | null
  readonly authMode: AuthMode
  /** By what tokens of Entra are taken; null where `authMode` takes none. */
  readonly entra: EntraSettings | null
  /** Path of the file of stored API keys; null where `authMode` takes none. */
  readonly apiKeysFile: string | null
  /** Most requests of one caller in a minute; null: as many as come. */
  readonly requestsPerMinute: number | null
  /** What addresses are signed with; null: a random secret that ends with the process. */
  readonly signingSecret: string | null
  /** Where triggers may be told of events. */
  readonly callbackRules: CallbackRules
  /** Pause between two looks for events. */
  readonly eventPollMs: number
  readonly leaseMs: number
  readonly chunkItems: number
  readonly pollMs: number
  /** Pause between two looks for values changed outside. */
  readonly driftPollMs: number
  /** Pause between two looks at what source systems were offered. */
  readonly offerPollMs: number
  readonly logLevel: LogLevel
}

/** Who is let in: whoever connects, on this machine; holders of a token, of a key, or of either. */
export const authModes = ['none', 'entra', 'api-key', 'entra-or-api-key'] as const
export type AuthMode = (typeof authModes)[number]

/** From most to least. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

/** Thrown at start with a sentence for each setting that is wrong. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'

  constructor(readonly faults: readonly string[]) {
    super(['The settings are wrong:', ...faults.map((fault) => `  ${fault}`)].join('\n'))
  }
}

const localDataverse = 'http://127.0.0.1:8080'

/**
 * The settings that the environment names; defaults are for a Dataverse on this machine.
 *
 * @throws SettingsError naming every wrong setting at once.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const reader = new SettingsReader(env)
  const settings = {
    dataverseUrl: dataverseRoot(reader.url('DATAVERSE_URL') ?? localDataverse),
    host: reader.text('INTEGRATION_HOST') ?? '127.0.0.1',
    port: reader.integer('INTEGRATION_PORT', { default: 8081, min: 0, max: 65_535 }),
    publicBaseUrl: reader.url('PUBLIC_BASE_URL'),
    authMode: reader.oneOf('AUTH_MODE', authModes, 'none'),
    leaseMs: reader.integer('LEASE_SECONDS', { default: 300, min: 5, max: 3_600 }) * 1_000,
    chunkItems: reader.integer('CHUNK_ITEMS', { default: 4_000, min: 1, max: 4_000 }),
    pollMs: reader.integer('POLL_MS', { default: 2_000, min: 50, max: 600_000 }),
    driftPollMs: reader.integer('DRIFT_POLL_MS', { default: 15_000, min: 50, max: 3_600_000 }),
    offerPollMs: reader.integer('OFFER_POLL_MS', { default: 15_000, min: 50, max: 3_600_000 }),
    logLevel: reader.oneOf('LOG_LEVEL', logLevels, 'info'),
  }
  const cloud = reader.oneOf('DATAVERSE_CLOUD', clouds, 'commercial')
  const credentials = readCredentials(reader, settings.dataverseUrl, cloud)
  const auth = readAuthSettings(reader, { ...settings, cloud })
  const events = readEventSettings(reader, { ...settings, cloud })
  if (!isLoopback(settings.host) && settings.authMode === 'none') {
    reader.fault(
      `INTEGRATION_HOST is ${settings.host}, but AUTH_MODE none lets in whoever connects. ` +
        'It is allowed on 127.0.0.1, ::1 and localhost only.',
    )
  }
  if (reader.faults.length > 0) throw new SettingsError(reader.faults)
  return { ...settings, ...auth, ...events, credentials }
}

function readCredentials(
  reader: SettingsReader,
  dataverseUrl: string,
  cloud: Cloud,
): ClientCredentials | null {
  const { protocol, hostname } = new URL(dataverseUrl)
  if (isLoopback(hostname)) return null
  if (protocol !== 'https:') {
    reader.fault(`DATAVERSE_URL is ${dataverseUrl}: beyond this machine it has to be https.`)
  }
  const why = `, because DATAVERSE_URL is ${dataverseUrl}`
  return {
    tenantId: reader.required('DATAVERSE_TENANT_ID', why),
    clientId: reader.required('DATAVERSE_CLIENT_ID', why),
    clientSecret: reader.required('DATAVERSE_CLIENT_SECRET', why),
    cloud,
  }
}

/** The environment's root, also where the address of its Web API was given. */
function dataverseRoot(url: string): string {
  return url.replace(/\/+(api(\/+data(\/+v[0-9.]+)?)?)?\/*$/i, '')
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)
}
