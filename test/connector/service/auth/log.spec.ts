import {
  createDataverseClient,
  createMetadataCache,
} from '../../../../connector/dataverse/index.js'
import { newApiKey } from '../../../../connector/service/auth/api-keys.js'
import { authenticateBy } from '../../../../connector/service/auth/authenticate.js'
import { createService } from '../../../../connector/service/http/create-service.js'
import { createJsonLog } from '../../../../connector/service/json-log.js'
import { startLocalDataverse } from '../../../../solution/local/index.js'
import { publicBaseUrl } from '../http/service-under-test.js'
import { startEntra } from './entra.js'

const hris = newApiKey({
  sourceSystemKey: 'HRIS',
  roles: ['submit', 'read'],
  created: new Date(0).toISOString(),
  expires: new Date(Date.now() + 86_400_000).toISOString(),
})
const bearerOf = (token: string) => ({ authorization: `Bearer ${token}` })

describe("The service's log", () => {
  it('tells who asked for what, and never a key, a token, a signed address or a value', async () => {
    const lines: string[] = []
    const entra = await startEntra()
    const local = await startLocalDataverse({ data: ':memory:' })
    const client = createDataverseClient({ url: local.origin, retry: { attempts: 1 } })
    const app = await createService({
      client,
      metadata: createMetadataCache(client),
      settings: { publicBaseUrl },
      log: createJsonLog('debug', (line) => lines.push(line)),
      authenticate: authenticateBy({
        token: entra.readToken,
        keys: () => Promise.resolve([hris.stored]),
        now: Date.now,
      }),
    })
    const token = await entra.token()
    const forged = await entra.forged()
    const key = { 'x-api-key': hris.key }
    const json = { 'content-type': 'application/json' }
    const items = [{ externalKey: 'E-1', fieldName: 'firstname', newValue: 'Verysecretname' }]
    const payload = JSON.stringify({ sourceSystemKey: 'HRIS', entityType: 'contact', items })

    const run = { method: 'POST', url: '/v1/sync-job-runs', payload } as const
    const { headers } = await app.inject({ ...run, headers: { ...key, ...json } })
    const location = String(headers.location)
    await app.inject({ method: 'GET', url: location.replace(publicBaseUrl, '') })
    await app.inject({ method: 'GET', url: `${location.replace(publicBaseUrl, '')}x` })
    for (const sent of [bearerOf(token), bearerOf(forged), { 'x-api-key': `${hris.key}x` }]) {
      await app.inject({ method: 'GET', url: '/v1/sync-jobs', headers: sent })
    }
    await local.close()
    await app.inject({ ...run, headers: { ...key, ...json } })
    await app.close()
    await client.close()
    await entra.close()
    const log = lines.join('')

    expect(location).toContain('/sync-job-runs/')
    expect(log).toContain(`HRIS (key ${hris.stored.id})`)
    expect(lines.length).toBeGreaterThanOrEqual(7)
    for (const secret of [
      hris.key,
      hris.key.slice(17),
      hris.stored.hash,
      token,
      forged,
      location.split('/').at(-1) ?? '',
      'Verysecretname',
    ]) {
      expect(log.includes(secret)).withContext(secret).toBe(false)
    }
  })
})
