import { update } from '../../../../connector/dataverse/index.js'
import { integrationSyncJob } from '../../../../solution/tables/index.js'
import { ada, submitted } from './jobs.js'
import { allOf, codeOf, startService, valueOf } from './service-under-test.js'
import type { Json, ServiceUnderTest } from './service-under-test.js'

describe('What the designer offers', () => {
  let service: ServiceUnderTest

  beforeAll(async () => {
    service = await startService()
    const id = await submitted(service, [ada], { sourceSystemKey: 'HRIS' })
    await submitted(service, [ada], { sourceSystemKey: 'HRIS', submissionKey: 'again' })
    await service.client.send(
      update(integrationSyncJob, id, { submittedDateTime: new Date('2026-11-21T10:00:00Z') }),
    )
    await service.post('/v1/value-maps', {
      valueMaps: [
        {
          codeList: 'Country',
          sourceSystemKey: 'IOC',
          sourceCode: 'GER',
          canonicalCodeValue: 'DE',
        },
        { codeList: 'Colour', sourceCode: 'r', canonicalCodeValue: 'red' },
        { codeList: 'Country', sourceSystemKey: 'ERP', sourceCode: 'D', canonicalCodeValue: 'DE' },
      ],
    })
    await service.post('/v1/commit-policies', {
      commitPolicies: [
        {
          targetTable: 'contact',
          authoritativeSources: 'HRIS; CRM',
          commitMode: 'OnIngest',
          codeList: 'Planned',
        },
      ],
    })
  })

  afterAll(() => service.close())

  it('lists the tables that jobs may write, by both names, and none of our own', async () => {
    const tables = valueOf(await service.get('/v1/tables'))

    expect(tables).toContain({
      targetTable: 'contact',
      displayName: 'Contact',
      title: 'Contact (contact)',
    })
    expect(tables.filter(({ targetTable }) => String(targetTable).includes('integration'))).toEqual(
      [],
    )
  })

  it('gives the same tables page by page', async () => {
    const whole = valueOf(await service.get('/v1/tables'))

    expect(await allOf(service, '/v1/tables?pageSize=2')).toEqual([...whole])
    const bent = await service.get('/v1/tables?pageSize=2&pageToken=WzEsMl0')
    expect(codeOf(bent)).toBe('InvalidPageToken')
  })

  it('lists the columns of a table that jobs may write, with what they take', async () => {
    const columns = valueOf(await service.get('/v1/columns?targetTable=contact'))
    const named = (name: string) => columns.find(({ fieldName }) => fieldName === name)

    expect(named('emailaddress1')).toEqual(
      jasmine.objectContaining({ columnType: 'Text', maxLength: 100 }),
    )
    expect(named('parentcustomerid')?.['relatedTables']).toEqual(['account', 'contact'])
    expect(named('contactid')).toBeUndefined()
    expect(named('createdon')).toBeUndefined()
  })

  it('describes a record by a JSON schema of the columns that jobs may write', async () => {
    const { body } = await service.get('/v1/record-schemas?targetTable=contact')
    const { properties } = body['schema'] as { readonly properties: Readonly<Record<string, Json>> }
    const columns = valueOf(await service.get('/v1/columns?targetTable=contact'))

    expect(Object.keys(properties).sort()).toEqual(
      columns.map(({ fieldName }) => String(fieldName)).sort(),
    )
    expect(properties['emailaddress1']).toEqual(
      jasmine.objectContaining({ type: 'string', maxLength: 100 }),
    )
    for (const property of Object.values(properties)) {
      expect(property['title']).toBeTruthy()
      expect(property['description']).toMatch(/\.$/)
      const values = property['x-ms-enum-values'] as readonly Json[] | undefined
      expect(property['enum']).toEqual(values?.map(({ value }) => value))
    }
  })

  it('refuses tables that are not there or are our own', async () => {
    for (const path of ['columns', 'record-schemas']) {
      const unknown = await service.get(`/v1/${path}?targetTable=nothing`)
      const own = await service.get(`/v1/${path}?targetTable=${integrationSyncJob.logicalName}`)
      expect([codeOf(unknown), codeOf(own)]).toEqual(['UnknownTable', 'ProtectedTable'])
    }
  })

  it('lists source systems of jobs, value maps and policies, each once', async () => {
    const systems = await allOf(service, '/v1/source-systems?pageSize=2')

    expect(systems.map(({ sourceSystemKey }) => sourceSystemKey)).toEqual([
      'CRM',
      'ERP',
      'HRIS',
      'IOC',
    ])
    expect(systems[2]?.['lastSubmittedDateTime']).toMatch(/^20\d\d-/)
  })

  it('lists code lists with how many maps they have, also of one source system', async () => {
    const ofAny = valueOf(await service.get('/v1/code-lists'))
    const ofErp = valueOf(await service.get('/v1/code-lists?sourceSystemKey=ERP'))

    expect(ofAny).toEqual([
      { codeList: 'Colour', valueMaps: 1 },
      { codeList: 'Country', valueMaps: 2 },
      { codeList: 'Planned', valueMaps: 0 },
    ])
    expect(ofErp.map(({ valueMaps }) => valueMaps)).toEqual([1, 1, 0])
  })
})
