import { query } from '../../../../connector/dataverse/index.js'
import { integrationSyncJob } from '../../../../solution/tables/index.js'
import { ada, jobOf } from './jobs.js'
import { codeOf, detailsOf, startService } from './service-under-test.js'
import type { Answer, ServiceUnderTest } from './service-under-test.js'

describe('Bad input', () => {
  let service: ServiceUnderTest

  beforeAll(async () => {
    service = await startService()
  })

  afterAll(async () => {
    const { rows } = await service.client.send(query(integrationSyncJob, { select: ['name'] }))
    await service.close()
    expect(rows).withContext('what was refused leaves no trace').toEqual([])
    expect(service.errors).toEqual([])
  })

  /** Each item by itself is refused at this place with a message that has this in it. */
  const badItems: readonly (readonly [string, unknown, string, RegExp])[] = [
    [
      'a number for a key',
      { ...ada, externalKey: 7 },
      'items[1].externalKey',
      /is 7, expected a text .* Write it as text: "7"/,
    ],
    [
      'a number for a value',
      { ...ada, newValue: 12.5 },
      'items[1].newValue',
      /is 12.5, .* or null. Write it as text: "12.5"/,
    ],
    [
      'true for a value',
      { ...ada, newValue: true },
      'items[1].newValue',
      /Write it as text: "true"/,
    ],
    [
      'an object for a value',
      { ...ada, newValue: {} },
      'items[1].newValue',
      /an object of 0 properties/,
    ],
    [
      'null for a key',
      { ...ada, externalKey: null },
      'items[1].externalKey',
      /is null, expected a text/,
    ],
    ['an empty key', { ...ada, externalKey: '' }, 'items[1].externalKey', /is empty/],
    [
      'a key of 451 characters',
      { ...ada, externalKey: 'x'.repeat(451) },
      'items[1].externalKey',
      /has 451 characters, expected .* 1 to 450/,
    ],
    [
      'a key of 226 emoji, which count twice',
      { ...ada, externalKey: '🗝️'.slice(0, 2).repeat(226) },
      'items[1].externalKey',
      /has 452 characters/,
    ],
    [
      'a value of over a million characters',
      { ...ada, newValue: 'x'.repeat(1_048_577) },
      'items[1].newValue',
      /has 1048577 characters/,
    ],
    [
      'an unknown property',
      { ...ada, newvalue: 'x' },
      'items[1].newvalue',
      /takes no "newvalue", expected only externalKey, .*newValue/,
    ],
    ['no item at all', 'item', 'items[1]', /is "item", expected an object/],
    ['null for an item', null, 'items[1]', /is null, expected an object/],
    [
      'no record named',
      { fieldName: 'lastname', newValue: 'x' },
      'items[1]',
      /names no record, expected an externalKey, a targetId, or both/,
    ],
    [
      'a target id that is none',
      { ...ada, targetId: '{6f1d6bdc}' },
      'items[1].targetId',
      /is "{6f1d6bdc}", expected a GUID without braces/,
    ],
    ['no content', { externalKey: 'E-1' }, 'items[1]', /has no content, expected exactly one of/],
    [
      'a field name alone',
      { externalKey: 'E-1', fieldName: 'lastname' },
      'items[1]',
      /has a fieldName and no value/,
    ],
    [
      'a value without a field name',
      { externalKey: 'E-1', newValue: 'x' },
      'items[1].fieldName',
      /is missing/,
    ],
    [
      'a value and a record',
      { ...ada, record: { a: '1' } },
      'items[1]',
      /has fieldName and newValue and record, expected exactly one/,
    ],
    [
      'a field name and a record',
      { externalKey: 'E', fieldName: 'a', record: { a: '1' } },
      'items[1]',
      /has fieldName and record/,
    ],
    [
      'a value and a related record',
      { ...ada, relatedTable: 'account', relatedExternalKey: 'x' },
      'items[1]',
      /newValue and relatedTable and relatedExternalKey/,
    ],
    [
      'a related table without a key',
      { externalKey: 'E', fieldName: 'a', relatedTable: 'account' },
      'items[1].relatedExternalKey',
      /is missing/,
    ],
    [
      'a related key without a table',
      { externalKey: 'E', fieldName: 'a', relatedExternalKey: 'x' },
      'items[1].relatedTable',
      /is missing/,
    ],
    ['an empty record', { externalKey: 'E', record: {} }, 'items[1].record', /is empty/],
    [
      'a list for a record',
      { externalKey: 'E', record: ['a'] },
      'items[1].record',
      /a list of 1, expected an object/,
    ],
    [
      'an object in a record',
      { externalKey: 'E', record: { name: { first: 'A' } } },
      'items[1].record.name',
      /an object of 1 properties, expected a text, a number, true, false or null/,
    ],
    [
      'a field without a name in a record',
      { externalKey: 'E', record: { '': 'x' } },
      'items[1].record',
      /a field named ""/,
    ],
    [
      'a day for a time',
      { ...ada, occurredDateTime: '2026-11-20' },
      'items[1].occurredDateTime',
      /expected a time with its zone/,
    ],
    [
      'a time without a zone',
      { ...ada, occurredDateTime: '2026-11-20T10:00:00' },
      'items[1].occurredDateTime',
      /expected a time with its zone/,
    ],
    [
      'a day that does not exist',
      { ...ada, occurredDateTime: '2026-02-30T10:00:00Z' },
      'items[1].occurredDateTime',
      /2026-02-30/,
    ],
    [
      'a time before Dataverse begins',
      { ...ada, occurredDateTime: '1752-12-31T10:00:00Z' },
      'items[1].occurredDateTime',
      /1752/,
    ],
    [
      'a control character',
      { ...ada, externalKey: 'a\u0000b' },
      'items[1].externalKey',
      /control character or half of a character/,
    ],
    [
      'half of a character',
      { ...ada, newValue: 'a\ud83d' },
      'items[1].newValue',
      /control character or half of a character/,
    ],
    [
      'a control character in a field name',
      { externalKey: 'E', record: { 'a\u0007': 'x' } },
      'items[1].record.a\\u0007',
      /control character/,
    ],
  ]

  for (const [what, item, path, message] of badItems) {
    it(`names ${what} by its place, value and what was expected`, async () => {
      const answer = await service.post('/v1/sync-jobs', jobOf([ada, item]))

      expect([answer.status, codeOf(answer)]).toEqual([400, 'InvalidRequest'])
      const detail = detailsOf(answer).find((entry) => entry.path === path)
      expect(detail?.message).toMatch(message)
      expect(detail?.expected).toBeTruthy()
    })
  }

  const badBodies: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['nothing of what is required', {}, ['sourceSystemKey', 'entityType', 'items']],
    ['a list', [], ['']],
    ['a number', 7, ['']],
    ['null', null, ['']],
    ['no items', jobOf([]), ['items']],
    ['an object for the items', { ...jobOf([]), items: {} }, ['items']],
    ['20,001 items', jobOf(Array.from({ length: 20_001 }, () => ada)), ['items']],
    ['an unknown property', jobOf([ada], { dryRun: true }), ['dryRun']],
    [
      'a source key that is too long',
      jobOf([ada], { sourceSystemKey: 'x'.repeat(101) }),
      ['sourceSystemKey'],
    ],
    ['an empty submission key', jobOf([ada], { submissionKey: '' }), ['submissionKey']],
  ]

  for (const [what, body, paths] of badBodies) {
    it(`refuses a body of ${what}`, async () => {
      const answer = await service.post('/v1/sync-jobs', body)

      expect([answer.status, codeOf(answer)]).toEqual([400, 'InvalidRequest'])
      expect(detailsOf(answer).map(({ path }) => path)).toEqual([...paths])
    })
  }

  it('lists the faults of several items, and no more than twenty', async () => {
    const items = Array.from({ length: 50 }, () => ({ ...ada, newValue: 1 }))
    const answer = await service.post('/v1/sync-jobs', jobOf(items))

    expect(detailsOf(answer).length).toBe(20)
    expect(detailsOf(answer)[19]?.path).toBe('items[19].newValue')
  })

  it('shortens long values in its messages', async () => {
    const answer = await service.post(
      '/v1/sync-jobs',
      jobOf([{ ...ada, targetId: '🗝'.repeat(200) }]),
    )

    expect(detailsOf(answer)[0]?.value?.length).toBeLessThan(100)
    expect(JSON.stringify(answer.body)).not.toMatch(/\\ud83d/i)
  })

  describe('that is no JSON', () => {
    const json = { 'content-type': 'application/json' }
    const send = (payload: string | Buffer, headers: Readonly<Record<string, string>> = json) =>
      service.send({ method: 'POST', url: '/v1/sync-jobs', payload, headers })

    const malformed: readonly (readonly [string, string | Buffer, RegExp])[] = [
      ['cut off', '{"sourceSystemKey":', /not JSON/],
      ['with a comma too many', '{"items":[],}', /not JSON/],
      ['of blanks', '   ', /it is empty/],
      ['with a poisoned prototype', '{"__proto__":{"a":1}}', /__proto__/],
      ['with a poisoned prototype, spelled otherwise', '{"\\u005f_proto__":{"a":1}}', /__proto__/],
      ['in Latin-1', Buffer.from('{"entityType":"Müller"}', 'latin1'), /not UTF-8/],
      ['nested too deep to be anything', '['.repeat(100_000), /not JSON/],
    ]
    for (const [what, payload, message] of malformed) {
      it(`says so of a body ${what}`, async () => {
        const answer = await send(payload)

        expect([answer.status, codeOf(answer)]).toEqual([400, 'MalformedJson'])
        expect(JSON.stringify(answer.body)).toMatch(message)
      })
    }

    it('takes JSON nested deeply for what it is: not what was described', async () => {
      const deep = `{"items":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
      const answer = await send(deep)

      expect(answer.status).toBe(400)
    })

    it('refuses other content types, and none at all', async () => {
      const answers: Answer[] = []
      for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded']) {
        answers.push(await send('{}', { 'content-type': type }))
      }

      expect(answers.map(codeOf)).toEqual(Array.from(answers, () => 'UnsupportedMediaType'))
      expect((await send('{}', {})).status).toBe(415)
    })

    it('takes the usual spellings of the content type', async () => {
      for (const type of ['application/json; charset=utf-8', 'Application/JSON']) {
        expect(codeOf(await send('{}', { 'content-type': type }))).toBe('InvalidRequest')
      }
    })

    it('refuses a body that is too long, and says what to do', async () => {
      const answer = await send(`{"items":"${'x'.repeat(33 * 1024 * 1024)}"}`)

      expect([answer.status, codeOf(answer)]).toEqual([413, 'BodyTooLarge'])
      expect(JSON.stringify(answer.body)).toContain('Divide it into several requests')
    })
  })

  describe('in the address', () => {
    const addresses: readonly (readonly [string, number, string])[] = [
      ['/v1/nothing', 404, 'UnknownPath'],
      ['/', 404, 'UnknownPath'],
      ['/v1/sync-jobs/', 400, 'InvalidRequest'],
      ['/v1/sync-jobs/7', 400, 'InvalidRequest'],
      ['/v1/sync-jobs/%00', 400, 'InvalidRequest'],
      ['/v1/sync-jobs/%E0%A4%A', 400, 'InvalidRequest'],
      [`/v1/sync-jobs/${'x'.repeat(5_000)}`, 400, 'InvalidRequest'],
      ['/v1/sync-jobs/6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21', 404, 'SyncJobNotFound'],
      ['/v1/sync-jobs/6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21/items', 404, 'SyncJobNotFound'],
      ['/v1/sync-jobs?jobStatus=Done', 400, 'InvalidRequest'],
      ['/v1/sync-jobs?jobStatus=Open,,Failed', 400, 'InvalidRequest'],
      ['/v1/sync-jobs?sourceSystemKey=A&sourceSystemKey=B', 400, 'InvalidRequest'],
      ['/v1/sync-jobs?submittedSince=yesterday', 400, 'InvalidRequest'],
      ['/v1/sync-jobs?pageSize=0', 400, 'InvalidRequest'],
      ['/v1/sync-jobs?pageSize=5001', 400, 'InvalidRequest'],
      ['/v1/sync-jobs?pageSize=1e3', 400, 'InvalidRequest'],
      ['/v1/sync-jobs?pageSize=', 400, 'InvalidRequest'],
      ['/v1/sync-jobs?sourceSystem=HRIS', 400, 'InvalidRequest'],
      ['/v1/sync-jobs?pageToken=x', 400, 'InvalidPageToken'],
      ['/v1/identifiers?targetId=7', 400, 'InvalidRequest'],
      ['/v1/identifier-resolutions?sourceSystemKey=A&targetTable=contact', 400, 'InvalidRequest'],
      ['/v1/value-translations?codeList=C&code=c&direction=Back', 400, 'InvalidRequest'],
      ['/v1/ledger-entries?ledgerAspect=Table', 400, 'InvalidRequest'],
    ]
    for (const [url, status, code] of addresses) {
      it(`answers GET ${url.slice(0, 60)} with ${status} ${code}`, async () => {
        const answer = await service.get(url)

        expect([answer.status, codeOf(answer)]).toEqual([status, code])
      })
    }

    it('names the methods a path takes', async () => {
      const answer = await service.send({ method: 'DELETE', url: '/v1/sync-jobs' })

      expect([answer.status, codeOf(answer)]).toEqual([405, 'MethodNotAllowed'])
      expect(answer.headers['allow']).toBe('GET, POST')
    })
  })
})
