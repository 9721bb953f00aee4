import { randomUUID } from 'node:crypto'

import {
  create,
  createDataverseClient,
  createMetadataCache,
} from '../../../../connector/dataverse/index.js'
import type { DataverseClient } from '../../../../connector/dataverse/index.js'
import { lookAtOffers } from '../../../../connector/service/write-back/offer-watch.js'
import { startLocalDataverse } from '../../../../solution/local/index.js'
import type { LocalDataverse } from '../../../../solution/local/index.js'
import { integrationLedger } from '../../../../solution/tables/index.js'
import { silentLog } from '../../../support/worker-stack.js'
import { addOffer, jobRow, statusesOf } from './offers.js'
import type { Offer } from './offers.js'

const start = Date.UTC(2026, 10, 21, 10, 0, 0)
const minute = 60_000
const hour = 60 * minute
const targetId = '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21'

describe('What nobody acknowledges', () => {
  let store: LocalDataverse
  let client: DataverseClient
  let now: number
  let requests: number

  beforeEach(async () => {
    now = start
    store = await startLocalDataverse({ data: ':memory:', port: 0 })
    requests = 0
    client = createDataverseClient({
      url: store.origin,
      onRequest: () => {
        requests += 1
      },
    })
  })

  afterEach(async () => {
    await client.close()
    await store.close()
  })

  async function look(): Promise<void> {
    const metadata = createMetadataCache(client)
    while (await lookAtOffers({ client, metadata, log: silentLog, now: () => now }));
  }

  const offered = async ({ jobId }: Offer) => {
    const { jobStatus, submittedDateTime, attempts } = await jobRow(client, jobId)
    return [jobStatus, submittedDateTime?.getTime(), attempts]
  }

  const statuses = async (offer: Offer) =>
    (await statusesOf(client, offer)).map(({ itemStatus }) => itemStatus)

  it('is offered again after an hour, four hours, a day, and every day from then on', async () => {
    const offer = await addOffer(client, 'ERP', [{ targetId, newValue: 'M1' }])
    let last = start
    for (const [index, pause] of [1, 4, 24, 24, 24].entries()) {
      now = last + pause * hour - 1_000
      await look()
      expect(await offered(offer))
        .withContext(`before ${pause} h`)
        .toEqual(['submitted', last, index + 1])
      now = last + pause * hour
      await look()
      expect(await offered(offer))
        .withContext(`after ${pause} h`)
        .toEqual(['submitted', now, index + 2])
      last = now
    }
    expect(await statuses(offer)).toEqual(['pending'])
  })

  it('takes one request to find that nothing is due', async () => {
    await addOffer(client, 'ERP', [{ targetId, newValue: 'M1' }])
    await look()
    requests = 0
    now = start + 59 * minute
    await look()

    expect(requests).toBe(1)
  })

  it('is not offered again once every item was acknowledged, and its job is closed', async () => {
    const offer = await addOffer(client, 'ERP', [
      { targetId, newValue: 'M1', itemStatus: 'applied' },
      { targetId, newValue: 'M2', fieldName: 'department', itemStatus: 'rejected' },
    ])
    await look()

    const job = await jobRow(client, offer.jobId)
    expect([job.jobStatus, job.received, job.applied, job.rejected]).toEqual([
      'completedWithErrors',
      2,
      1,
      1,
    ])
    expect(job.submittedDateTime?.getTime()).toBe(start)
  })

  it('is superseded by a newer value for the same source, record and field alone', async () => {
    const older = await addOffer(client, 'ERP', [
      { targetId, newValue: 'M1' },
      { targetId, newValue: 'Research', fieldName: 'department' },
      { targetId: randomUUID(), externalKey: 'E-200', newValue: 'M1' },
    ])
    const elsewhere = await addOffer(client, 'CRM', [{ targetId, newValue: 'M1' }])
    const newer = await addOffer(client, 'ERP', [
      { targetId, newValue: 'M2', occurredDateTime: new Date(start + minute) },
    ])
    await look()

    expect(await statuses(older)).toEqual(['superseded', 'pending', 'pending'])
    expect(await statuses(elsewhere)).toEqual(['pending'])
    expect(await statuses(newer)).toEqual(['pending'])
    const [item] = await statusesOf(client, older)
    expect(item?.processMessage).toBe(
      'The field got a newer value before this one was acknowledged.',
    )
  })

  it('is superseded where the newer value of the same second is held for a person', async () => {
    const older = await addOffer(client, 'ERP', [{ targetId, newValue: 'M1' }])
    await look()
    const newer = await addOffer(client, 'ERP', [
      { targetId, itemStatus: 'held' },
      { targetId, fieldName: 'department', newValue: 'Research' },
    ])
    await look()

    expect(await statuses(older)).toEqual(['superseded'])
    expect((await jobRow(client, older.jobId)).superseded).toBe(1)
    expect((await jobRow(client, older.jobId)).jobStatus).toBe('completed')
    expect(await statuses(newer)).toEqual(['held', 'pending'])
  })

  it('leaves what the source applied as it is, whatever came later', async () => {
    const older = await addOffer(client, 'ERP', [
      { targetId, newValue: 'M1', itemStatus: 'applied' },
    ])
    await addOffer(client, 'ERP', [
      { targetId, newValue: 'M2', occurredDateTime: new Date(start + minute) },
    ])
    await look()

    expect(await statuses(older)).toEqual(['applied'])
  })

  it('is not offered again where the field has another value by then', async () => {
    const offer = await addOffer(client, 'ERP', [
      { targetId, newValue: 'M1', sourceValue: 'Mathematician' },
      { targetId, newValue: 'R', sourceValue: 'Research', fieldName: 'department' },
    ])
    const head = async (aspectKey: string, value: string) =>
      client.send(
        create(integrationLedger, randomUUID(), {
          name: aspectKey,
          ledgerAspect: aspectKey === '*' ? 'record' : 'field',
          aspectKey,
          targetTable: 'contact',
          targetId,
          sourceSystemKey: 'ERP',
          ledgerStatus: 'certified',
          settledStatus: 'certified',
          value,
          appliedOn: new Date(start + minute),
        }),
      )
    await head('jobtitle', 'Engineer')
    await head('*', JSON.stringify({ department: 'Research', lastname: 'Lovelace' }))
    now = start + hour
    await look()

    expect(await statuses(offer)).toEqual(['superseded', 'pending'])
    expect(await offered(offer)).toEqual(['submitted', now, 2])
  })
})
