import fc from 'fast-check'

import { upsertMultiple } from '../../../../connector/dataverse/index.js'
import { identifierHash, identifierId } from '../../../../connector/engine/ids.js'
import { integrationIdentifier } from '../../../../solution/tables/index.js'
import { allOf, codeOf, startService } from './service-under-test.js'
import type { ServiceUnderTest } from './service-under-test.js'

const record = '0b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10'

describe('The crosswalk', () => {
  let service: ServiceUnderTest

  beforeAll(async () => {
    service = await startService()
  })

  afterAll(() => service.close())

  async function know(
    keys: readonly string[],
    { source = 'HRIS', table = 'contact', targetId = record } = {},
  ): Promise<void> {
    const rows = keys.map((externalKey) => {
      const key = { sourceSystemKey: source, targetTable: table, externalKey }
      const firstSeenDateTime = new Date('2026-11-20T10:00:00Z')
      return {
        id: identifierId(key),
        row: { ...key, targetId, keyHash: identifierHash(key), firstSeenDateTime },
      }
    })
    await service.client.send(upsertMultiple(integrationIdentifier, rows))
  }

  const resolve = (externalKey: string, source = 'HRIS') =>
    service.get(
      `/v1/identifier-resolutions?${new URLSearchParams({
        sourceSystemKey: source,
        targetTable: 'contact',
        externalKey,
      }).toString()}`,
    )

  it('finds a record by a key with any characters, and tells case twins apart', async () => {
    const keys = [
      'a/b',
      'a#b',
      'a?b',
      'a&b=c',
      'a+b c',
      '100%',
      "O'Neil",
      '"x"',
      '🗝️',
      'Zoë',
      'key',
      'KEY',
      ' key',
    ]
    await know(keys)
    await know(['key'], { source: 'hris', targetId: '11111111-7f4e-4d63-8f0e-3c7b1b2a9d10' })

    for (const key of keys) {
      expect((await resolve(key)).body).toEqual(
        jasmine.objectContaining({
          externalKey: key,
          sourceSystemKey: 'HRIS',
          targetId: record,
          firstSeenDateTime: '2026-11-20T10:00:00Z',
        }),
      )
    }
    expect((await resolve('key', 'hris')).body['sourceSystemKey']).toBe('hris')
    expect(codeOf(await resolve('Key'))).toBe('IdentifierNotFound')
    expect((await resolve('a')).status).toBe(404)
  })

  it('brings any key back unchanged', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((key) => !/\p{Cc}|\p{Cs}|[\ufffe\uffff]/u.test(key))
    await fc.assert(
      fc.asyncProperty(text, async (key) => {
        await know([key])
        expect((await resolve(key)).body['externalKey']).toBe(key)
      }),
      { numRuns: 60 },
    )
  })

  it('lists page by page, each entry once', async () => {
    const keys = Array.from({ length: 57 }, (_, index) => `P-${index}`)
    await know(keys, { source: 'pages' })

    const found = await allOf(service, '/v1/identifiers?sourceSystemKey=pages&pageSize=10')

    expect(found.map(({ externalKey }) => externalKey).sort()).toEqual([...keys].sort())
  })

  it('lists by record, table and beginning of the key, character by character', async () => {
    const target = '22222222-7f4e-4d63-8f0e-3c7b1b2a9d10'
    await know(['A_1', 'a_2', 'AB3', 'A%4'], { source: 'S', targetId: target })
    await know(['A_9'], { source: 'S', table: 'account', targetId: target })
    await know(['A_8'], { source: 's', targetId: target })
    const keys = async (filter: string) =>
      (await allOf(service, `/v1/identifiers?targetId=${target.toUpperCase()}${filter}`))
        .map(({ externalKey }) => externalKey)
        .sort()

    expect(await keys('')).toEqual(['A%4', 'AB3', 'A_1', 'A_8', 'A_9', 'a_2'])
    expect(await keys('&sourceSystemKey=S&targetTable=contact')).toEqual([
      'A%4',
      'AB3',
      'A_1',
      'a_2',
    ])
    expect(await keys('&sourceSystemKey=S&externalKeyPrefix=A_')).toEqual(['A_1', 'A_9'])
    expect(await keys('&externalKeyPrefix=A%25')).toEqual(['A%4'])
  })

  it('refuses a cookie that the platform does not take', async () => {
    await know(['C-1', 'C-2'], { source: 'cookies' })
    const page = await service.get('/v1/identifiers?sourceSystemKey=cookies&pageSize=1')
    const link = new URL(String(page.body['nextLink']))
    const token = link.searchParams.get('pageToken') ?? ''
    const [filters] = JSON.parse(Buffer.from(token, 'base64url').toString()) as readonly unknown[]
    for (const cookie of ['x', '&$filter=1 eq 1', 7]) {
      const bent = Buffer.from(JSON.stringify([filters, cookie])).toString('base64url')
      link.searchParams.set('pageToken', bent)

      expect(codeOf(await service.get(link.pathname + link.search))).toBe('InvalidPageToken')
    }
  })
})
