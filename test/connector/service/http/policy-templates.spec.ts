import { query, rawCreate } from '../../../../connector/dataverse/index.js'
import { policyTemplates } from '../../../../connector/service/templates/index.js'
import {
  contact,
  integrationCommitPolicy,
  integrationValueMap,
} from '../../../../solution/tables/index.js'
import { allOf, codeOf, detailsOf, startService, valueOf } from './service-under-test.js'
import type { Json, ServiceUnderTest } from './service-under-test.js'

const ada = '0b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10'

describe('Policy templates', () => {
  let service: ServiceUnderTest

  beforeEach(async () => {
    service = await startService()
  })

  afterEach(async () => {
    await service.close()
    expect(service.errors).toEqual([])
  })

  const apply = (body: object = {}) =>
    service.post('/v1/policy-template-applications', {
      templateId: 'people',
      sourceSystemKeys: ['HRIS', 'CRM'],
      ...body,
    })

  const storedPolicies = async () =>
    (await service.client.send(query(integrationCommitPolicy))).rows

  it('are listed with what they bring', async () => {
    const listed = await allOf(service, '/v1/policy-templates?pageSize=1')

    expect(listed.map(({ templateId }) => templateId)).toEqual([
      'code-lists',
      'organisations',
      'people',
      'places',
    ])
    const people = listed.find(({ templateId }) => templateId === 'people')
    expect((people?.['codeLists'] as readonly Json[])[0]).toEqual({
      codeList: 'Gender',
      valueMaps: 8,
    })
  })

  it('add their policies and maps for the source systems, once', async () => {
    const before = service.local.trace.totals.rowWrites
    const preview = await apply({ preview: true })
    const previewWrites = service.local.trace.totals.rowWrites - before
    const first = await apply()
    const writes = service.local.trace.totals.rowWrites - before
    const second = await apply()
    const policies = await storedPolicies()
    const maps = (await service.client.send(query(integrationValueMap))).rows
    const [people] = policyTemplates.filter(({ templateId }) => templateId === 'people')

    const all = (people?.policies.length ?? 0) + 2 * (people?.valueMaps.length ?? 0)
    expect([previewWrites, writes]).toEqual([0, all])
    expect(first.body).toEqual({ ...preview.body, preview: false })
    expect([first.body['created'], second.body['unchanged']]).toEqual([all, all])
    expect(service.local.trace.totals.rowWrites - before).toBe(all)
    expect(new Set(policies.map(({ authoritativeSources }) => authoritativeSources))).toEqual(
      new Set(['HRIS;CRM']),
    )
    expect(new Set(maps.map(({ sourceSystemKey }) => sourceSystemKey))).toEqual(
      new Set(['HRIS', 'CRM']),
    )
  })

  it('keep a policy and a map that say something else, unless told to overwrite them', async () => {
    await service.post('/v1/commit-policies', {
      commitPolicies: [{ targetTable: 'contact', commitMode: 'OnCertify', name: 'Mine' }],
    })
    const male = { codeList: 'Gender', sourceCode: 'M', canonicalCodeValue: '9' }
    await service.post('/v1/value-maps', { valueMaps: [{ ...male, sourceSystemKey: 'HRIS' }] })
    const kept = await apply()
    const [mine] = (await storedPolicies()).filter(({ name }) => name === 'Mine')
    const overwritten = await apply({ overwrite: true })

    expect([kept.body['kept'], overwritten.body['overwritten']]).toEqual([2, 2])
    expect(mine?.commitMode).toBe('onCertify')
    const outcomes = kept.body['commitPolicies'] as readonly Json[]
    expect(outcomes[0]).toEqual({
      targetTable: 'contact',
      outcome: 'Kept',
      message: 'Policy "Mine" is there and says something else.',
    })
    const [changed] = (await storedPolicies()).filter(({ name }) => name === 'Mine')
    expect(changed?.commitMode).toBe('onIngest')
  })

  it('name the ones there are where one is not, and refuse keys that a policy cannot list', async () => {
    const unknown = await apply({ templateId: 'none' })
    const joined = await apply({ sourceSystemKeys: ['HRIS', 'A;B'] })
    const twice = await apply({ sourceSystemKeys: ['HRIS', 'HRIS'] })

    expect([unknown.status, codeOf(unknown)]).toEqual([404, 'PolicyTemplateNotFound'])
    expect(JSON.stringify(unknown.body)).toContain('people, places')
    expect(detailsOf(joined)[0]?.path).toBe('sourceSystemKeys[1]')
    expect(detailsOf(twice)[0]?.path).toBe('sourceSystemKeys[1]')
    expect(await storedPolicies()).toEqual([])
  })

  it('fit the tables that there are: none of their policies is skipped here', async () => {
    for (const { templateId } of policyTemplates) {
      expect((await apply({ templateId, preview: true })).body['skipped']).toBe(0)
    }
  })

  it('are listed as policies page by page once they are applied', async () => {
    await apply()
    const listed = await allOf(service, '/v1/commit-policies?pageSize=3&targetTable=contact')
    const stored = await storedPolicies()

    expect(listed.length).toBe(stored.length)
    const [gender] = await allOf(service, '/v1/commit-policies?fieldName=gendercode')
    expect(gender).toEqual({
      commitPolicyId: jasmine.any(String) as unknown,
      name: 'contact.gendercode',
      targetTable: 'contact',
      fieldName: 'gendercode',
      authoritativeSources: 'HRIS;CRM',
      commitMode: 'OnIngest',
      codeList: 'Gender',
      unmappedCodes: 'Hold',
    })
  })

  it('show by evaluation what items would come to, and nothing is written', async () => {
    await apply()
    await service.client.send(
      rawCreate(contact, ada, { firstname: 'Ada', emailaddress1: 'ada@agency.gov' }),
    )
    const item = (fieldName: string, newValue: string, over: object = {}) => ({
      targetId: ada,
      externalKey: 'E-1',
      fieldName,
      newValue,
      ...over,
    })
    const before = service.local.trace.totals
    const answer = await service.post('/v1/sync-item-evaluations', {
      sourceSystemKey: 'HRIS',
      entityType: 'contact',
      items: [
        item('emailaddress1', 'ada@agency.gov'),
        item('emailaddress1', 'new@agency.gov'),
        item('gendercode', 'F'),
        item('gendercode', 'unknown'),
        item('birthdate', '1815-12-10'),
        item('nothing', 'x'),
        { externalKey: 'E-2', record: { firstname: 'Grace', jobtitle: 'Admiral' } },
      ],
    })
    const after = service.local.trace.totals

    expect(answer.status).toBe(200)
    expect(valueOf(answer).map((one) => [one['itemStatus'], one['outcomeReason']])).toEqual([
      ['Unchanged', 'Equals Record'],
      ['Applied', 'Committed'],
      ['Applied', 'Committed'],
      ['Held', 'Unmapped Code'],
      ['Held', 'Awaiting Certification'],
      ['Rejected', 'Unknown Column'],
      ['Applied', 'Committed'],
    ])
    const [, mail] = valueOf(answer)
    expect(mail?.['processMessage']).toContain('"new@agency.gov"')
    const steps = mail?.['steps'] as readonly Json[]
    expect(steps.map(({ explanation }) => explanation)).toContain(
      'A policy for this very column decides.',
    )
    expect([after.rowWrites - before.rowWrites, after.rowsRead > before.rowsRead]).toEqual([
      0,
      true,
    ])
  })
})
