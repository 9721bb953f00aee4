import { startWorker } from '../../../../connector/service/worker/index.js'
import type { RunningWorker } from '../../../../connector/service/worker/index.js'
import { silentLog } from '../../../support/worker-stack.js'
import { ada } from './jobs.js'
import { allOf, codeOf, startService } from './service-under-test.js'
import type { Json, ServiceUnderTest } from './service-under-test.js'

const numbered = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...ada, externalKey: `E-${first + index}` }))

describe('A load of many parts', () => {
  let service: ServiceUnderTest
  let worker: RunningWorker | undefined

  beforeAll(async () => {
    service = await startService()
  })

  afterEach(async () => {
    await worker?.stop()
    worker = undefined
  })

  afterAll(() => service.close())

  async function opened(submissionKey: string): Promise<string> {
    const job = { sourceSystemKey: 'HRIS', entityType: 'contact', submissionKey }
    const { status, body } = await service.post('/v1/open-sync-jobs', job)
    expect([status, body['jobStatus']]).toEqual([201, 'Open'])
    return String(body['jobId'])
  }

  const add = (id: string, partNumber: number, items: readonly unknown[]) =>
    service.post(`/v1/sync-jobs/${id}/items`, { partNumber, items })

  const close = (id: string, query = '') =>
    service.send({ method: 'POST', url: `/v1/sync-jobs/${id}/closure${query}` })

  async function finished(id: string): Promise<Json> {
    worker ??= startWorker({
      client: service.client,
      log: silentLog,
      settings: { leaseMs: 60_000, chunkItems: 4_000, pollMs: 10 },
    })
    for (;;) {
      const { body } = await service.get(`/v1/sync-jobs/${id}`)
      if (body['completedDateTime'] !== undefined) return body
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  const keysOf = (items: readonly Json[]) => items.map(({ externalKey }) => externalKey)

  it('handles the items of all parts in the order of the part numbers, whatever order they came in', async () => {
    const id = await opened('order')
    await add(id, 3, numbered(30, 2))
    await add(id, 1, numbered(10, 3))
    const second = await add(id, 2, numbered(20, 1))
    expect(second.body).toEqual({ jobId: id, partNumber: 2, items: 1, received: 6 })
    expect(await allOf(service, `/v1/sync-jobs/${id}/items`)).toEqual([])

    const closed = await close(id, '?parts=3&received=6')
    const posted = await allOf(service, `/v1/sync-jobs/${id}/items?pageSize=4`)
    const job = await finished(id)
    const written = await allOf(service, `/v1/sync-jobs/${id}/items?pageSize=4`)

    expect(closed.body['jobStatus']).toBe('Submitted')
    const order = ['E-10', 'E-11', 'E-12', 'E-20', 'E-30', 'E-31']
    expect(keysOf(posted)).toEqual(order)
    expect(keysOf(written)).toEqual(order)
    expect(written.map(({ itemId }) => itemId)).toEqual(posted.map(({ itemId }) => itemId))
    expect(job).toEqual(jasmine.objectContaining({ received: 6, held: 6 }))
  })

  it('adds a repeated part once, and refuses other content under its number', async () => {
    const id = await opened('parts')
    const items = numbered(0, 2)
    const first = await add(id, 1, items)
    const again = await add(id, 1, items)
    const other = await add(id, 1, numbered(5, 2))

    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    expect([other.status, codeOf(other)]).toEqual([409, 'SyncJobPartReused'])
    expect((await service.get(`/v1/sync-jobs/${id}`)).body['received']).toBe(2)
  })

  it('keeps every one of parts that are added side by side', async () => {
    const id = await opened('side by side')
    const numbers = [1, 2, 3, 4, 5, 6]
    const answers = await Promise.all(
      numbers.map((number) => add(id, number, numbered(number, 10))),
    )

    expect(answers.map(({ status }) => status)).toEqual(numbers.map(() => 201))
    expect((await close(id)).body['received']).toBe(60)
  })

  it('opens one job however often it is repeated, and no job under the key of another', async () => {
    const id = await opened('twice')

    expect(await opened('twice')).toBe(id)
    const submitted = await service.post('/v1/sync-jobs', {
      sourceSystemKey: 'HRIS',
      entityType: 'contact',
      submissionKey: 'twice',
      items: [ada],
    })
    expect(codeOf(submitted)).toBe('SubmissionKeyReused')
  })

  it('closes only when every part is there, and answers alike when it is closed again', async () => {
    const id = await opened('gap')
    await add(id, 1, numbered(0, 1))
    await add(id, 4, numbered(4, 1))

    const gap = await close(id)
    expect([gap.status, codeOf(gap)]).toEqual([409, 'SyncJobIncomplete'])
    expect((gap.body['error'] as Json)['message']).toContain('it lacks part 2, 3')
    await add(id, 2, numbered(2, 1))
    await add(id, 3, numbered(3, 1))
    expect(codeOf(await close(id, '?parts=5'))).toBe('SyncJobIncomplete')
    expect(codeOf(await close(id, '?received=5'))).toBe('SyncJobIncomplete')
    const most = await close(id, '?parts=2147483647')
    expect((most.body['error'] as Json)['message']).toContain('24 and 2147483623 more')

    const closed = await close(id, '?parts=4&received=4')
    const again = await close(id, '?parts=4&received=4')
    expect(again.body).toEqual(closed.body)
    expect((await add(id, 1, numbered(0, 1))).status).toBe(201)
    const late = await add(id, 5, numbered(5, 1))
    expect([late.status, codeOf(late)]).toEqual([409, 'SyncJobNotOpen'])
  })

  it('takes no parts for a job that was submitted whole, and none that break the rules', async () => {
    const { body } = await service.post('/v1/sync-jobs', {
      sourceSystemKey: 'HRIS',
      entityType: 'contact',
      items: [ada],
    })
    const id = await opened('rules')

    expect(codeOf(await add(String(body['jobId']), 1, [ada]))).toBe('SyncJobNotOpen')
    expect(codeOf(await add(id, 0, [ada]))).toBe('InvalidRequest')
    expect(codeOf(await add(id, 1, []))).toBe('InvalidRequest')
    expect(codeOf(await add(id, 1, [{ externalKey: 'E-1' }]))).toBe('InvalidRequest')
    expect(codeOf(await add(id, 1, [{ ...ada, targetTable: 'nothing' }]))).toBe('UnknownTable')
    const nobody = '00000000-0000-4000-8000-000000000000'
    expect(codeOf(await add(nobody, 1, [ada]))).toBe('SyncJobNotFound')
    expect(codeOf(await close(nobody))).toBe('SyncJobNotFound')
  })

  it('completes a job that was closed empty', async () => {
    const id = await opened('empty')
    await close(id)

    expect(await finished(id)).toEqual(
      jasmine.objectContaining({ jobStatus: 'Completed', received: 0 }),
    )
  })

  it('runs 100,000 items in 6 parts, each once', async () => {
    const id = await opened('large')
    const each = [20_000, 20_000, 20_000, 20_000, 15_000, 5_000]
    let first = 0
    for (const [index, count] of each.entries()) {
      await add(id, index + 1, numbered(first, count))
      first += count
    }
    await close(id, '?parts=6&received=100000')
    const far = await service.get(`/v1/sync-jobs/${id}/items?pageSize=5`)
    const job = await finished(id)

    expect(keysOf(far.body['value'] as Json[])).toEqual(['E-0', 'E-1', 'E-2', 'E-3', 'E-4'])
    expect(job).toEqual(jasmine.objectContaining({ received: 100_000, held: 100_000 }))
    const held = await service.get(`/v1/sync-jobs/${id}/items?itemStatus=Held&pageSize=5000`)
    expect(keysOf(held.body['value'] as Json[]).at(-1)).toBe('E-4999')
  }, 180_000)
})
