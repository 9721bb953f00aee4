import { filter, query, retrieve } from '../../../../connector/dataverse/index.js'
import { itemId, jobId } from '../../../../connector/engine/ids.js'
import { decodeParts, decodePayload } from '../../../../connector/service/payload.js'
import { integrationPayload, integrationSyncJob } from '../../../../solution/tables/index.js'
import { ada, jobOf, submitted } from './jobs.js'
import { codeOf, detailsOf, startService, valueOf } from './service-under-test.js'
import type { ServiceUnderTest } from './service-under-test.js'

describe('SubmitSyncJob', () => {
  let service: ServiceUnderTest

  beforeAll(async () => {
    service = await startService()
  })

  afterAll(() => service.close())

  async function storedJob(id: string) {
    return service.client.send(retrieve(integrationSyncJob, id))
  }

  async function countJobs(): Promise<number> {
    const page = await service.client.send(query(integrationSyncJob, { select: ['name'] }))
    return page.rows.length
  }

  it('accepts a field, a record and a relationship, and answers with the job', async () => {
    const answer = await service.post(
      '/v1/sync-jobs',
      jobOf(
        [
          { ...ada, occurredDateTime: '2026-11-20T10:00:00Z' },
          {
            externalKey: 'E-100',
            record: { firstname: 'Ada', numberofchildren: 3, creditonhold: false, lastname: null },
          },
          {
            externalKey: 'E-100',
            fieldName: 'parentcustomerid',
            relatedTable: 'account',
            relatedExternalKey: 'ORG-7',
          },
        ],
        { submissionKey: 'three contents' },
      ),
    )

    expect(answer.status).toBe(201)
    expect(answer.body).toEqual(
      jasmine.objectContaining({
        jobId: jobId('HRIS', 'three contents'),
        jobStatus: 'Submitted',
        direction: 'Inbound',
        submissionKey: 'three contents',
        received: 3,
        applied: 0,
      }),
    )
  })

  it('keeps the job, its tables and its items in one row', async () => {
    const id = await submitted(service, [
      { ...ada, codeList: 'Mail' },
      { externalKey: 'ORG-7', targetTable: 'account', fieldName: 'name', newValue: null },
      {
        externalKey: 'E-1',
        fieldName: 'parentcustomerid',
        relatedTable: 'systemuser',
        relatedExternalKey: null,
      },
      {
        targetId: '6F1D6BDC-53A6-5B1C-9A3E-0C5A4C1F7E21',
        fieldName: 'lastname',
        newValue: '',
        occurredDateTime: '2026-11-20T12:00:00.900+02:00',
      },
    ])

    const job = await storedJob(id)

    expect(job).toEqual(
      jasmine.objectContaining({
        jobStatus: 'submitted',
        targetTables: 'account;contact',
        relatedTables: 'systemuser',
        codeLists: '["Mail"]',
        nextSequence: 0,
        attempts: 0,
        payloadParts: 0,
      }),
    )
    expect(await decodePayload(job.payload ?? '')).toEqual([
      {
        targetTable: 'contact',
        externalKey: 'E-100',
        codeList: 'Mail',
        fieldName: 'emailaddress1',
        newValue: 'ada@agency.gov',
      },
      { targetTable: 'account', externalKey: 'ORG-7', fieldName: 'name', newValue: null },
      {
        targetTable: 'contact',
        externalKey: 'E-1',
        fieldName: 'parentcustomerid',
        relatedTable: 'systemuser',
        relatedExternalKey: null,
      },
      {
        targetTable: 'contact',
        targetId: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
        occurredDateTime: '2026-11-20T10:00:00Z',
        fieldName: 'lastname',
        newValue: '',
      },
    ])
  })

  it('divides 20,000 items among payload rows, written with the job in one request', async () => {
    const items = Array.from({ length: 20_000 }, (_, index) => ({
      ...ada,
      externalKey: `E-${index}`,
    }))
    await service.post('/v1/commit-policies', {
      commitPolicies: [{ targetTable: 'contact', commitMode: 'OnIngest' }],
    })
    const before = service.local.trace.totals.requests

    const id = await submitted(service, items, { submissionKey: 'large' })

    expect(service.local.trace.totals.requests - before).toBe(1)
    const job = await storedJob(id)
    const { rows } = await service.client.send(
      query(integrationPayload, {
        select: ['content', 'partNumber'],
        filter: filter(integrationPayload).eq('integrationSyncJob', {
          table: integrationSyncJob.logicalName,
          id,
        }),
        orderBy: ['partNumber asc'],
      }),
    )
    expect(job.payload).toBeNull()
    expect(rows.length).toBe(job.payloadParts ?? 0)
    const kept = await decodeParts(rows.map(({ content }) => content ?? ''))
    expect(kept.map(({ externalKey }) => externalKey)).toEqual(
      items.map(({ externalKey }) => externalKey),
    )
  })

  it('answers a repeated submission key with the first job as it is now', async () => {
    const body = jobOf([ada], { submissionKey: 'again' })
    const first = await service.post('/v1/sync-jobs', body)
    const jobs = await countJobs()

    const second = await service.post('/v1/sync-jobs', body)

    expect(second.status).toBe(201)
    expect(second.body).toEqual(first.body)
    expect(await countJobs()).toBe(jobs)
  })

  it('knows a repetition whose properties, ids and times are spelled otherwise', async () => {
    const id = '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21'
    const item = { fieldName: 'lastname', newValue: 'L' }
    const first = { targetId: id, ...item, occurredDateTime: '2026-11-20T10:00:00Z' }
    const second = {
      ...item,
      occurredDateTime: '2026-11-20T11:00:00+01:00',
      targetTable: 'contact',
      targetId: id.toUpperCase(),
    }

    const jobs = [
      await submitted(service, [first], { submissionKey: 'spelling' }),
      await submitted(service, [second], { submissionKey: 'spelling' }),
    ]

    expect(jobs[1]).toBe(jobs[0] ?? '')
  })

  it('refuses a submission key that was used for other content, and leaves the first job alone', async () => {
    const id = await submitted(service, [ada], { submissionKey: 'reused' })
    const before = await storedJob(id)

    const other = jobOf([{ ...ada, newValue: 'other' }], { submissionKey: 'reused' })
    const answer = await service.post('/v1/sync-jobs', other)

    expect(answer.status).toBe(409)
    expect(codeOf(answer)).toBe('SubmissionKeyReused')
    expect(JSON.stringify(answer.body)).toContain(id)
    expect(await storedJob(id)).toEqual(before)
  })

  it('tells submission keys apart that differ by case, blanks, quotes or emoji', async () => {
    const keys = ['Key', 'key', ' key', 'key ', "k'ey", 'k"ey', 'k/e#y?&+%', '🗝️', 'ké', 'ke\u0301']
    const ids = []
    for (const submissionKey of keys) ids.push(await submitted(service, [ada], { submissionKey }))

    expect(new Set(ids).size).toBe(keys.length)
  })

  it('makes one job of the same request sent twice without a submission key', async () => {
    const request = {
      method: 'POST',
      url: '/v1/sync-jobs',
      payload: JSON.stringify(jobOf([ada])),
      headers: { 'content-type': 'application/json', 'x-ms-client-request-id': 'flow-run-1' },
    } as const
    const first = await service.send(request)
    const repeated = await service.send(request)
    const next = await service.send({
      ...request,
      headers: { ...request.headers, 'x-ms-client-request-id': 'flow-run-2' },
    })

    expect(repeated.body['jobId']).toBe(first.body['jobId'])
    expect(next.body['jobId']).not.toBe(first.body['jobId'])
  })

  it('makes one job of many that arrive at once under one submission key', async () => {
    const body = jobOf([ada], { submissionKey: 'at once' })
    const before = await countJobs()

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => service.post('/v1/sync-jobs', body)),
    )

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(await countJobs()).toBe(before + 1)
  })

  it('names a table the environment does not have, and the first item that names it', async () => {
    const before = await countJobs()

    const answer = await service.post(
      '/v1/sync-jobs',
      jobOf([ada, { ...ada, targetTable: 'unicorn' }, { ...ada, targetTable: 'unicorn' }]),
    )

    expect(codeOf(answer)).toBe('UnknownTable')
    expect(detailsOf(answer).map(({ path, value }) => [path, value])).toEqual([
      ['items[1].targetTable', '"unicorn"'],
    ])
    expect(await countJobs()).toBe(before)
  })

  it('refuses to write the tables of the integration itself', async () => {
    const table = integrationSyncJob.logicalName
    const answer = await service.post('/v1/sync-jobs', jobOf([ada], { entityType: table }))

    expect(codeOf(answer)).toBe('ProtectedTable')
  })

  it('refuses a request that names more tables than a job can hold', async () => {
    const items = Array.from({ length: 41 }, (_, index) => ({ ...ada, targetTable: `t${index}` }))

    expect(codeOf(await service.post('/v1/sync-jobs', jobOf(items)))).toBe('TooManyTables')
  })

  it('accepts a column that the table does not have: that is an outcome of its item', async () => {
    const id = await submitted(service, [{ ...ada, fieldName: 'no_such_column' }])
    const items = valueOf(await service.get(`/v1/sync-jobs/${id}/items`))

    expect(items.map(({ itemStatus }) => itemStatus)).toEqual(['Pending'])
  })

  it('gives items the ids that the worker will write them under', async () => {
    const id = await submitted(service, [ada, ada], { submissionKey: 'item ids' })
    const job = await storedJob(id)
    const time = job.submittedDateTime?.getTime() ?? 0

    const items = valueOf(await service.get(`/v1/sync-jobs/${id}/items`))

    expect(items.map((item) => item['itemId'])).toEqual([itemId(id, time, 0), itemId(id, time, 1)])
  })
})

describe('Jobs submitted within one second', () => {
  it('are listed in the order of their submission, also where the clock goes back', async () => {
    let now = 0
    const service = await startService({ now: () => now })
    const ids = []
    for (const [submissionKey, time] of [
      ['d', 1_800_000_000_500],
      ['c', 1_800_000_000_500],
      ['b', 1_800_000_000_100],
      ['a', 1_800_000_000_900],
    ] as const) {
      now = time
      ids.push(await submitted(service, [ada], { submissionKey }))
    }

    const jobs = valueOf(await service.get('/v1/sync-jobs'))
    await service.close()

    expect(jobs.map(({ jobId: id }) => id)).toEqual(ids)
  })
})
