import { startWorker } from '../../../../connector/service/worker/index.js'
import type { RunningWorker } from '../../../../connector/service/worker/index.js'
import { silentLog } from '../../../support/worker-stack.js'
import { ada, jobOf } from './jobs.js'
import { codeOf, publicBaseUrl, startService } from './service-under-test.js'
import type { Answer, ServiceUnderTest } from './service-under-test.js'

const path = '/v1/sync-job-runs'

describe('RunSyncJob', () => {
  const clock = { now: Date.now() }
  let service: ServiceUnderTest
  let worker: RunningWorker | undefined

  beforeAll(async () => {
    service = await startService({ now: () => clock.now })
  })

  afterEach(async () => {
    await worker?.stop()
    worker = undefined
  })

  afterAll(() => service.close())

  const run = (submissionKey: string) =>
    service.post(path, jobOf([ada, { ...ada, externalKey: 'E-101' }], { submissionKey }))

  /** Asks at the address, as the platform does: without a token, until the answer is no 202. */
  async function polled({ headers }: Answer): Promise<Answer> {
    for (;;) {
      const answer = await service.get(String(headers['location']))
      if (answer.status !== 202) return answer
      expect(answer.headers['location']).toBe(headers['location'])
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  function start(): void {
    worker = startWorker({
      client: service.client,
      log: silentLog,
      settings: { leaseMs: 60_000, chunkItems: 4_000, pollMs: 10 },
    })
  }

  it('answers 202 with an address on the public base, and there 202 until the job is finished', async () => {
    const first = await run('waits')

    expect(first.status).toBe(202)
    expect(first.headers['location']).toMatch(
      new RegExp(`^${publicBaseUrl}/v1/sync-job-runs/[\\w-]{20,}\\.[\\w-]{43}$`),
    )
    expect(Number(first.headers['retry-after'])).toBeGreaterThan(0)
    expect((await service.get(String(first.headers['location']))).status).toBe(202)

    start()
    const last = await polled(first)

    expect(last.status).toBe(200)
    expect(last.body).toEqual(
      jasmine.objectContaining({ jobStatus: 'Completed', received: 2, held: 2 }),
    )
  })

  it('starts one job however often it is repeated, and answers at once when that is finished', async () => {
    const first = await run('repeated')
    const second = await run('repeated')
    start()
    const one = await polled(first)
    const other = await polled(second)
    const third = await run('repeated')

    expect([first.status, second.status, third.status]).toEqual([202, 202, 200])
    expect(other.body['jobId']).toBe(one.body['jobId'])
    expect(third.body).toEqual(one.body)
  })

  it('has addresses that nobody can guess or bend, and that expire', async () => {
    const { headers } = await run('guessed')
    const address = String(headers['location'])
    const token = address.slice(address.lastIndexOf('/') + 1)
    const [body = '', signature = ''] = token.split('.')
    const other = Buffer.from(JSON.stringify([9_999_999_999, 'x'])).toString('base64url')
    const forged = [
      `${path}/${'a'.repeat(40)}`,
      `${path}/${body}.${signature.slice(1)}a`,
      `${path}/${other}.${signature}`,
      `${path}/${body}`,
    ]

    for (const url of forged) expect(codeOf(await service.get(url))).toBe('SyncJobRunNotFound')
    clock.now += 31 * 24 * 60 * 60_000
    const late = await service.get(address)
    clock.now -= 31 * 24 * 60 * 60_000
    expect([late.status, codeOf(late)]).toEqual([410, 'SyncJobRunExpired'])
  })

  it('refuses what SubmitSyncJob refuses', async () => {
    await run('refused')
    const other = await service.post(path, jobOf([ada], { submissionKey: 'refused' }))
    const empty = await service.post(path, jobOf([]))

    expect([codeOf(other), codeOf(empty)]).toEqual(['SubmissionKeyReused', 'InvalidRequest'])
  })
})
