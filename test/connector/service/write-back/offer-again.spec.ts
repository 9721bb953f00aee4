import { randomUUID } from 'node:crypto'

import {
  create,
  createDataverseClient,
  createMetadataCache,
  filter,
  query,
  update,
} from '../../../../connector/dataverse/index.js'
import { commitPolicyId, identifierHash, identifierId } from '../../../../connector/engine/index.js'
import { lookAtOffers } from '../../../../connector/service/write-back/offer-watch.js'
import {
  account,
  contact,
  integrationCommitPolicy,
  integrationIdentifier,
  integrationLedger,
  integrationSyncItem,
  integrationSyncJob,
} from '../../../../solution/tables/index.js'
import { addPolicy, addValueMap, silentLog } from '../../../support/worker-stack.js'
import { codeOf, startService } from '../http/service-under-test.js'
import type { ServiceUnderTest } from '../http/service-under-test.js'
import { addOffer, jobRow } from './offers.js'
import type { Offer, OfferedRow } from './offers.js'

const start = Date.UTC(2026, 10, 21, 10, 0, 0)
const minute = 60_000
const targetTable = contact.logicalName
const targetId = '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21'
const orgId = '0b6f6a0e-6a53-5d0b-8f0e-3a1de0a2a4f1'
const title = contact.columns.jobTitle.logicalName
const department = contact.columns.department.logicalName
const company = contact.columns.parentCustomer.logicalName

/** An item that no code of ERP was found for. */
const held: OfferedRow = {
  targetId,
  itemStatus: 'held',
  fieldName: title,
  sourceValue: 'Analyst',
  outcomeReason: 'unmappedCode',
  processMessage: 'No code of ERP in code list Title means "Analyst".',
}

const closed = { jobStatus: 'completed', completedDateTime: new Date(start), held: 1 } as const

describe('Offering again what was held', () => {
  let service: ServiceUnderTest
  let now: number

  beforeEach(async () => {
    now = start + minute
    service = await startService({ now: () => now })
    await addPolicy(service.client, targetTable, null, { writeBack: true })
    await addPolicy(service.client, targetTable, title, { writeBack: true, codeList: 'Title' })
    await link(targetTable, 'E-100', targetId)
  })

  afterEach(() => service.close())

  async function link(table: string, externalKey: string, id: string): Promise<void> {
    const key = { sourceSystemKey: 'ERP', targetTable: table, externalKey }
    await service.client.send(
      create(integrationIdentifier, identifierId(key), {
        ...{ ...key, targetId: id, name: externalKey, keyHash: identifierHash(key) },
      }),
    )
  }

  const map = (sourceCode: string, value = 'Analyst') =>
    addValueMap(service.client, { codeList: 'Title', sourceSystemKey: 'ERP', sourceCode }, value)

  async function look(client = service.client): Promise<void> {
    const metadata = createMetadataCache(client)
    while (await lookAtOffers({ client, metadata, log: silentLog, now: () => now }));
  }

  const ask = ({ jobId }: Offer, search = '') =>
    service.post(`/v1/sync-jobs/${jobId}/item-retries${search}`, {})

  async function retry(offer: Offer, search = ''): Promise<void> {
    expect((await ask(offer, search)).status).toBe(200)
    await look()
  }

  async function itemsOf({ jobId }: Offer) {
    const { rows } = await service.client.send(
      query(integrationSyncItem, {
        select: ['itemStatus', 'newValue', 'outcomeReason', 'processMessage', 'relatedTable'],
        filter: filter(integrationSyncItem).eq('integrationSyncJob', {
          table: integrationSyncJob.logicalName,
          id: jobId,
        }),
        orderBy: ['sequenceNumber asc'],
      }),
    )
    return rows
  }

  const told = async (offer: Offer) =>
    (await itemsOf(offer)).map(({ itemStatus, newValue, outcomeReason, processMessage }) => [
      itemStatus,
      newValue,
      outcomeReason,
      processMessage,
    ])

  const head = (aspectKey: string, value: string) =>
    service.client.send(
      create(integrationLedger, randomUUID(), {
        ...{ name: aspectKey, ledgerAspect: 'field', aspectKey, targetTable, targetId, value },
        ...{ sourceSystemKey: 'HR', ledgerStatus: 'certified', settledStatus: 'certified' },
        appliedOn: new Date(start),
      }),
    )

  it('offers a value whose map was added since, as of now', async () => {
    const offer = await addOffer(service.client, 'ERP', [held], closed)
    await head(title, 'Analyst')
    await map('A1')
    await retry(offer)

    expect(await told(offer)).toEqual([['pending', 'A1', null, null]])
    const job = await jobRow(service.client, offer.jobId)
    expect([job.jobStatus, job.completedDateTime, job.attempts]).toEqual(['submitted', null, 1])
    expect(job.submittedDateTime?.getTime()).toBe(now)
    expect([job.received, job.held]).toEqual([1, 0])
    const [itemId] = offer.itemIds
    const acknowledged = { items: [{ itemId, outcome: 'Applied' }] }
    expect((await service.post('/v1/sync-item-acknowledgements', acknowledged)).body['noted']).toBe(
      1,
    )
    const after = await jobRow(service.client, offer.jobId)
    expect([after.jobStatus, after.received, after.applied, after.held]).toEqual([
      'completed',
      1,
      1,
      0,
    ])
  })

  it('offers a relationship whose related key was linked since, in the source’s own key', async () => {
    const row = { ...held, fieldName: company, sourceValue: `${account.logicalName}/${orgId}` }
    const offer = await addOffer(
      service.client,
      'ERP',
      [{ ...row, outcomeReason: 'noRelatedRecord' }],
      closed,
    )
    await link(account.logicalName, 'ORG-7', orgId)
    await retry(offer)

    expect(await told(offer)).toEqual([['pending', 'ORG-7', null, null]])
    expect((await itemsOf(offer))[0]?.relatedTable).toBe(account.logicalName)
  })

  it('keeps holding a value for the reason of now, and closes the job', async () => {
    const offer = await addOffer(service.client, 'ERP', [held], closed)
    await map('A1')
    await map('A2')
    await retry(offer)

    const [item] = await itemsOf(offer)
    expect([item?.itemStatus, item?.newValue, item?.outcomeReason]).toEqual([
      'held',
      null,
      'unmappedCode',
    ])
    expect(item?.processMessage).toContain('Codes "A1" and "A2" of ERP')
    const job = await jobRow(service.client, offer.jobId)
    expect([job.jobStatus, job.received, job.held]).toEqual(['completed', 1, 1])
    expect(job.submittedDateTime?.getTime()).toBe(start)
  })

  it('says where the record’s key is gone, or no policy writes the field back any more', async () => {
    const offer = await addOffer(
      service.client,
      'ERP',
      [held, { ...held, externalKey: 'E-200' }],
      closed,
    )
    await map('A1')
    const id = commitPolicyId(targetTable, title)
    await service.client.send(update(integrationCommitPolicy, id, { writeBack: false }))
    await retry(offer)

    const [unwritten, unlinked] = await itemsOf(offer)
    expect([unwritten?.outcomeReason, unlinked?.outcomeReason]).toEqual(['noPolicy', 'noRecord'])
    expect(unlinked?.processMessage).toContain('Key "E-200" of ERP is not linked to contact')

    await service.client.send(update(integrationCommitPolicy, id, { writeBack: true }))
    await retry(offer)
    expect((await itemsOf(offer)).map(({ itemStatus }) => itemStatus)).toEqual(['pending', 'held'])
  })

  it('supersedes a value whose field has another one in force, or a newer offer', async () => {
    const offer = await addOffer(
      service.client,
      'ERP',
      [held, { ...held, fieldName: department, sourceValue: 'Research' }],
      closed,
    )
    const newer = await addOffer(service.client, 'ERP', [
      {
        ...{ targetId, fieldName: department, newValue: 'Sales', sourceValue: 'Sales' },
        occurredDateTime: new Date(start + minute),
      },
    ])
    await map('A1')
    await head(title, 'Countess')
    await retry(offer)

    const statuses = (await itemsOf(offer)).map(({ itemStatus, newValue }) => [
      itemStatus,
      newValue,
    ])
    expect(statuses).toEqual([
      ['superseded', null],
      ['superseded', null],
    ])
    expect((await itemsOf(newer))[0]?.itemStatus).toBe('pending')
    const job = await jobRow(service.client, offer.jobId)
    expect([job.jobStatus, job.superseded, job.held]).toEqual(['completed', 2, 0])
  })

  it('leaves what the source has applied or refused, and what was not asked for', async () => {
    const offer = await addOffer(
      service.client,
      'ERP',
      [
        { ...held, fieldName: department, itemStatus: 'applied', outcomeReason: null },
        { ...held, fieldName: 'lastname', itemStatus: 'rejected', outcomeReason: null },
        { ...held, outcomeReason: 'noRelatedRecord' },
        { ...held, fieldName: 'firstname' },
      ],
      closed,
    )
    await map('A1')
    await retry(offer, '?outcomeReason=Unmapped%20Code')

    const statuses = async () => (await itemsOf(offer)).map(({ itemStatus }) => itemStatus)
    expect(await statuses()).toEqual(['applied', 'rejected', 'held', 'pending'])
    const job = await jobRow(service.client, offer.jobId)
    expect([job.received, job.applied, job.rejected, job.held]).toEqual([4, 1, 1, 1])
  })

  it('goes on beside values of the job that are still to be acknowledged', async () => {
    const pending = { targetId, fieldName: department, newValue: 'R', sourceValue: 'R' }
    const offer = await addOffer(service.client, 'ERP', [pending, held])
    await look()
    await map('A1')
    expect((await ask(offer, '?retryKey=a')).status).toBe(200)

    const [itemId] = offer.itemIds
    await service.post('/v1/sync-item-acknowledgements', {
      items: [{ itemId, outcome: 'Applied' }],
    })
    expect((await jobRow(service.client, offer.jobId)).jobStatus).toBe('submitted')
    const second = await ask(offer, '?retryKey=b')
    expect([second.status, codeOf(second)]).toEqual([409, 'SyncJobUnfinished'])
    await look()

    expect((await itemsOf(offer)).map(({ itemStatus }) => itemStatus)).toEqual([
      'applied',
      'pending',
    ])
  })

  it('changes nothing when the same request is sent again, and nothing where nothing is held', async () => {
    const offer = await addOffer(service.client, 'ERP', [held], closed)
    await map('A1')
    await retry(offer, '?retryKey=after-map')
    const [job, items] = [await jobRow(service.client, offer.jobId), await itemsOf(offer)]
    now += minute
    await retry(offer, '?retryKey=after-map')
    await retry(offer, '?retryKey=another')

    expect(await jobRow(service.client, offer.jobId)).toEqual(job)
    expect(await itemsOf(offer)).toEqual(items)
  })

  it('goes on where it was after a cut between the items and their job', async () => {
    const offer = await addOffer(service.client, 'ERP', [held], closed)
    await map('A1')
    await ask(offer)
    const [id] = offer.itemIds
    await service.client.send(
      update(integrationSyncItem, id ?? '', {
        ...{ itemStatus: 'pending', newValue: 'A1', outcomeReason: null, processMessage: null },
      }),
    )
    await look()

    expect(await told(offer)).toEqual([['pending', 'A1', null, null]])
    const job = await jobRow(service.client, offer.jobId)
    expect([job.jobStatus, job.submittedDateTime?.getTime()]).toEqual(['submitted', now])
  })

  it('takes one request afterwards to find that nothing is due', async () => {
    const offer = await addOffer(service.client, 'ERP', [held], closed)
    await map('A1')
    await retry(offer)
    let requests = 0
    const client = createDataverseClient({
      url: service.local.origin,
      onRequest: () => {
        requests += 1
      },
    })
    await look(client)
    await client.close()

    expect(requests).toBe(1)
  })
})
