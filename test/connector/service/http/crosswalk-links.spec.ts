import { create, query, rawCreate, remove } from '../../../../connector/dataverse/index.js'
import { identifierHash } from '../../../../connector/engine/ids.js'
import { contact, integrationIdentifier } from '../../../../solution/tables/index.js'
import { codeOf, startService, valueOf } from './service-under-test.js'
import type { ServiceUnderTest } from './service-under-test.js'

const ada = '0b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10'
const grace = '1b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10'

const key = { sourceSystemKey: 'HRIS', targetTable: 'contact', externalKey: 'E-100' }

describe('Links between keys and records', () => {
  let service: ServiceUnderTest

  beforeAll(async () => {
    service = await startService()
    for (const id of [ada, grace]) {
      await service.client.send(rawCreate(contact, id, { lastname: 'Someone' }))
    }
  })

  afterEach(async () => {
    for (const { id } of await stored())
      await service.client.send(remove(integrationIdentifier, id))
  })

  afterAll(async () => {
    await service.close()
    expect(service.errors).toEqual([])
  })

  const link = (over: object = {}) =>
    service.post('/v1/identifier-links', { ...key, targetId: ada, ...over })

  const unlink = (over: Readonly<Record<string, string>> = {}) =>
    service.send({
      method: 'DELETE',
      url: `/v1/identifier-links?${new URLSearchParams({ ...key, ...over }).toString()}`,
    })

  const stored = async () => (await service.client.send(query(integrationIdentifier))).rows

  it('are made once, however often they are asked for', async () => {
    const first = await link()
    const [row] = await stored()
    const second = await link({ targetId: ada.toUpperCase() })
    const [after] = await stored()

    expect([first.status, first.body['outcome']]).toEqual([201, 'Linked'])
    expect([second.status, second.body['outcome']]).toEqual([201, 'Unchanged'])
    expect(second.body['identifier']).toEqual(first.body['identifier'])
    expect([after?.etag, (await stored()).length]).toEqual([row?.etag ?? '', 1])
  })

  it('are not taken from another record unless that is told', async () => {
    await link()
    const refused = await link({ targetId: grace })
    const taken = await link({ targetId: grace, relink: true })

    expect([refused.status, codeOf(refused)]).toEqual([409, 'IdentifierLinked'])
    expect(JSON.stringify(refused.body)).toContain(ada)
    expect([taken.body['outcome'], taken.body['previousTargetId']]).toEqual(['Relinked', ada])
    expect((await stored()).map(({ targetId }) => targetId)).toEqual([grace])
  })

  it('are made to records that are there, of tables that are there', async () => {
    const missing = await link({ targetId: ada.replace(/^0/, '2') })
    const table = await link({ targetTable: 'nothing' })
    const own = await link({ targetTable: integrationIdentifier.logicalName })

    expect([missing.status, codeOf(missing)]).toEqual([404, 'RecordNotFound'])
    expect(codeOf(table)).toBe('UnknownTable')
    expect(codeOf(own)).toBe('ProtectedTable')
    expect(await stored()).toEqual([])
  })

  it('are made by one of several who ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => link()))
    const outcomes = answers.map(({ body }) => body['outcome']).sort()

    expect(outcomes).toEqual(['Linked', ...Array<string>(4).fill('Unchanged')])
    expect((await stored()).length).toBe(1)
  })

  it('adopt an entry that somebody made by hand without a hash', async () => {
    const row = { ...key, targetId: ada, name: 'by hand' }
    await service.client.send(create(integrationIdentifier, null, row))
    const answer = await link()
    const [adopted, ...others] = await stored()

    expect(answer.body['outcome']).toBe('Unchanged')
    expect([adopted?.keyHash, adopted?.name, others]).toEqual([identifierHash(key), 'by hand', []])
  })

  it('are removed with an answer, and again with one that says nothing was there', async () => {
    const { body } = await link()
    const first = await unlink()
    const second = await unlink()

    expect([first.status, first.body['isRemoved']]).toEqual([200, true])
    expect(first.body['identifier']).toEqual(body['identifier'])
    expect([second.status, second.body['isRemoved']]).toEqual([200, false])
    expect(String(second.body['message'])).toContain('nothing was removed')
    expect(await stored()).toEqual([])
  })

  it('are removed only from the record that the request names', async () => {
    await link()
    const refused = await unlink({ targetId: grace })

    expect([refused.status, codeOf(refused)]).toEqual([409, 'IdentifierLinked'])
    expect((await stored()).length).toBe(1)
    expect((await unlink({ targetId: ada.toUpperCase() })).body['isRemoved']).toBe(true)
  })

  it('are resolved many at once, in order, known or not, with few requests', async () => {
    await link()
    await link({ externalKey: 'e-100', targetId: grace })
    const identifiers = [
      { ...key, externalKey: 'e-100' },
      ...Array.from({ length: 1_000 }, (_, index) => ({ ...key, externalKey: `no ${index}` })),
      key,
      key,
    ]
    const before = service.local.trace.totals.requests
    const answer = await service.post('/v1/identifier-resolutions', { identifiers })
    const requests = service.local.trace.totals.requests - before

    expect([answer.status, answer.body['found'], answer.body['notFound']]).toEqual([200, 3, 1_000])
    expect(requests).toBe(1)
    const value = valueOf(answer)
    expect(value.map(({ externalKey }) => externalKey)).toEqual(
      identifiers.map(({ externalKey }) => externalKey),
    )
    expect([value[0], value[1], value.at(-1)].map((entry) => entry?.['targetId'])).toEqual([
      grace,
      undefined,
      ada,
    ])
  })

  it('are listed each once while others are added', async () => {
    for (let index = 0; index < 6; index++) await link({ externalKey: `K-${index}0` })
    const seen: unknown[] = []
    let url: unknown = '/v1/identifiers?sourceSystemKey=HRIS&pageSize=2'
    for (let page = 0; typeof url === 'string'; page++) {
      const answer = await service.get(url)
      seen.push(...valueOf(answer).map(({ externalKey }) => externalKey))
      await link({ externalKey: `K-${page}5` })
      url = answer.body['nextLink']
    }

    const old = seen.filter((entry) => String(entry).endsWith('0'))
    expect(old).toEqual(['K-00', 'K-10', 'K-20', 'K-30', 'K-40', 'K-50'])
    expect(new Set(seen).size).toBe(seen.length)
  })
})
