import { readSettings, SettingsError } from '../../../connector/service/settings.js'

type Environment = Readonly<Record<string, string>>

function faultsOf(env: Environment): readonly string[] {
  try {
    readSettings(env)
  } catch (error) {
    if (error instanceof SettingsError) return error.faults
    throw error
  }
  return []
}

const remote = {
  DATAVERSE_URL: 'https://agency.crm.dynamics.com',
  DATAVERSE_TENANT_ID: 'tenant',
  DATAVERSE_CLIENT_ID: 'client',
  DATAVERSE_CLIENT_SECRET: 'secret',
}

describe('Settings', () => {
  it('are for a Dataverse on this machine where nothing is set', () => {
    expect(readSettings({})).toEqual({
      dataverseUrl: 'http://127.0.0.1:8080',
      credentials: null,
      host: '127.0.0.1',
      port: 8081,
      publicBaseUrl: null,
      authMode: 'none',
      entra: null,
      apiKeysFile: null,
      requestsPerMinute: null,
      signingSecret: null,
      callbackRules: {
        hosts: ['.logic.azure.com', '.api.powerplatform.com', '.azure-apihub.net'],
        allowLocal: false,
      },
      eventPollMs: 5_000,
      leaseMs: 300_000,
      chunkItems: 4_000,
      pollMs: 2_000,
      driftPollMs: 15_000,
      offerPollMs: 15_000,
      logLevel: 'info',
    })
  })

  it('take the root of an environment, also as the address of its Web API', () => {
    for (const url of [
      'http://localhost:9090',
      'http://localhost:9090/',
      'http://localhost:9090/api/data/v9.2',
      'http://localhost:9090/api/data/v9.2/',
    ]) {
      expect(readSettings({ DATAVERSE_URL: url }).dataverseUrl).toBe('http://localhost:9090')
    }
  })

  it('take credentials and a cloud for a Dataverse beyond this machine', () => {
    const { credentials, dataverseUrl } = readSettings({ ...remote, DATAVERSE_CLOUD: 'gcc-high' })

    expect(dataverseUrl).toBe('https://agency.crm.dynamics.com')
    expect(credentials).toEqual({
      tenantId: 'tenant',
      clientId: 'client',
      clientSecret: 'secret',
      cloud: 'gcc-high',
    })
  })

  it('name every wrong setting at once, each with its value and what is expected', () => {
    const faults = faultsOf({
      INTEGRATION_PORT: '80a',
      LEASE_SECONDS: '1',
      CHUNK_ITEMS: '4001',
      POLL_MS: '-5',
      LOG_LEVEL: 'loud',
      AUTH_MODE: 'all',
      PUBLIC_BASE_URL: 'ftp://x',
      DATAVERSE_CLOUD: 'moon',
    })

    expect(faults).toEqual([
      'INTEGRATION_PORT is 80a, expected a whole number from 0 to 65535.',
      'PUBLIC_BASE_URL is ftp://x, expected an address such as https://data.agency.gov, without a user name, a query or a fragment.',
      'AUTH_MODE is all, expected none or entra or api-key or entra-or-api-key.',
      'LEASE_SECONDS is 1, expected a whole number from 5 to 3600.',
      'CHUNK_ITEMS is 4001, expected a whole number from 1 to 4000.',
      'POLL_MS is -5, expected a whole number from 50 to 600000.',
      'LOG_LEVEL is loud, expected debug or info or warn or error.',
      'DATAVERSE_CLOUD is moon, expected commercial or gcc or gcc-high or dod.',
    ])
  })

  it('ask for credentials beyond this machine, and for https', () => {
    const faults = faultsOf({ DATAVERSE_URL: 'http://agency.example', DATAVERSE_TENANT_ID: 't' })

    expect(faults.length).toBe(3)
    expect(faults[0]).toContain('it has to be https')
    expect(faults.join()).toContain('DATAVERSE_CLIENT_ID is not set')
    expect(faults.join()).not.toContain('DATAVERSE_TENANT_ID')
  })

  it('refuse to let in whoever connects from beyond this machine', () => {
    for (const host of ['0.0.0.0', '::', '10.0.0.5', 'service.agency.gov', '127.0.0.1.nip.io']) {
      expect(faultsOf({ INTEGRATION_HOST: host }))
        .withContext(host)
        .toHaveSize(1)
    }
    for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '::1']) {
      expect(faultsOf({ INTEGRATION_HOST: host }))
        .withContext(host)
        .toEqual([])
    }
  })

  it('never show a secret', () => {
    const message = (() => {
      try {
        readSettings({ ...remote, LOG_LEVEL: 'x', DATAVERSE_CLIENT_ID: '' })
        return ''
      } catch (error) {
        return String(error)
      }
    })()

    expect(message).toContain('DATAVERSE_CLIENT_ID')
    expect(message).not.toContain('secret')
  })

  it('take more hosts for callbacks, and this machine only where nobody is asked who they are', () => {
    const { callbackRules } = readSettings({
      CALLBACK_HOSTS: 'Flows.agency.gov; *.hooks.agency.gov',
      ALLOW_LOCAL_CALLBACKS: 'true',
    })

    expect(callbackRules.hosts.slice(-2)).toEqual(['flows.agency.gov', '.hooks.agency.gov'])
    expect(callbackRules.allowLocal).toBeTrue()
    const faults = faultsOf({
      AUTH_MODE: 'api-key',
      API_KEYS_FILE: 'keys.json',
      PUBLIC_BASE_URL: 'https://data.agency.gov',
      SIGNING_SECRET: 'short',
      CALLBACK_HOSTS: 'https://x, *.gov, 10.0.0.1',
      ALLOW_LOCAL_CALLBACKS: 'true',
    })
    expect(faults.length).toBe(3)
    expect(faults[0]).toBe('SIGNING_SECRET has 5 characters, expected 32 or more.')
    expect(faults[1]).toContain('CALLBACK_HOSTS has https://x, .gov, 10.0.0.1, expected')
    expect(faults[2]).toContain('ALLOW_LOCAL_CALLBACKS is true')
    expect(faults.join()).not.toContain('short')
  })

  it('ask for a secret to sign addresses with where callers are asked who they are', () => {
    const faults = faultsOf({
      AUTH_MODE: 'api-key',
      API_KEYS_FILE: 'keys.json',
      PUBLIC_BASE_URL: 'https://data.agency.gov',
    })

    expect(faults).toEqual([
      'SIGNING_SECRET is not set. It is needed, because AUTH_MODE is api-key.',
    ])
  })
})
