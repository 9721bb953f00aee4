import { create, update, upsert } from '../../../../connector/dataverse/index.js'
import { itemId } from '../../../../connector/engine/ids.js'
import { integrationSyncItem, integrationSyncJob } from '../../../../solution/tables/index.js'
import { ada, submitted } from './jobs.js'
import { allOf, codeOf, startService, valueOf } from './service-under-test.js'
import type { Json, ServiceUnderTest } from './service-under-test.js'

const sequences = (items: readonly Json[]) => items.map(({ sequenceNumber }) => sequenceNumber)
const count = 25

describe('ListSyncItems', () => {
  let service: ServiceUnderTest

  beforeAll(async () => {
    service = await startService()
  })

  afterAll(() => service.close())

  function job(submissionKey: string): Promise<string> {
    const items = Array.from({ length: count }, (_, index) => ({
      ...ada,
      externalKey: `E-${index}`,
    }))
    return submitted(service, items, { submissionKey })
  }

  /** Writes the rows of some items, as a worker does. */
  async function write(id: string, written: readonly number[], nextSequence: number) {
    for (const sequence of written) {
      await service.client.send(
        upsert(integrationSyncItem, itemId(id, 0, sequence), {
          integrationSyncJob: { table: integrationSyncJob.logicalName, id },
          sequenceNumber: sequence,
          targetTable: 'contact',
          externalKey: `E-${sequence}`,
          fieldName: 'emailaddress1',
          newValue: 'ada@agency.gov',
          itemStatus: sequence % 2 === 0 ? 'applied' : 'held',
          outcomeReason: sequence % 2 === 0 ? 'committed' : 'noPolicy',
          processMessage: 'Why.',
        }),
      )
    }
    await service.client.send(update(integrationSyncJob, id, { nextSequence }))
  }

  it('shows the items of a posted job as pending before any is a row', async () => {
    const id = await submitted(service, [
      ada,
      { externalKey: 'E-1', record: { firstname: 'Ada' }, targetTable: 'contact' },
      {
        externalKey: 'E-2',
        fieldName: 'parentcustomerid',
        relatedTable: 'account',
        relatedExternalKey: 'ORG-7',
        relatedSourceSystemKey: 'ERP',
      },
    ])

    const items = valueOf(await service.get(`/v1/sync-jobs/${id}/items`))

    expect(items).toEqual([
      jasmine.objectContaining({
        sequenceNumber: 0,
        itemStatus: 'Pending',
        fieldName: 'emailaddress1',
        newValue: 'ada@agency.gov',
      }),
      jasmine.objectContaining({ sequenceNumber: 1, newValue: '{"firstname":"Ada"}' }),
      jasmine.objectContaining({
        sequenceNumber: 2,
        relatedTable: 'account',
        relatedSourceSystemKey: 'ERP',
        sourceValue: 'ORG-7',
      }),
    ])
  })

  it('combines rows and payload while a chunk is being written: each item once, in order', async () => {
    const id = await job('half written')
    await write(id, [0, 1, 2, 3, 4, 7, 8, 20], 5)

    for (const pageSize of [1, 4, 7, 25, 100]) {
      const items = await allOf(service, `/v1/sync-jobs/${id}/items?pageSize=${pageSize}`)

      expect(sequences(items)).toEqual(Array.from({ length: count }, (_, index) => index))
      expect(items.filter(({ itemStatus }) => itemStatus !== 'Pending').length).toBe(8)
    }
  })

  it('filters rows and payload alike', async () => {
    const id = await job('half written, filtered')
    await write(id, [0, 1, 2, 3, 6, 24], 4)
    const of = (statuses: string) =>
      allOf(service, `/v1/sync-jobs/${id}/items?itemStatus=${statuses}&pageSize=3`)

    expect(sequences(await of('Held'))).toEqual([1, 3])
    expect(sequences(await of('Applied'))).toEqual([0, 2, 6, 24])
    expect(sequences(await of('Pending,Held'))).toEqual(
      Array.from({ length: count }, (_, index) => index).filter(
        (index) => ![0, 2, 6, 24].includes(index),
      ),
    )
    expect(await of('Failed')).toEqual([])
  })

  it('goes on without gap or repetition where items are written between two pages', async () => {
    const id = await job('written meanwhile')
    const first = await service.get(`/v1/sync-jobs/${id}/items?pageSize=10`)
    await write(
      id,
      Array.from({ length: count }, (_, index) => index),
      count,
    )
    const rest = await allOf(service, String(first.body['nextLink']))

    expect(sequences([...valueOf(first), ...rest])).toEqual(
      Array.from({ length: count }, (_, index) => index),
    )
    expect(new Set(rest.map(({ itemStatus }) => itemStatus))).toEqual(new Set(['Applied', 'Held']))
  })

  it('lists a closed job whose payload has been purged', async () => {
    const id = await job('purged')
    await write(
      id,
      Array.from({ length: count }, (_, index) => index),
      count,
    )
    await service.client.send(update(integrationSyncJob, id, { payload: null }))

    const items = await allOf(service, `/v1/sync-jobs/${id}/items?pageSize=10`)

    expect(sequences(items)).toEqual(Array.from({ length: count }, (_, index) => index))
    expect(items[1]).toEqual(
      jasmine.objectContaining({ outcomeReason: 'No Policy', processMessage: 'Why.' }),
    )
  })

  it('lists the rows of a job that was made by hand, also without sequence numbers', async () => {
    const made = await service.client.send(
      create(integrationSyncJob, null, {
        name: 'By hand',
        jobStatus: 'open',
        sourceSystemKey: 'HRIS',
      }),
    )
    for (const externalKey of ['first', 'second', 'third']) {
      await service.client.send(
        create(integrationSyncItem, null, {
          integrationSyncJob: { table: integrationSyncJob.logicalName, id: made.id },
          externalKey,
          fieldName: 'description',
          newValue: 'short',
          longValue: externalKey === 'third' ? 'x'.repeat(5_000) : null,
        }),
      )
    }

    const items = await allOf(service, `/v1/sync-jobs/${made.id}/items?pageSize=2`)
    const pending = await allOf(service, `/v1/sync-jobs/${made.id}/items?itemStatus=Pending`)

    expect(items.map(({ externalKey }) => externalKey).sort()).toEqual(['first', 'second', 'third'])
    expect(pending.length).toBe(3)
    expect(items.map(({ newValue }) => String(newValue).length).sort()).toEqual([5, 5, 5_000])
  })

  it('refuses a page token of another job, of other filters, or bent', async () => {
    const one = await job('token one')
    const other = await job('token other')
    const page = await service.get(`/v1/sync-jobs/${one}/items?pageSize=5`)
    const token = new URL(String(page.body['nextLink'])).searchParams.get('pageToken') ?? ''

    const bent = Buffer.from(token, 'base64url').toString().replace(/,4\]$/, ',"4"]')
    const urls = [
      `/v1/sync-jobs/${other}/items?pageSize=5&pageToken=${token}`,
      `/v1/sync-jobs/${one}/items?pageSize=6&pageToken=${token}`,
      `/v1/sync-jobs/${one}/items?pageSize=5&itemStatus=Held&pageToken=${token}`,
      `/v1/sync-jobs/${one}/items?pageSize=5&pageToken=${token.slice(1)}`,
      `/v1/sync-jobs/${one}/items?pageSize=5&pageToken=${Buffer.from(bent).toString('base64url')}`,
    ]
    const codes = []
    for (const url of urls) codes.push(codeOf(await service.get(url)))

    expect(codes).toEqual(urls.map(() => 'InvalidPageToken'))
  })

  it('takes a job id in upper case', async () => {
    const id = await job('upper case')
    const answer = await service.get(`/v1/sync-jobs/${id.toUpperCase()}/items?pageSize=1`)

    expect(answer.status).toBe(200)
    expect((await service.get(String(answer.body['nextLink']))).status).toBe(200)
  })
})
