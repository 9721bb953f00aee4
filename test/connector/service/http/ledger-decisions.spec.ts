import { createMultiple, query, update } from '../../../../connector/dataverse/index.js'
import { ledgerEntryId } from '../../../../connector/engine/ids.js'
import { caller, wellKnownCaller } from './local-caller.js'
import type { IntegrationLedgerRow } from '../../../../solution/tables/index.js'
import { integrationLedger, systemUser } from '../../../../solution/tables/index.js'
import { allOf, codeOf, detailsOf, startService, valueOf } from './service-under-test.js'
import type { Answer, Json, ServiceUnderTest } from './service-under-test.js'

const record = '0b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10'

const pending = {
  ledgerAspect: 'field',
  aspectKey: 'emailaddress1',
  targetTable: 'contact',
  targetId: record,
  sourceSystemKey: 'HRIS',
  ledgerStatus: 'pending',
  settledStatus: 'pending',
  value: 'ada@agency.gov',
} as const satisfies Partial<IntegrationLedgerRow>

const somebody = { table: systemUser.logicalName, id: wellKnownCaller.steward }

describe('Decisions about ledger entries', () => {
  let service: ServiceUnderTest
  let made = 0

  beforeAll(async () => {
    service = await startService()
  })

  afterAll(async () => {
    await service.close()
    expect(service.errors).toEqual([])
  })

  async function entries(...rows: readonly Partial<IntegrationLedgerRow>[]): Promise<string[]> {
    const written = rows.map((row) => {
      made++
      return { id: ledgerEntryId(record, made, String(made)), row: { ...pending, ...row } }
    })
    await service.client.send(createMultiple(integrationLedger, written))
    return written.map(({ id }) => id)
  }

  async function entry(row: Partial<IntegrationLedgerRow> = {}): Promise<string> {
    const [id = ''] = await entries(row)
    return id
  }

  const decide = (id: string, what: string, body: object = {}) =>
    service.post(`/v1/ledger-entries/${id}/${what}`, body)

  const read = (id: string) => service.get(`/v1/ledger-entries/${id}`)

  const message = ({ body }: Answer) => (body['error'] as Json)['message']

  describe('one by one', () => {
    it('are noted with who decided and when, and change nothing else', async () => {
      const id = await entry({ notes: 'Seen.' })
      const before = (await read(id)).body
      const { status, body } = await decide(id, 'certification', { note: ' By phone. ' })

      expect(status).toBe(200)
      const { certifiedDateTime, ...rest } = body
      expect(rest).toEqual({
        ...before,
        ledgerStatus: 'Certified',
        notes: 'Seen.\nBy phone.',
        certifiedById: wellKnownCaller.service,
      })
      expect(String(certifiedDateTime)).toMatch(/^\d{4}-/)
    })

    it('answer the same when the same caller sends them again, and write nothing', async () => {
      for (const [what, from] of [
        ['certification', 'pending'],
        ['rejection', 'pending'],
        ['revocation', 'certified'],
      ] as const) {
        const id = await entry({ ledgerStatus: from })
        const first = await decide(id, what, { note: 'Once.' })
        const before = service.local.trace.totals.rowWrites
        const second = await decide(id, what, { note: 'Once.' })

        expect([first.status, second.status]).toEqual([200, 200])
        expect(second.body).toEqual(first.body)
        expect(service.local.trace.totals.rowWrites - before).toBe(0)
      }
    })

    it('are refused from a status that does not allow them, with what is possible', async () => {
      for (const [row, what, possible] of [
        [{ ledgerStatus: 'rejected' }, 'certification', 'nothing'],
        [{ ledgerStatus: 'pending' }, 'revocation', 'Certify or Reject'],
        [{ ledgerStatus: 'certified' }, 'rejection', 'Revoke'],
        [{ supersededOn: new Date('2026-11-21T10:00:00Z') }, 'certification', 'nothing'],
      ] as const) {
        const answer = await decide(await entry(row), what)

        expect([answer.status, codeOf(answer)]).toEqual([409, 'DecisionNotPossible'])
        expect(message(answer)).toContain(`Possible now: ${possible}.`)
      }
    })

    it('of somebody else stand: who comes second is told', async () => {
      const id = await entry({ ledgerStatus: 'certified', certifiedBy: somebody })

      expect(codeOf(await decide(id, 'certification'))).toBe('DecisionNotPossible')
      expect((await read(id)).body['certifiedById']).toBe(somebody.id)
    })

    it('need a second person where the caller was the first', async () => {
      const first = { table: systemUser.logicalName, id: wellKnownCaller.service }
      const answer = await decide(await entry({ firstCertifiedBy: first }), 'certification')

      expect(codeOf(answer)).toBe('DecisionNotPossible')
      expect(message(answer)).toContain('second person')
    })

    it('are made once where several are sent at the same time', async () => {
      const id = await entry()
      const answers = await Promise.all(
        ['certification', 'rejection', 'certification', 'rejection'].map((what) =>
          decide(id, what),
        ),
      )
      const statuses = answers.map(({ status }) => status).sort()

      expect(statuses).toEqual([200, 200, 409, 409])
    })

    it('name an entry that is not there', async () => {
      const answer = await decide(record, 'rejection')

      expect([answer.status, codeOf(answer)]).toEqual([404, 'LedgerEntryNotFound'])
      expect(codeOf(await read(record))).toBe('LedgerEntryNotFound')
    })
  })

  describe('on many', () => {
    const certify = (body: object) => service.post('/v1/ledger-certifications', body)

    it('are looked at first, then made row by row, and made again change nothing', async () => {
      const ids = await entries(
        ...Array.from({ length: 30 }, (_, at) => ({
          aspectKey: `bulk${at}`,
          sourceSystemKey: 'B',
        })),
        { sourceSystemKey: 'b' },
        { sourceSystemKey: 'B', ledgerStatus: 'rejected' },
      )
      const filters = { sourceSystemKey: 'B', targetTable: 'contact' }
      const before = service.local.trace.totals.rowWrites
      const preview = await certify({ filters, preview: true })
      const previewWrites = service.local.trace.totals.rowWrites - before
      const real = { filters, preview: false, fingerprint: preview.body['fingerprint'] }
      const first = await certify({ ...real, note: 'All of them.' })
      const writes = service.local.trace.totals.rowWrites - before
      const second = await certify({ ...real, note: 'All of them.' })

      expect(preview.body).toEqual(
        jasmine.objectContaining({ found: 30, certifiable: 30, certified: 0, refused: 0 }),
      )
      expect(valueOf(preview).length).toBe(25)
      expect([previewWrites, writes]).toEqual([0, 30])
      expect(first.body).toEqual(jasmine.objectContaining({ found: 30, certified: 30, refused: 0 }))
      expect(second.body).toEqual(first.body)
      expect(service.local.trace.totals.rowWrites - before).toBe(30)
      const { notes, ledgerStatus } = (await read(ids[0] ?? '')).body
      expect([notes, ledgerStatus]).toEqual(['All of them.', 'Certified'])
    })

    it('are refused where the entries are others than those of the preview', async () => {
      const filters = { sourceSystemKey: 'Moving' }
      await entry(filters)
      const { body } = await certify({ filters, preview: true })
      await entry({ ...filters, aspectKey: 'lastname' })
      const answer = await certify({ filters, preview: false, fingerprint: body['fingerprint'] })

      expect([answer.status, codeOf(answer)]).toEqual([409, 'SelectionChanged'])
    })

    it('tell of each entry by id what became of it and why', async () => {
      const [open = '', closed = '', theirs = ''] = await entries(
        {},
        { ledgerStatus: 'revoked' },
        { ledgerStatus: 'certified', certifiedBy: somebody },
      )
      const ledgerEntryIds = [open.toUpperCase(), closed, theirs, record, open]
      const { body } = await certify({ ledgerEntryIds, preview: false })
      const rows = body['value'] as readonly Json[]

      expect(rows.map(({ outcome }) => outcome)).toEqual([
        'Certified',
        'Refused',
        'Refused',
        'Refused',
      ])
      expect(rows.slice(1).map((row) => row['message'])).toEqual([
        'It is Revoked already. Possible now: nothing.',
        'It is Certified already. Possible now: Revoke.',
        'It is not there, or you may not see it.',
      ])
      expect([body['found'], body['certified'], body['refused']]).toEqual([4, 1, 3])
    })

    it('take no more than a thousand at once, and no filters without a preview', async () => {
      const rows = Array.from({ length: 1_001 }, (_, at) => ({
        sourceSystemKey: 'Many',
        aspectKey: `c${at}`,
      }))
      await entries(...rows)
      const filters = { sourceSystemKey: 'Many' }
      const large = await certify({ filters, preview: true })
      const blind = await certify({ filters, preview: false })
      const both = await certify({ filters, ledgerEntryIds: [record], preview: true })
      const forged = await certify({ filters, preview: false, fingerprint: 'abc' })

      expect([large.status, codeOf(large)]).toEqual([409, 'SelectionTooLarge'])
      expect(message(large)).toContain('1001 entries')
      for (const answer of [blind, both, forged, await certify({ preview: true })]) {
        expect(codeOf(answer)).toBe('InvalidRequest')
        expect(detailsOf(answer).length).toBe(1)
      }
    })
  })

  describe('rest on lists that tell', () => {
    const names = async (filter: string) =>
      (await allOf(service, `/v1/ledger-entries?pageSize=2&targetId=${other}&${filter}`))
        .map(({ name }) => name)
        .sort()

    const other = record.replace(/^0/, '9')
    let rival = ''

    beforeAll(async () => {
      const at = { targetId: other }
      const applied = { appliedOn: new Date('2026-11-21T10:00:00Z') }
      const ids = await entries(
        { ...at, ...applied, name: 'head', ledgerStatus: 'certified', value: 'a' },
        { ...at, name: 'held', value: 'b', sourceSystemKey: 'CRM' },
        { ...at, ...applied, name: 'old', supersededOn: new Date('2026-11-21T10:00:01Z') },
        { ...at, name: 'no', ledgerStatus: 'rejected', settledStatus: 'pending' },
        { ...at, name: 'elsewhere', aspectKey: 'lastname' },
      )
      rival = ids[1] ?? ''
    })

    it('what is in force, what has taken effect, and what is new', async () => {
      expect(await names('currentOnly=true')).toEqual(['head'])
      expect(await names('settledStatus=Pending&ledgerStatus=Rejected')).toEqual(['no'])
      expect(await names('createdSince=2020-01-01T00:00:00Z')).toHaveSize(5)
      expect(await names('createdSince=2999-01-01T00:00:00Z')).toEqual([])
    })

    it('what stands against an entry', async () => {
      expect(await names(`conflictSetOf=${rival}`)).toEqual(['head', 'held'])
      expect(codeOf(await service.get(`/v1/ledger-entries?conflictSetOf=${record}`))).toBe(
        'LedgerEntryNotFound',
      )
    })
  })

  it('rest on an explanation in words, with what came before and after', async () => {
    const before = await entry({ name: 'before' })
    const id = await entry({
      decisionTrace: '{"policy":"field","equalsRecord":"no","rank":"lower","new":"rule"}',
      reason: 'CRM ranks below HRIS.',
      replaces: { table: integrationLedger.logicalName, id: before },
    })
    const after = await entry({ replaces: { table: integrationLedger.logicalName, id } })
    const { body, status } = await service.get(`/v1/ledger-entries/${id}/explanation`)
    const steps = body['steps'] as readonly Json[]
    const replacedBy = body['replacedBy'] as readonly Json[]

    expect(status).toBe(200)
    expect(body['summary']).toBe(
      `HRIS sent "ada@agency.gov" for emailaddress1 of the record ${record} of contact. ` +
        'It was not written to the record and waits for a steward. CRM ranks below HRIS.',
    )
    expect(steps.map(({ explanation }) => explanation)).toEqual([
      'A policy for this very column decides.',
      'The record has another value.',
      'The value in force comes from a source of higher rank.',
      'new: rule.',
    ])
    expect(body['possibleDecisions']).toEqual(['Certify', 'Reject'])
    expect((body['replaced'] as Json)['name']).toBe('before')
    expect(replacedBy.map(({ ledgerEntryId: one }) => one)).toEqual([after])
  })

  it('are told from an entry that was changed in other respects at the same time', async () => {
    const id = await entry()
    const [answer] = await Promise.all([
      decide(id, 'certification'),
      service.client.send(update(integrationLedger, id, { lastConfirmed: new Date() })),
    ])

    expect(answer.status).toBe(200)
  })

  it('are made in the name of whoever calls, with their rights', async () => {
    const { id, entraObjectId } = caller
    const asCaller = await startService({
      authenticate: () =>
        Promise.resolve({
          kind: 'user',
          name: 'a steward',
          roles: new Set(['certify', 'read']),
          objectId: entraObjectId,
        }),
    })
    try {
      const entryId = ledgerEntryId(record, 0, 'theirs')
      await asCaller.client.send(createMultiple(integrationLedger, [{ id: entryId, row: pending }]))
      const one = await asCaller.post(`/v1/ledger-entries/${entryId}/certification`, {})
      const many = await asCaller.post('/v1/ledger-certifications', {
        ledgerEntryIds: [entryId],
        preview: false,
      })

      expect(one.body['certifiedById']).toBe(id)
      expect(many.body['certified']).toBe(1)
      const [row] = (
        await asCaller.client.send(query(integrationLedger, { select: ['modifiedBy'] }))
      ).rows
      expect(row?.modifiedBy?.id).toBe(id)
    } finally {
      await asCaller.close()
    }
  })
})
