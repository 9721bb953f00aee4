import type { Caller } from '../../../../connector/service/auth/caller.js'
import { addOffer, jobRow, statusesOf } from '../write-back/offers.js'
import { submitted } from './jobs.js'
import { codeOf, startService, valueOf } from './service-under-test.js'
import type { Answer, ServiceUnderTest } from './service-under-test.js'

const nobody = '00000000-0000-4000-8000-000000000000'

const keyOf = (sourceSystemKey: string): Caller => ({
  kind: 'sourceSystem',
  name: `key of ${sourceSystemKey}`,
  roles: new Set(['submit', 'read']),
  sourceSystemKey,
})

describe('Acknowledging offered values', () => {
  let service: ServiceUnderTest

  afterEach(async () => {
    await service.close()
  })

  const acknowledge = (items: readonly object[]): Promise<Answer> =>
    service.post('/v1/sync-item-acknowledgements', { items })

  /** Outcome and message of each result. */
  const outcomes = (answer: Answer) =>
    valueOf(answer).map(({ outcome, itemStatus, message }) => [outcome, itemStatus, message])

  describe('by anybody who may', () => {
    beforeEach(async () => {
      service = await startService()
    })

    it('notes what was applied and what was refused, and closes the job after the last', async () => {
      const offer = await addOffer(service.client, 'ERP', [
        { newValue: 'M1' },
        { newValue: 'M2' },
        { itemStatus: 'held', outcomeReason: 'unmappedCode' },
      ])
      const [first, second] = offer.itemIds

      const applied = await acknowledge([{ itemId: first, outcome: 'Applied' }])
      expect(applied.body['noted']).toBe(1)
      expect((await jobRow(service.client, offer.jobId)).jobStatus).toBe('submitted')

      const refusal = { itemId: second, outcome: 'Refused', message: 'Code M2 was closed.' }
      expect(outcomes(await acknowledge([refusal]))).toEqual([['Noted', 'Rejected', undefined]])

      const [one, two] = await statusesOf(service.client, offer)
      expect([one?.itemStatus, one?.appliedDateTime instanceof Date]).toEqual(['applied', true])
      expect([two?.itemStatus, two?.processMessage]).toEqual(['rejected', 'Code M2 was closed.'])
      const job = await jobRow(service.client, offer.jobId)
      expect(job.jobStatus).toBe('completedWithErrors')
      expect([job.received, job.applied, job.rejected, job.held]).toEqual([3, 1, 1, 1])
    })

    it('answers a repeated acknowledgement as the first one, and changes nothing', async () => {
      const offer = await addOffer(service.client, 'ERP', [{ newValue: 'M1' }])
      const said = [{ itemId: offer.itemIds[0]?.toUpperCase(), outcome: 'Applied' }]

      const first = await acknowledge(said)
      const job = await jobRow(service.client, offer.jobId)
      const again = await acknowledge(said)

      expect(again.body).toEqual(first.body)
      expect(again.body['noted']).toBe(1)
      expect(await jobRow(service.client, offer.jobId)).toEqual(job)
      expect(job.jobStatus).toBe('completed')
    })

    it('tells of each item why it was not noted, and notes the others', async () => {
      const inbound = await submitted(service, [
        { externalKey: 'E-1', fieldName: 'x', newValue: 'y' },
      ])
      const incoming = await addOffer(service.client, 'HRIS', [{}], { direction: 'inbound' })
      const offer = await addOffer(service.client, 'ERP', [
        { newValue: 'M1', itemStatus: 'rejected' },
        { newValue: 'M2', itemStatus: 'superseded' },
        { newValue: 'M3', itemStatus: 'held' },
        { newValue: 'M4' },
      ])
      const closed = await addOffer(service.client, 'ERP', [{}], { jobStatus: 'cancelled' })
      const ids = [inbound, ...incoming.itemIds, ...offer.itemIds, ...closed.itemIds, nobody]

      const answer = await acknowledge(ids.map((itemId) => ({ itemId, outcome: 'Applied' })))

      expect(outcomes(answer)).toEqual([
        ['Refused', undefined, 'It is not there, or it is not offered to you.'],
        ['Refused', 'Pending', 'It came in from HRIS: only offered items are acknowledged.'],
        ['Refused', 'Rejected', 'It is Rejected already.'],
        [
          'Refused',
          'Superseded',
          'A newer value of the field came since: acknowledge the newest one offered.',
        ],
        ['Refused', 'Held', 'It waits for a person and is not offered.'],
        ['Noted', 'Applied', undefined],
        ['Refused', 'Pending', 'Its job is Cancelled, so it is not offered.'],
        ['Refused', undefined, 'It is not there, or it is not offered to you.'],
      ])
      expect([answer.body['received'], answer.body['noted'], answer.body['refused']]).toEqual([
        8, 1, 7,
      ])
      const job = await jobRow(service.client, offer.jobId)
      expect([job.jobStatus, job.received]).toEqual(['completedWithErrors', 4])
    })

    it('takes a thousand items in one request, and no more', async () => {
      const offer = await addOffer(
        service.client,
        'ERP',
        Array.from({ length: 1_000 }, (_, index) => ({ newValue: `M${index}` })),
      )
      const all = offer.itemIds.map((itemId) => ({ itemId, outcome: 'Applied' }))

      const tooMany = await acknowledge([...all, { itemId: nobody, outcome: 'Applied' }])
      expect([tooMany.status, codeOf(tooMany)]).toEqual([400, 'InvalidRequest'])

      expect((await acknowledge(all)).body['noted']).toBe(1_000)
      const job = await jobRow(service.client, offer.jobId)
      expect([job.jobStatus, job.applied]).toEqual(['completed', 1_000])
    })

    it('refuses an item that is named twice', async () => {
      const offer = await addOffer(service.client, 'ERP', [{ newValue: 'M1' }])
      const [itemId] = offer.itemIds
      const answer = await acknowledge([
        { itemId, outcome: 'Applied' },
        { itemId, outcome: 'Refused' },
      ])

      expect([answer.status, codeOf(answer)]).toEqual([400, 'InvalidRequest'])
      expect((await statusesOf(service.client, offer))[0]?.itemStatus).toBe('pending')
    })

    it('closes the job where two acknowledge its last items at the same time', async () => {
      const offer = await addOffer(service.client, 'ERP', [{ newValue: 'M1' }, { newValue: 'M2' }])

      await Promise.all(
        offer.itemIds.map((itemId) => acknowledge([{ itemId, outcome: 'Applied' }])),
      )

      const job = await jobRow(service.client, offer.jobId)
      expect([job.jobStatus, job.applied]).toEqual(['completed', 2])
    })

    it('lists the jobs of one direction and the items that are offered', async () => {
      const inbound = await submitted(service, [
        { externalKey: 'E-1', fieldName: 'x', newValue: 'y' },
      ])
      const offer = await addOffer(service.client, 'HRIS', [{ newValue: 'M1' }])
      const other = await addOffer(service.client, 'ERP', [{ newValue: 'M1' }])
      const jobs = async (query: string) =>
        valueOf(await service.get(`/v1/sync-jobs?${query}`)).map(({ jobId }) => jobId)

      expect((await jobs('direction=Outbound')).sort()).toEqual([offer.jobId, other.jobId].sort())
      expect(await jobs('direction=Outbound&sourceSystemKey=ERP&jobStatus=Submitted')).toEqual([
        other.jobId,
      ])
      expect(await jobs('direction=Inbound')).toEqual([inbound])
      const items = await service.get(`/v1/sync-jobs/${offer.jobId}/items?itemStatus=Pending`)
      expect(valueOf(items).map(({ itemId, newValue }) => [itemId, newValue])).toEqual([
        [offer.itemIds[0], 'M1'],
      ])
    })
  })

  describe('by the key of a source system', () => {
    it('notes its own items and tells nothing of those of another one', async () => {
      service = await startService({ authenticate: () => Promise.resolve(keyOf('ERP')) })
      const own = await addOffer(service.client, 'ERP', [{ newValue: 'M1' }])
      const other = await addOffer(service.client, 'HRIS', [{ newValue: 'M1' }])
      const ids = [...own.itemIds, ...other.itemIds]

      const answer = await acknowledge(ids.map((itemId) => ({ itemId, outcome: 'Applied' })))

      expect(outcomes(answer)).toEqual([
        ['Noted', 'Applied', undefined],
        ['Refused', undefined, 'It is not there, or it is not offered to you.'],
      ])
      expect((await statusesOf(service.client, other))[0]?.itemStatus).toBe('pending')
    })
  })
})
