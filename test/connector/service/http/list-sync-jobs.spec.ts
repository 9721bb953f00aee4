import { create, remove, update } from '../../../../connector/dataverse/index.js'
import { integrationSyncJob } from '../../../../solution/tables/index.js'
import { ada, submitted } from './jobs.js'
import { allOf, startService } from './service-under-test.js'
import type { ServiceUnderTest } from './service-under-test.js'

describe('ListSyncJobs', () => {
  let service: ServiceUnderTest
  let now = Date.parse('2026-11-21T10:00:00Z')
  const ids: string[] = []

  beforeAll(async () => {
    service = await startService({ now: () => now })
    for (let index = 0; index < 7; index++) {
      const sourceSystemKey = index === 6 ? 'hris' : 'HRIS'
      ids.push(await submitted(service, [ada], { submissionKey: `job-${index}`, sourceSystemKey }))
      now += 60_000
    }
    await service.client.send(
      update(integrationSyncJob, ids[1] ?? '', {
        jobStatus: 'completedWithErrors',
        failed: 1,
        completedDateTime: new Date('2026-11-21T10:05:00Z'),
        processMessage: 'One item failed.',
      }),
    )
    await service.client.send(update(integrationSyncJob, ids[2] ?? '', { jobStatus: 'processing' }))
  })

  afterAll(() => service.close())

  const jobs = async (filter: string) =>
    (await allOf(service, `/v1/sync-jobs?pageSize=2${filter}`)).map(({ jobId }) => jobId)

  it('lists all in the order of their submission, page by page', async () => {
    expect(await jobs('')).toEqual(ids)
  })

  it('filters by source system, status and time of submission', async () => {
    expect(await jobs('&sourceSystemKey=hris')).toEqual(ids.slice(6))
    expect(await jobs('&jobStatus=Completed%20With%20Errors,Processing')).toEqual(ids.slice(1, 3))
    expect(await jobs('&submittedSince=2026-11-21T11:03:00%2B01:00')).toEqual(ids.slice(3))
    expect(await jobs('&sourceSystemKey=nobody')).toEqual([])
  })

  it('shows how a job ended', async () => {
    const { body } = await service.get(`/v1/sync-jobs/${ids[1] ?? ''}`)

    expect(body).toEqual(
      jasmine.objectContaining({
        jobStatus: 'Completed With Errors',
        failed: 1,
        submittedDateTime: '2026-11-21T10:01:00Z',
        completedDateTime: '2026-11-21T10:05:00Z',
        processMessage: 'One item failed.',
      }),
    )
  })

  it('shows a job made by hand, which has no counts yet', async () => {
    const { id } = await service.client.send(
      create(integrationSyncJob, null, { jobStatus: 'open', sourceSystemKey: 'Hand' }),
    )
    const { body } = await service.get(`/v1/sync-jobs/${id}`)
    await service.client.send(remove(integrationSyncJob, id))

    expect(body).toEqual(jasmine.objectContaining({ jobId: id, jobStatus: 'Open', received: 0 }))
  })
})
