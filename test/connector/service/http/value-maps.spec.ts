import { create, filter, query, update } from '../../../../connector/dataverse/index.js'
import { valueMapHash, valueMapId } from '../../../../connector/engine/ids.js'
import { integrationValueMap } from '../../../../solution/tables/index.js'
import { codeOf, detailsOf, startService } from './service-under-test.js'
import type { ServiceUnderTest } from './service-under-test.js'

const germany = {
  codeList: 'Country',
  sourceSystemKey: 'IOC',
  sourceCode: 'GER',
  sourceLabel: 'Germany',
  canonicalCodeValue: 'DE',
  canonicalLabel: 'Deutschland',
  confidence: 0.9,
}

describe('Value maps', () => {
  let service: ServiceUnderTest

  beforeAll(async () => {
    service = await startService()
  })

  afterAll(async () => {
    await service.close()
    expect(service.errors).toEqual([])
  })

  const upsert = (...valueMaps: readonly object[]) => service.post('/v1/value-maps', { valueMaps })

  const translate = (parameters: Readonly<Record<string, string>>) =>
    service.get(`/v1/value-translations?${new URLSearchParams(parameters).toString()}`)

  async function storedMap(codeList: string) {
    const maps = filter(integrationValueMap)
    const page = await service.client.send(
      query(integrationValueMap, { filter: maps.eq('codeList', codeList) }),
    )
    return page.rows
  }

  it('are added, changed and left alone, and only what changes is written', async () => {
    const maps = Array.from({ length: 1_500 }, (_, index) => ({
      ...germany,
      codeList: 'Many',
      sourceCode: `C-${index}`,
    }))
    const first = await upsert(...maps)
    const version = (await storedMap('Many')).map(({ etag }) => etag)
    const second = await upsert(...maps)
    const third = await upsert(
      ...maps.slice(0, 10).map((map) => ({ ...map, canonicalCodeValue: 'XX' })),
      ...maps.slice(10),
      { ...germany, codeList: 'Many', sourceCode: 'new' },
    )

    expect(first.body).toEqual({ received: 1_500, created: 1_500, updated: 0, unchanged: 0 })
    expect(second.body).toEqual({ received: 1_500, created: 0, updated: 0, unchanged: 1_500 })
    expect(third.body).toEqual({ received: 1_501, created: 1, updated: 10, unchanged: 1_490 })
    const rewritten = (await storedMap('Many')).filter(({ etag }) => !version.includes(etag))
    expect(rewritten.length).toBe(11)
  })

  it('have an id that their key alone decides', async () => {
    await upsert({ ...germany, codeList: 'Ids' })
    const [row] = await storedMap('Ids')
    const key = { codeList: 'Ids', sourceSystemKey: 'IOC', sourceCode: 'GER' }

    expect([row?.id, row?.keyHash]).toEqual([valueMapId(key), valueMapHash(key)])
  })

  it('empty what an entry leaves out', async () => {
    await upsert({ ...germany, codeList: 'Emptied' })
    const bare = {
      codeList: 'Emptied',
      sourceSystemKey: 'IOC',
      sourceCode: 'GER',
      canonicalCodeValue: 'DE',
      canonicalLabel: '',
    }
    await upsert(bare)
    const [row] = await storedMap('Emptied')

    expect([row?.sourceLabel, row?.canonicalLabel, row?.confidence]).toEqual([null, null, null])
    expect((await upsert(bare)).body).toEqual(jasmine.objectContaining({ unchanged: 1 }))
  })

  it('change a map that somebody made by hand in place, and keep its name', async () => {
    const key = { codeList: 'Hand', sourceSystemKey: 'IOC', sourceCode: 'GER' }
    const made = await service.client.send(
      create(integrationValueMap, null, {
        ...key,
        name: 'My map',
        canonicalCodeValue: 'GM',
        keyHash: valueMapHash(key),
      }),
    )
    const answer = await upsert({ ...germany, codeList: 'Hand' })
    const rows = await storedMap('Hand')

    expect(answer.body['updated']).toBe(1)
    expect(rows.map(({ id, name, canonicalCodeValue }) => [id, name, canonicalCodeValue])).toEqual([
      [made.id, 'My map', 'DE'],
    ])
  })

  it('refuse two entries of one key, naming both places', async () => {
    const answer = await upsert(germany, { ...germany, sourceCode: 'ger' }, germany)

    expect(codeOf(answer)).toBe('InvalidRequest')
    expect(
      detailsOf(answer).map(({ path, message }) => [path, message.includes('valueMaps[0]')]),
    ).toEqual([['valueMaps[2]', true]])
  })

  it('refuse a confidence beyond 1, a text for it, and an empty list', async () => {
    for (const [body, path] of [
      [{ valueMaps: [{ ...germany, confidence: 1.1 }] }, 'valueMaps[0].confidence'],
      [{ valueMaps: [{ ...germany, confidence: '1' }] }, 'valueMaps[0].confidence'],
      [{ valueMaps: [] }, 'valueMaps'],
      [{ valueMaps: [{ ...germany, sourceCode: '' }] }, 'valueMaps[0].sourceCode'],
    ] as const) {
      const answer = await service.post('/v1/value-maps', body)
      expect(detailsOf(answer).map((detail) => detail.path)).toEqual([path])
    }
  })

  describe('translate', () => {
    const list = { codeList: 'Translate' }
    const map = (sourceSystemKey: string | undefined, sourceCode: string, code: string) => ({
      ...list,
      ...(sourceSystemKey === undefined ? {} : { sourceSystemKey }),
      sourceCode,
      canonicalCodeValue: code,
    })

    beforeAll(async () => {
      await upsert(
        map('IOC', 'GER', 'DE'),
        map('IOC', 'BRN', 'BH'),
        map('IOC', 'ger', 'xx'),
        map(undefined, 'BRN', 'BN'),
        map(undefined, 'Germany', 'DE'),
        map(undefined, 'FRA', 'FR'),
        map('ERP', 'F', 'FR'),
        map('ERP', 'FR', 'FR'),
        map('FIPS', 'FRA', 'XF'),
        map(undefined, 'a', 'ONE'),
        map(undefined, 'b', 'ONE'),
      )
    })

    const forward = async (source: string | undefined, code: string) =>
      (await translate({ ...list, code, ...(source && { sourceSystemKey: source }) })).body[
        'translatedCode'
      ]
    const back = (source: string | undefined, code: string) =>
      translate({
        ...list,
        code,
        direction: 'ToSource',
        ...(source && { sourceSystemKey: source }),
      })

    it("a source's own map before one for any source, character by character", async () => {
      expect(await forward('IOC', 'BRN')).toBe('BH')
      expect(await forward('ISO', 'BRN')).toBe('BN')
      expect(await forward(undefined, 'BRN')).toBe('BN')
      expect(await forward('IOC', 'GER')).toBe('DE')
      expect(await forward('IOC', 'ger')).toBe('xx')
      expect(await forward('IOC', 'Ger')).toBeUndefined()
    })

    it('back to the one code of the source that means it', async () => {
      expect((await back('IOC', 'DE')).body['translatedCode']).toBe('GER')
      expect((await back('ISO', 'DE')).body['translatedCode']).toBe('Germany')
      expect((await back('IOC', 'FR')).body['translatedCode']).toBe('FRA')
    })

    it('not back by a general map that the source has replaced by its own', async () => {
      expect(codeOf(await back('FIPS', 'FR'))).toBe('ValueMapNotFound')
    })

    it('not back where several codes mean the same, and names them', async () => {
      const answer = await back('ERP', 'FR')

      expect([answer.status, codeOf(answer)]).toEqual([409, 'AmbiguousTranslation'])
      expect(JSON.stringify(answer.body)).toContain('\\"F\\", \\"FR\\"')
      expect(codeOf(await back('any', 'ONE'))).toBe('AmbiguousTranslation')
    })

    it('nothing that no map knows', async () => {
      const answer = await back('IOC', 'ZZ')

      expect([answer.status, codeOf(answer)]).toEqual([404, 'ValueMapNotFound'])
    })

    it('with the confidence of the map, 1 where it has none', async () => {
      await upsert({ ...germany, codeList: 'Sure' })
      const [row] = await storedMap('Sure')
      const sure = { codeList: 'Sure', code: 'GER', sourceSystemKey: 'IOC' }
      const first = await translate(sure)
      await service.client.send(update(integrationValueMap, row?.id ?? '', { confidence: null }))

      expect(first.body).toEqual(
        jasmine.objectContaining({ confidence: 0.9, translatedLabel: 'Deutschland' }),
      )
      expect((await translate(sure)).body['confidence']).toBe(1)
    })
  })
})
