import { connect } from 'node:net'

import { ada, jobOf } from './jobs.js'
import { codeOf, startService } from './service-under-test.js'
import type { Json, ServiceUnderTest } from './service-under-test.js'

describe('The service in operation', () => {
  let service: ServiceUnderTest

  beforeEach(async () => {
    service = await startService()
  })

  afterEach(() => service.close())

  it('is healthy where Dataverse answers', async () => {
    const answer = await service.get('/v1/health')
    const plain = await service.app.inject('/health')

    expect(answer.body['status']).toBe('Healthy')
    expect([plain.statusCode, plain.json<{ status: string }>().status]).toEqual([200, 'Healthy'])
  })

  it('counts requests and accepted items as plain text', async () => {
    await service.post('/v1/sync-jobs', jobOf([ada, ada]))
    await service.post('/v1/sync-jobs', {})
    await service.get('/v1/nothing')
    const metrics = await service.app.inject('/metrics')

    expect(metrics.headers['content-type']).toContain('text/plain')
    expect(metrics.body).toContain(
      'integration_requests_total{operation="SubmitSyncJob",status="201"} 1',
    )
    expect(metrics.body).toContain(
      'integration_requests_total{operation="SubmitSyncJob",status="400"} 1',
    )
    expect(metrics.body).toContain('integration_items_accepted_total 2')
  })

  it("gives back the caller's request id, or one of its own where that is not plain", async () => {
    const idFor = async (headers: Readonly<Record<string, string>>) =>
      (await service.send({ method: 'GET', url: '/v1/sync-jobs', headers })).headers['x-request-id']

    expect(await idFor({ 'x-ms-client-request-id': 'run-1', 'x-request-id': 'b' })).toBe('run-1')
    expect(await idFor({ 'x-request-id': 'b' })).toBe('b')
    for (const id of ['', 'a b', 'x'.repeat(200), '<script>', 'é']) {
      expect(await idFor({ 'x-request-id': id })).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/)
    }
  })

  it('never lets answers be kept', async () => {
    expect((await service.get('/v1/sync-jobs')).headers['cache-control']).toBe('no-store')
  })

  it('says that Dataverse is away, that the request may be sent again, and when', async () => {
    await service.local.close()
    const answer = await service.get('/v1/health')

    expect([answer.status, codeOf(answer)]).toEqual([503, 'StoreUnavailable'])
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  }, 20_000)

  it('answers what is no HTTP, and an address without end, as any other bad request', async () => {
    const origin = new URL(await service.app.listen({ host: '127.0.0.1', port: 0 }))
    const answers = []
    for (const request of ['nonsense\r\n\r\n', `GET /v1/${'x'.repeat(20_000)} HTTP/1.1\r\n\r\n`]) {
      const socket = connect(Number(origin.port), origin.hostname)
      socket.end(request)
      answers.push((await socket.toArray()).join(''))
    }

    for (const answer of answers) {
      expect(answer).toMatch(/^HTTP\/1.1 400 /)
      expect(codeOf({ body: JSON.parse(answer.split('\r\n\r\n')[1] ?? '') as Json })).toBe(
        'InvalidRequest',
      )
    }
  })

  it('keeps what went wrong inside to its log', async () => {
    const secret = 'TypeError of the internals'
    service.app.addHook('preHandler', () => Promise.reject(new TypeError(secret)))
    const answer = await service.send({
      method: 'GET',
      url: '/v1/sync-jobs',
      headers: { 'x-request-id': 'trace-me' },
    })

    expect([answer.status, codeOf(answer)]).toEqual([500, 'InternalError'])
    expect(JSON.stringify(answer.body)).not.toContain(secret)
    expect(JSON.stringify(answer.body)).toContain('trace-me')
    expect(service.errors.join()).toContain('trace-me')
  })
})
