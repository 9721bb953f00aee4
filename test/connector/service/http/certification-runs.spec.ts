import { create, createMultiple, retrieve, update } from '../../../../connector/dataverse/index.js'
import type { RowChanges } from '../../../../connector/dataverse/index.js'
import { commitPolicyId, ledgerEntryId } from '../../../../connector/engine/ids.js'
import type { IntegrationLedgerRow } from '../../../../solution/tables/index.js'
import {
  integrationCommitPolicy,
  integrationLedger,
  systemUser,
} from '../../../../solution/tables/index.js'
import { wellKnownCaller } from './local-caller.js'
import { startService, valueOf } from './service-under-test.js'
import type { Answer, ServiceUnderTest } from './service-under-test.js'

const record = '0b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10'
const start = Date.UTC(2026, 10, 21, 8)
const day = 24 * 60 * 60_000
const date = (time: number) => new Date(time)
const text = (time: number) => date(time).toISOString().replace('.000', '')
const me = { table: systemUser.logicalName, id: wellKnownCaller.service }
const other = { table: systemUser.logicalName, id: wellKnownCaller.steward }

describe('Certifications of many entries', () => {
  let service: ServiceUnderTest
  const clock = { now: start }
  const policyId = commitPolicyId('contact', 'emailaddress1')
  let made = 0

  beforeAll(async () => {
    service = await startService({ now: () => clock.now })
    await service.client.send(
      create(integrationCommitPolicy, policyId, {
        targetTable: 'contact',
        fieldName: 'emailaddress1',
        commitMode: 'onIngest',
        staleAfterDays: 30,
      }),
    )
  })

  afterAll(async () => {
    await service.close()
    expect(service.errors).toEqual([])
  })

  /** Entries of a source system of their own, by which filters find them. */
  async function entries(
    sourceSystemKey: string,
    ...rows: readonly Partial<IntegrationLedgerRow>[]
  ): Promise<string[]> {
    const written = rows.map((row) => {
      made += 1
      return {
        id: ledgerEntryId(record, start + made, String(made)),
        row: {
          ledgerAspect: 'field',
          aspectKey: 'emailaddress1',
          targetTable: 'contact',
          targetId: record,
          sourceSystemKey,
          ledgerStatus: 'pending',
          settledStatus: 'pending',
          value: `${made}@agency.gov`,
          commitPolicy: { table: integrationCommitPolicy.logicalName, id: policyId },
          ...row,
        } as const,
      }
    })
    await service.client.send(createMultiple(integrationLedger, written))
    return written.map(({ id }) => id)
  }

  const row = (id: string) => service.client.send(retrieve(integrationLedger, id))
  const change = (id: string, changes: RowChanges<typeof integrationLedger>) =>
    service.client.send(update(integrationLedger, id, changes))
  const settle = (id: string) =>
    change(id, { settledStatus: 'certified', appliedOn: date(clock.now) })

  async function certifyAll(filters: object): Promise<Answer> {
    const preview = await service.post('/v1/ledger-certifications', { filters, preview: true })
    const { fingerprint } = preview.body
    return service.post('/v1/ledger-certifications', { filters, preview: false, fingerprint })
  }

  const undo = (run: unknown, body: object = {}) =>
    service.post(`/v1/ledger-certifications/${String(run)}/reversal`, body)

  const counts = ({ body }: Answer) => [
    body['found'],
    body['putBack'],
    body['revoked'],
    body['kept'],
  ]

  describe('can be taken back as one:', () => {
    it('what has not taken effect is put back as it was, what has is revoked', async () => {
      const [waiting = '', settled = ''] = await entries('Undo', {}, {})
      const untouched = await row(waiting)
      const { body } = await certifyAll({ sourceSystemKey: 'Undo' })
      await settle(settled)
      const answer = await undo(body['certificationRunId'], { note: 'A mistake.' })
      const back = await row(waiting)
      const revoked = await row(settled)

      expect(answer.status).toBe(200)
      expect(counts(answer)).toEqual([2, 1, 1, 0])
      expect(valueOf(answer).map(({ outcome }) => outcome)).toEqual(['PutBack', 'Revoked'])
      expect({ ...back, etag: untouched.etag }).toEqual({ ...untouched, notes: 'A mistake.' })
      expect([revoked.ledgerStatus, revoked.settledStatus]).toEqual(['revoked', 'certified'])
    })

    it('sent again, it changes nothing', async () => {
      const [settled = ''] = await entries('Again', {}, {})
      const { body } = await certifyAll({ sourceSystemKey: 'Again' })
      await settle(settled)
      await undo(body['certificationRunId'])
      const before = service.local.trace.totals.rowWrites
      const second = await undo(body['certificationRunId'])

      // The one that was put back belongs to the run no longer.
      expect(counts(second)).toEqual([1, 0, 1, 0])
      expect(service.local.trace.totals.rowWrites - before).toBe(0)
    })

    it('what was decided or replaced since is kept, each with why', async () => {
      const [replaced = '', rejected = '', halfDone = ''] = await entries('Kept', {}, {}, {})
      const { body } = await certifyAll({ sourceSystemKey: 'Kept' })
      await settle(replaced)
      await change(replaced, { supersededOn: date(clock.now) })
      await change(rejected, { ledgerStatus: 'rejected' })
      await change(halfDone, {
        ledgerStatus: 'pending',
        firstCertifiedBy: me,
        firstCertifiedOn: date(clock.now),
      })
      const before = service.local.trace.totals.rowWrites
      const answer = await undo(body['certificationRunId'])

      expect(counts(answer)).toEqual([3, 0, 0, 3])
      expect(valueOf(answer).map(({ message }) => message)).toEqual([
        'It is history: another value took its place. Possible now: nothing.',
        'It is Rejected already. Possible now: nothing.',
        'It was certified by the first of two people, which stays on record; it waits for a second. ' +
          'Possible now: Certify or Reject.',
      ])
      expect(service.local.trace.totals.rowWrites - before).toBe(0)
    })

    it('an entry that is settled at that very moment ends put back or revoked, never certified', async () => {
      const ids = await entries('Race', ...Array.from({ length: 20 }, () => ({})))
      const { body } = await certifyAll({ sourceSystemKey: 'Race' })
      const [answer] = await Promise.all([undo(body['certificationRunId']), ...ids.map(settle)])
      const statuses = await Promise.all(ids.map(async (id) => (await row(id)).ledgerStatus))

      expect(statuses.filter((status) => status === 'certified')).toEqual([])
      expect(answer.body['kept']).toBe(0)
      expect(answer.body['found']).toBe(20)
    })

    it('only what this request did, not what another one or a person alone certified', async () => {
      const [mine = ''] = await entries('Alone', {}, {})
      await service.post(`/v1/ledger-entries/${mine}/certification`, {})
      const { body } = await certifyAll({ sourceSystemKey: 'Alone', aspectKey: 'emailaddress1' })
      const answer = await undo(body['certificationRunId'])

      expect(answer.body['found']).toBe(1)
      expect((await row(mine)).ledgerStatus).toBe('certified')
      expect(counts(await undo('11111111-1111-4111-8111-111111111111'))).toEqual([0, 0, 0, 0])
    })

    it('a value certified anew by hand after it was put back is not touched by it', async () => {
      const [id = ''] = await entries('Anew', {})
      const { body } = await certifyAll({ sourceSystemKey: 'Anew' })
      await undo(body['certificationRunId'])
      await service.post(`/v1/ledger-entries/${id}/certification`, {})

      expect(counts(await undo(body['certificationRunId']))).toEqual([0, 0, 0, 0])
      expect((await row(id)).ledgerStatus).toBe('certified')
    })
  })

  describe('of values that have become stale', () => {
    const applied = start - 40 * day
    const certified = {
      ledgerStatus: 'certified',
      settledStatus: 'certified',
      appliedOn: date(applied),
      certifiedBy: other,
      certifiedDateTime: date(applied),
      staleOn: date(applied + 30 * day),
    } as const

    it('find those that are stale at that second, certified and in force, and no others', async () => {
      const ids = await entries(
        'Stale',
        { ...certified, staleOn: date(clock.now) },
        { ...certified, staleOn: date(clock.now + 1_000) },
        { ...certified, staleOn: null },
        { ...certified, supersededOn: date(applied + day) },
        { ...certified, ledgerStatus: 'revoked' },
        { ...certified, ledgerStatus: 'pending' },
        { ...certified, settledStatus: 'pending' },
      )
      const filters = { sourceSystemKey: 'Stale', stale: true }
      const answer = await service.post('/v1/ledger-certifications', { filters, preview: true })

      expect(
        valueOf(answer).map(({ ledgerEntryId: id, outcome }) => [ids.indexOf(String(id)), outcome]),
      ).toEqual([
        [0, 'Certifiable'],
        [6, 'Refused'],
      ])
    })

    it('move Stale On by the days of the policy, name who vouched, and leave who did first', async () => {
      const [id = ''] = await entries('Vouch', certified)
      const answer = await certifyAll({ sourceSystemKey: 'Vouch', stale: true })
      const { body } = await service.get(`/v1/ledger-entries/${id}`)

      expect(answer.body).toEqual(jasmine.objectContaining({ found: 1, certified: 1, refused: 0 }))
      expect(body).toEqual(
        jasmine.objectContaining({
          staleOn: text(clock.now + 30 * day),
          recertifiedOn: text(clock.now),
          recertifiedById: me.id,
          certifiedById: other.id,
          certifiedDateTime: text(applied),
          ledgerStatus: 'Certified',
        }),
      )
    })

    it('sent again, change nothing', async () => {
      await entries('Twice', certified)
      const filters = { sourceSystemKey: 'Twice', stale: true }
      const preview = await service.post('/v1/ledger-certifications', { filters, preview: true })
      const body = { filters, preview: false, fingerprint: preview.body['fingerprint'] }
      const first = await service.post('/v1/ledger-certifications', body)
      const before = service.local.trace.totals.rowWrites
      clock.now += 5_000
      const second = await service.post('/v1/ledger-certifications', body)

      expect(second.body).toEqual(first.body)
      expect(service.local.trace.totals.rowWrites - before).toBe(0)
    })

    it('are refused where a source confirmed one since the preview', async () => {
      const [id = ''] = await entries('Confirmed', certified, certified)
      const filters = { sourceSystemKey: 'Confirmed', stale: true }
      const preview = await service.post('/v1/ledger-certifications', { filters, preview: true })
      await change(id, { lastConfirmed: date(clock.now), staleOn: date(clock.now + 30 * day) })
      const { fingerprint } = preview.body
      const answer = await service.post('/v1/ledger-certifications', {
        filters,
        preview: false,
        fingerprint,
      })

      expect(answer.status).toBe(409)
    })

    it('taken back, leave the values as stale as they were, save those confirmed since', async () => {
      const confirmed = start - 35 * day
      const [first = '', second = '', third = ''] = await entries(
        'Back',
        certified,
        { ...certified, lastConfirmed: date(confirmed), staleOn: date(confirmed + 30 * day) },
        certified,
      )
      const { body } = await certifyAll({ sourceSystemKey: 'Back', stale: true })
      await change(third, { lastConfirmed: date(clock.now + 1_000) })
      const answer = await undo(body['certificationRunId'])

      expect(counts(answer)).toEqual([3, 2, 0, 1])
      expect((await row(first)).staleOn).toEqual(certified.staleOn)
      expect((await row(second)).staleOn).toEqual(date(confirmed + 30 * day))
      expect((await row(first)).recertifiedBy).toBeNull()
      expect((await row(third)).recertifiedBy?.id).toBe(me.id)
      expect(valueOf(answer)[2]?.['message']).toContain('was confirmed by its source since.')
    })

    it('are refused where no policy says any more how long a value holds', async () => {
      await entries('Lawless', { ...certified, commitPolicy: null })
      const answer = await certifyAll({ sourceSystemKey: 'Lawless', stale: true })

      expect(answer.body['refused']).toBe(1)
      expect(valueOf(answer)[0]?.['message']).toContain('no policy any more')
    })
  })
})
