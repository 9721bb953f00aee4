import { startWorker } from '../../../../connector/service/worker/index.js'
import type { RunningWorker } from '../../../../connector/service/worker/index.js'
import { silentLog } from '../../../support/worker-stack.js'
import { ada, submitted } from './jobs.js'
import { allOf, codeOf, startService } from './service-under-test.js'
import type { Answer, Json, ServiceUnderTest } from './service-under-test.js'

const nobody = '00000000-0000-4000-8000-000000000000'

describe('A job that is run again or cancelled', () => {
  let service: ServiceUnderTest
  let worker: RunningWorker | undefined

  beforeEach(async () => {
    service = await startService()
  })

  afterEach(async () => {
    await worker?.stop()
    worker = undefined
    await service.close()
  })

  function start(chunkItems = 4_000): void {
    worker = startWorker({
      client: service.client,
      log: silentLog,
      settings: { leaseMs: 60_000, chunkItems, pollMs: 10 },
    })
  }

  const post = (url: string) => service.send({ method: 'POST', url: `/v1/sync-jobs/${url}` })

  async function finished(id: string): Promise<Json> {
    for (;;) {
      const { body } = await service.get(`/v1/sync-jobs/${id}`)
      if (body['completedDateTime'] !== undefined) return body
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  const policy = (over: object) => ({
    authoritativeSources: 'HRIS',
    commitMode: 'OnIngest',
    createMissingRecords: true,
    ...over,
  })

  async function policies(): Promise<void> {
    const { status } = await service.post('/v1/commit-policies', {
      commitPolicies: [
        policy({ targetTable: 'contact' }),
        policy({ targetTable: 'contact', fieldName: 'jobtitle', codeList: 'Job' }),
        policy({ targetTable: 'account' }),
      ],
    })
    expect(status).toBe(200)
  }

  /** A person with a code that no map knows and an organisation that nobody knows. */
  const waiting = [
    { externalKey: 'E-1', fieldName: 'lastname', newValue: 'Lovelace' },
    { externalKey: 'E-1', fieldName: 'jobtitle', newValue: 'M1' },
    {
      externalKey: 'E-1',
      fieldName: 'parentcustomerid',
      relatedTable: 'account',
      relatedExternalKey: 'ORG-7',
    },
  ]

  const statuses = async (id: string) =>
    (await allOf(service, `/v1/sync-jobs/${id}/items`)).map(
      ({ itemStatus, outcomeReason }) => `${String(itemStatus)}: ${String(outcomeReason)}`,
    )

  async function mended(): Promise<void> {
    await service.post('/v1/value-maps', {
      valueMaps: [{ codeList: 'Job', sourceCode: 'M1', canonicalCodeValue: 'Mathematician' }],
    })
    const id = await submitted(
      service,
      [{ externalKey: 'ORG-7', fieldName: 'name', newValue: 'Engines' }],
      { entityType: 'account' },
    )
    await finished(id)
  }

  it('runs items again that waited for a map or a record, once that is there', async () => {
    await policies()
    start()
    const id = await submitted(service, waiting)
    const before = await finished(id)
    expect(before).toEqual(jasmine.objectContaining({ received: 3, applied: 1, held: 2 }))
    expect(await statuses(id)).toEqual([
      'Applied: Committed',
      'Held: Unmapped Code',
      'Held: No Related Record',
    ])

    await post(`${id}/item-retries?retryKey=too-soon`)
    const same = await finished(id)
    expect(same).toEqual(jasmine.objectContaining({ received: 3, applied: 1, held: 2 }))

    await mended()
    const answer = await post(`${id}/item-retries?retryKey=mended`)
    const after = await finished(id)

    expect(answer.status).toBe(200)
    expect(after).toEqual(
      jasmine.objectContaining({ jobStatus: 'Completed', received: 3, applied: 3, held: 0 }),
    )
    expect(await statuses(id)).toEqual([
      'Applied: Committed',
      'Applied: Committed',
      'Applied: Committed',
    ])
    const entries = await allOf(service, `/v1/ledger-entries?jobId=${id}`)
    expect(entries.map(({ aspectKey }) => aspectKey).sort()).toEqual([
      'jobtitle',
      'lastname',
      'parentcustomerid',
    ])
  })

  it('runs again only what is asked for, and only once for one request', async () => {
    await policies()
    start()
    const id = await submitted(service, waiting)
    await finished(id)
    await mended()

    const reason = 'outcomeReason=Unmapped%20Code'
    await post(`${id}/item-retries?retryKey=a&${reason}`)
    const first = await finished(id)
    const repeated = await post(`${id}/item-retries?retryKey=a&${reason}`)
    const nothing = await post(`${id}/item-retries?retryKey=b&${reason}`)

    expect(first).toEqual(jasmine.objectContaining({ applied: 2, held: 1 }))
    expect([repeated.body, nothing.body]).toEqual([first, first])
    const left = await allOf(
      service,
      `/v1/sync-jobs/${id}/items?outcomeReason=No%20Related%20Record`,
    )
    expect(left.map(({ sequenceNumber }) => sequenceNumber)).toEqual([2])
    const failed = await post(`${id}/item-retries?retryKey=c&itemStatus=Failed`)
    expect(failed.body).toEqual(first)
  })

  it('runs no item again that waits in the ledger, and none of a job that has not finished', async () => {
    await policies()
    await service.post('/v1/commit-policies', {
      commitPolicies: [
        policy({ targetTable: 'contact', fieldName: 'emailaddress1', commitMode: 'OnCertify' }),
      ],
    })
    const id = await submitted(service, [{ ...ada, externalKey: 'E-1' }, ...waiting.slice(0, 1)])
    const early = await post(`${id}/item-retries`)
    expect([early.status, codeOf(early)]).toEqual([409, 'SyncJobUnfinished'])

    start()
    const before = await finished(id)
    expect(await statuses(id)).toContain('Held: Awaiting Certification')
    const after = await post(`${id}/item-retries`)
    expect(after.body).toEqual(before)
    expect(codeOf(await post(`${id}/item-retries?outcomeReason=No%20Policy`))).toBe(
      'InvalidRequest',
    )
    expect(codeOf(await post(`${nobody}/item-retries`))).toBe('SyncJobNotFound')
  })

  it('cancels a job at once that waits its turn or is being filled', async () => {
    const waits = await submitted(service, [ada])
    const opened = await service.post('/v1/open-sync-jobs', {
      sourceSystemKey: 'HRIS',
      entityType: 'contact',
    })
    for (const id of [waits, String(opened.body['jobId'])]) {
      const first = await post(`${id}/cancellation`)
      const again = await post(`${id}/cancellation`)
      expect([first.status, first.body['jobStatus']]).toEqual([200, 'Cancelled'])
      expect(again.body).toEqual(first.body)
    }
    const part = { partNumber: 1, items: [ada] }
    const id = String(opened.body['jobId'])
    expect(codeOf(await service.post(`/v1/sync-jobs/${id}/items`, part))).toBe('SyncJobNotOpen')
    expect(codeOf(await post(`${id}/closure`))).toBe('SyncJobNotOpen')
    expect(codeOf(await post(`${id}/item-retries`))).toBe('SyncJobUnfinished')
  })

  it('cancels no job that has finished', async () => {
    start()
    const id = await submitted(service, [ada])
    await finished(id)
    const late = await post(`${id}/cancellation`)

    expect([late.status, codeOf(late)]).toEqual([409, 'SyncJobFinished'])
    expect(codeOf(await post(`${nobody}/cancellation`))).toBe('SyncJobNotFound')
  })

  it('stops a job under way at the end of a chunk, and counts what was written', async () => {
    const items = Array.from({ length: 2_000 }, (_, at) => ({ ...ada, externalKey: `E-${at}` }))
    const id = await submitted(service, items)
    start(10)
    let asked: Answer | undefined
    while (!asked) {
      const { body } = await service.get(`/v1/sync-jobs/${id}`)
      if (Number(body['held']) > 0) asked = await post(`${id}/cancellation`)
    }
    const job = await finished(id)
    const held = Number(job['held'])

    expect(asked.status).toBe(200)
    expect(job['jobStatus']).toBe('Cancelled')
    expect(job['processMessage']).toBe(`Cancelled after ${held} of 2000 items.`)
    expect(held % 10).toBe(0)
    expect(held).toBeLessThan(2_000)
    const rows = await allOf(service, `/v1/sync-jobs/${id}/items?itemStatus=Held`)
    expect(rows.length).toBe(held)
    const pending = await allOf(service, `/v1/sync-jobs/${id}/items?itemStatus=Pending`)
    expect(pending.length).toBe(2_000 - held)

    const next = await submitted(service, [ada], { submissionKey: 'next' })
    expect((await finished(next))['jobStatus']).toBe('Completed')
  })
})
