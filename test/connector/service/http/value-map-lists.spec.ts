import { create, update } from '../../../../connector/dataverse/index.js'
import {
  integrationSyncItem,
  integrationSyncJob,
  integrationValueMap,
} from '../../../../solution/tables/index.js'
import type { IntegrationSyncItemRow } from '../../../../solution/tables/index.js'
import { allOf, codeOf, startService, valueOf } from './service-under-test.js'
import type { Json, ServiceUnderTest } from './service-under-test.js'

const map = (
  sourceSystemKey: string | null,
  sourceCode: string,
  canonicalCodeValue: string,
  codeList = 'Country',
) => ({
  codeList,
  ...(sourceSystemKey !== null && { sourceSystemKey }),
  sourceCode,
  canonicalCodeValue,
})

describe('Value maps as a whole', () => {
  let service: ServiceUnderTest

  beforeAll(async () => {
    service = await startService()
    const valueMaps = [
      { ...map('IOC', 'GER', 'DE'), canonicalLabel: 'Germany', confidence: 0.5 },
      map('IOC', 'ger', 'XX'),
      map('FIPS', 'GM', 'DE'),
      map('FIPS', 'G1', 'DE'),
      map('FIPS', 'FR', 'FR'),
      map(null, 'FRA', 'FR'),
      { ...map('IOC', 'GER', 'DE'), codeList: 'country' },
    ]
    expect((await service.post('/v1/value-maps', { valueMaps })).body['created']).toBe(7)
  })

  afterAll(async () => {
    await service.close()
    expect(service.errors).toEqual([])
  })

  describe('translate many', () => {
    const one = (code: string, over: object = {}) => ({ codeList: 'Country', code, ...over })

    it('codes in both directions, each with its outcome, in one or two requests', async () => {
      const filler = Array.from({ length: 2_000 }, (_, index) => one(`none ${index}`))
      const translations = [
        one('GER', { sourceSystemKey: 'IOC' }),
        one('ger', { sourceSystemKey: 'IOC' }),
        one('FRA', { sourceSystemKey: 'IOC' }),
        one('DE', { sourceSystemKey: 'FIPS', direction: 'ToSource' }),
        one('FR', { sourceSystemKey: 'IOC', direction: 'ToSource' }),
        ...filler,
      ]
      const before = service.local.trace.totals.requests
      const answer = await service.post('/v1/value-translations', { translations })
      const requests = service.local.trace.totals.requests - before
      const shown = valueOf(answer).map(({ outcome, translatedCode }) => [outcome, translatedCode])

      expect(requests).toBe(2)
      expect(shown.slice(0, 6)).toEqual([
        ['Translated', 'DE'],
        ['Translated', 'XX'],
        ['Translated', 'FR'],
        ['Ambiguous', undefined],
        ['Translated', 'FRA'],
        ['Unknown', undefined],
      ])
      expect(valueOf(answer)[3]?.['candidates']).toEqual(['G1', 'GM'])
      expect(String(valueOf(answer)[5]?.['message'])).toContain('"none 0"')
      const { translated, ambiguous, unknown } = answer.body
      expect([translated, ambiguous, unknown]).toEqual([4, 1, 2_000])
    })

    it('as the single translation does', async () => {
      for (const parameters of [
        { codeList: 'Country', code: 'GER', sourceSystemKey: 'IOC' },
        { codeList: 'Country', code: 'DE', sourceSystemKey: 'IOC', direction: 'ToSource' },
      ]) {
        const query = new URLSearchParams(parameters).toString()
        const single = await service.get(`/v1/value-translations?${query}`)
        const many = await service.post('/v1/value-translations', { translations: [parameters] })

        expect(valueOf(many)).toEqual([{ outcome: 'Translated', ...single.body }])
      }
    })
  })

  it('are listed page by page, character by character', async () => {
    const codes = async (filter: string) =>
      (await allOf(service, `/v1/value-maps?pageSize=2&${filter}`)).map(
        ({ sourceSystemKey = '', sourceCode }) =>
          `${String(sourceSystemKey)} ${String(sourceCode)}`,
      )

    expect((await codes('codeList=Country')).sort()).toEqual([
      ' FRA',
      'FIPS FR',
      'FIPS G1',
      'FIPS GM',
      'IOC GER',
      'IOC ger',
    ])
    expect(await codes('codeList=Country&sourceCode=ger')).toEqual(['IOC ger'])
    expect((await codes('codeList=Country&canonicalCodeValue=DE')).sort()).toEqual([
      'FIPS G1',
      'FIPS GM',
      'IOC GER',
    ])
    const [row] = await allOf(service, '/v1/value-maps?codeList=country')
    expect(row?.['confidence']).toBe(1)
  })

  describe('are compared', () => {
    const compare = (query: string) =>
      service.get(`/v1/value-map-comparisons?codeList=Country&${query}`)

    const cell = (row: Json | undefined, source: string) =>
      (row?.['sources'] as readonly Json[]).find((one) => one['sourceSystemKey'] === source)

    it('canonical code by canonical code, with gaps, several codes and unsure maps', async () => {
      const { body } = await compare('')
      const rows = body['value'] as readonly Json[]
      const [germany, france] = rows

      expect(body['sourceSystemKeys']).toEqual(['FIPS', 'IOC'])
      expect(rows.map(({ canonicalCodeValue }) => canonicalCodeValue)).toEqual(['DE', 'FR', 'XX'])
      expect(germany?.['canonicalLabel']).toBe('Germany')
      expect(cell(germany, 'FIPS')?.['marks']).toEqual(['Several'])
      expect(cell(germany, 'IOC')?.['marks']).toEqual(['LowConfidence'])
      expect((cell(france, 'IOC')?.['inheritedValueMaps'] as readonly Json[]).length).toBe(1)
      const { canonicalCodes, gaps, conflicts, several, lowConfidence } = body
      expect([canonicalCodes, gaps, conflicts, several, lowConfidence]).toEqual([3, 1, 0, 1, 1])
    })

    it('by mark and by the confidence asked for', async () => {
      const codes = async (query: string) =>
        valueOf(await compare(query)).map(({ canonicalCodeValue }) => canonicalCodeValue)

      expect(await codes('mark=Gap')).toEqual(['XX'])
      expect(await codes('mark=LowConfidence')).toEqual(['DE'])
      expect(await codes('mark=LowConfidence&minimumConfidence=0.4')).toEqual([])
    })

    it('page by page, each code once, while others are added', async () => {
      await service.post('/v1/value-maps', {
        valueMaps: ['DE', 'FR', 'XX'].map((code) => map('IOC', code, code, 'Paged')),
      })
      const seen: unknown[] = []
      let url: unknown = '/v1/value-map-comparisons?codeList=Paged&pageSize=1'
      while (typeof url === 'string') {
        const answer = await service.get(url)
        seen.push(...valueOf(answer).map(({ canonicalCodeValue }) => canonicalCodeValue))
        await service.post('/v1/value-maps', { valueMaps: [map('NEW', 'x', 'AA', 'Paged')] })
        url = answer.body['nextLink']
      }

      expect(seen).toEqual(['DE', 'FR', 'XX'])
    })

    it('where the code list is not there, with nothing', async () => {
      const { status, body } = await service.get('/v1/value-map-comparisons?codeList=None')

      expect([status, body['canonicalCodes'], body['value']]).toEqual([200, 0, []])
    })
  })

  describe('lack codes', () => {
    let job: string

    const held = (row: Partial<IntegrationSyncItemRow>) =>
      service.client.send(
        create(integrationSyncItem, null, {
          integrationSyncJob: { table: integrationSyncJob.logicalName, id: job },
          itemStatus: 'held',
          outcomeReason: 'unmappedCode',
          targetTable: 'contact',
          ...row,
        }),
      )

    beforeAll(async () => {
      const made = await service.client.send(
        create(integrationSyncJob, null, {
          sourceSystemKey: 'IOC',
          direction: 'inbound',
          jobStatus: 'completed',
        }),
      )
      job = made.id
      await service.post('/v1/commit-policies', {
        commitPolicies: [
          {
            targetTable: 'contact',
            fieldName: 'address1_country',
            commitMode: 'OnIngest',
            codeList: 'Land',
          },
        ],
      })
      await held({ fieldName: 'address1_country', newValue: 'KOS', externalKey: 'E-1' })
      await held({ fieldName: 'address1_country', newValue: 'KOS', externalKey: 'E-2' })
      await held({ fieldName: 'address1_country', newValue: 'kos', externalKey: 'E-3' })
      await held({ fieldName: 'jobtitle', newValue: 'KOS', codeList: 'Title' })
      await held({ newValue: JSON.stringify({ address1_country: 'YUG', lastname: 'Tito' }) })
      await service.post('/v1/value-maps', { valueMaps: [map('IOC', 'GER', 'DE', 'Land')] })
      await held({ fieldName: 'address1_country', newValue: 'GER' })
      await held({ fieldName: 'address1_country', newValue: 'ZZ', outcomeReason: 'noPolicy' })
    })

    const listed = async (filter = '') =>
      (await allOf(service, `/v1/unmapped-codes?pageSize=1${filter}`)).map(
        ({ codeList, sourceSystemKey, sourceCode, waitingItems }) => [
          codeList,
          sourceSystemKey,
          sourceCode,
          waitingItems,
        ],
      )

    it('that held items wait for: the list of the item or of its policy, with counts', async () => {
      expect(await listed()).toEqual([
        ['Land', 'IOC', 'KOS', 2],
        ['Land', 'IOC', 'YUG', 1],
        ['Land', 'IOC', 'kos', 1],
        ['Title', 'IOC', 'KOS', 1],
      ])
      expect(await listed('&codeList=Title')).toEqual([['Title', 'IOC', 'KOS', 1]])
      expect(await listed('&sourceSystemKey=ioc')).toEqual([])

      // No more once a map is there, for the source system or for any.
      await service.post('/v1/value-maps', {
        valueMaps: [map('IOC', 'KOS', 'XK', 'Land'), map(null, 'YUG', 'YU', 'Land')],
      })

      expect((await listed()).map(([, , code]) => code)).toEqual(['kos', 'KOS'])
    })
  })

  it('keep answering where a map was emptied of its hash by hand', async () => {
    await service.post('/v1/value-maps', { valueMaps: [map('IOC', 'GER', 'DE', 'Hashless')] })
    const [row] = await allOf(service, '/v1/value-maps?codeList=Hashless')
    const id = String(row?.['valueMapId'])
    await service.client.send(update(integrationValueMap, id, { keyHash: null }))
    const answer = await service.get(
      '/v1/value-translations?codeList=Hashless&code=GER&sourceSystemKey=IOC',
    )

    expect(codeOf(answer)).toBe('ValueMapNotFound')
  })
})
