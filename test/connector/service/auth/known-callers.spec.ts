import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { retrieve } from '../../../../connector/dataverse/index.js'
import { newApiKey } from '../../../../connector/service/auth/api-keys.js'
import { authenticateBy } from '../../../../connector/service/auth/authenticate.js'
import { KeyFile } from '../../../../connector/service/auth/key-file.js'
import { stewards } from '../../../../solution/local/identity/well-known.js'
import { integrationSyncJob } from '../../../../solution/tables/index.js'
import { codeOf, startService, valueOf } from '../http/service-under-test.js'
import type { Answer, ServiceUnderTest } from '../http/service-under-test.js'
import { startEntra, tenant } from './entra.js'
import type { Entra } from './entra.js'

const [steward] = stewards
const span = {
  created: new Date(0).toISOString(),
  expires: new Date(Date.now() + 86_400_000).toISOString(),
}
const hris = newApiKey({ sourceSystemKey: 'HRIS', roles: ['submit', 'read'], ...span })

describe('A caller who is let in', () => {
  let folder: string
  let keyFile: KeyFile
  let entra: Entra
  let service: ServiceUnderTest

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'api-keys-'))
    keyFile = new KeyFile(join(folder, 'keys.json'))
    await keyFile.write([hris.stored])
    entra = await startEntra()
    service = await startService({
      authenticate: authenticateBy({
        token: entra.readToken,
        keys: () => keyFile.keys(),
        now: Date.now,
      }),
      requestsPerMinute: 10,
    })
  })

  afterEach(async () => {
    await service.close()
    await entra.close()
    await rm(folder, { recursive: true })
  })

  const stewardToken = () => entra.token({ claims: { oid: steward?.entraObjectId } })

  function list(headers: Readonly<Record<string, string>>): Promise<Answer> {
    return service.send({ method: 'GET', url: '/v1/sync-jobs', headers })
  }

  function submit(
    sourceSystemKey: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const items = [{ externalKey: 'E-1', fieldName: 'firstname', newValue: 'Ada' }]
    return service.send({
      method: 'POST',
      url: '/v1/sync-jobs',
      payload: JSON.stringify({ sourceSystemKey, entityType: 'contact', items }),
      headers: { 'content-type': 'application/json', ...headers },
    })
  }

  it('submits in person: the job is created in the name of the user, who is named on it', async () => {
    const answer = await submit('HRIS', { authorization: `Bearer ${await stewardToken()}` })
    const job = await service.client.send(
      retrieve(integrationSyncJob, String(answer.body['jobId']), { select: ['submittedBy'] }),
    )
    const row = (await (
      await fetch(
        `${service.local.origin}/api/data/v9.2/govcdm_integrationsyncjobs(${String(answer.body['jobId'])})`,
      )
    ).json()) as Readonly<Record<string, unknown>>

    expect(answer.status).toBe(201)
    expect(job.submittedBy).toBe(`ada@agency.example (${steward?.entraObjectId ?? ''})`)
    expect(row['_createdby_value']).toBe(steward?.id)
  })

  it('is refused what Dataverse refuses the user, with the reason that Dataverse gives', async () => {
    const answer = await list({ authorization: `Bearer ${await entra.token()}` })

    expect(codeOf(answer)).toBe('Forbidden')
    expect(JSON.stringify(answer.body)).toContain('not a member of the organization')
  })

  it('may send a token of the first version, also for the address of the application', async () => {
    const claims = {
      oid: steward?.entraObjectId,
      iss: `https://sts.windows.net/${tenant}/`,
      aud: 'api://99999999-8888-4777-8666-555555555555',
    }
    const answer = await list({ authorization: `Bearer ${await entra.token({ claims })}` })

    expect(answer.status).toBe(200)
  })

  it('has its tokens checked by keys that are fetched once', async () => {
    for (let time = 0; time < 5; time++) {
      await list({ authorization: `Bearer ${await stewardToken()}` })
    }

    expect(entra.requests()).toBe(1)
  })

  it('submits by its key for its own source system only', async () => {
    const own = await submit('HRIS', { 'x-api-key': hris.key })
    const foreign = await submit('ERP', { 'x-api-key': hris.key })
    const { body } = await list({ 'x-api-key': hris.key })

    expect(own.status).toBe(201)
    expect(own.body['submittedBy']).toBe(`HRIS (key ${hris.stored.id})`)
    expect(codeOf(foreign)).toBe('Forbidden')
    expect(JSON.stringify(foreign.body)).toContain('for source system HRIS, not ERP')
    expect(valueOf({ ...own, body }).length).toBe(1)
  })

  it('uses a new key at once and an old one no more, without a restart', async () => {
    const next = newApiKey({ sourceSystemKey: 'HRIS', roles: ['read'], ...span })
    const before = await list({ 'x-api-key': next.key })
    await keyFile.write([hris.stored, next.stored])
    const both = [await list({ 'x-api-key': next.key }), await list({ 'x-api-key': hris.key })]
    await keyFile.write([next.stored])
    const after = await list({ 'x-api-key': hris.key })

    expect(codeOf(before)).toBe('Unauthenticated')
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(codeOf(after)).toBe('Unauthenticated')
  })

  it('is asked to wait after too many requests, while others go on', async () => {
    const statuses: number[] = []
    for (let time = 0; time < 11; time++) {
      statuses.push((await list({ 'x-api-key': hris.key })).status)
    }
    const refused = await list({ 'x-api-key': hris.key })
    const other = await list({ authorization: `Bearer ${await stewardToken()}` })

    expect(statuses).toEqual([...Array<number>(10).fill(200), 429])
    expect(codeOf(refused)).toBe('TooManyRequests')
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(other.status).toBe(200)
  })

  it('cannot guess keys without end', async () => {
    const statuses = new Set<number>()
    for (let time = 0; time < 12; time++) {
      const guess = newApiKey({ sourceSystemKey: 'HRIS', roles: ['read'], ...span })
      statuses.add((await list({ 'x-api-key': guess.key })).status)
    }

    expect([...statuses]).toEqual([401, 429])
  })

  it('gets headers that keep a browser from doing anything with an answer', async () => {
    const { headers } = await list({ 'x-api-key': hris.key })

    expect(headers['content-security-policy']).toBe("default-src 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['strict-transport-security']).toContain('max-age=')
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('is told of the health of the service without a key, and of nothing else', async () => {
    const health = await service.app.inject({ method: 'GET', url: '/health' })
    const metrics = await service.app.inject({ method: 'GET', url: '/metrics' })

    expect([health.statusCode, metrics.statusCode]).toEqual([200, 401])
  })
})
