import { create, query } from '../../../../connector/dataverse/index.js'
import { commitPolicyId } from '../../../../connector/engine/ids.js'
import { integrationCommitPolicy } from '../../../../solution/tables/index.js'
import { codeOf, detailsOf, startService } from './service-under-test.js'
import type { ServiceUnderTest } from './service-under-test.js'

const onIngest = { targetTable: 'contact', commitMode: 'OnIngest' }

describe('UpsertCommitPolicies', () => {
  let service: ServiceUnderTest

  beforeEach(async () => {
    service = await startService()
  })

  afterEach(async () => {
    await service.close()
    expect(service.errors).toEqual([])
  })

  const upsert = (...commitPolicies: readonly object[]) =>
    service.post('/v1/commit-policies', { commitPolicies })

  const stored = async () => (await service.client.send(query(integrationCommitPolicy, {}))).rows

  it('adds, changes and leaves alone', async () => {
    const full = {
      ...onIngest,
      fieldName: 'emailaddress1',
      authoritativeSources: 'HRIS; CRM',
      autoCertify: true,
      staleAfterDays: 90,
      codeList: 'Mail',
      unmappedCodes: 'Pass Through',
      minimumConfidence: 0.8,
      createMissingRecords: false,
      writeBack: true,
      certificationsRequired: 2,
    }
    const any = { targetTable: '*', commitMode: 'OnCertify' }

    const first = await upsert(full, any)
    const second = await upsert(full, any, onIngest)
    const third = await upsert({ ...full, staleAfterDays: 30 }, any)

    expect(first.body).toEqual({ received: 2, created: 2, updated: 0, unchanged: 0 })
    expect(second.body).toEqual({ received: 3, created: 1, updated: 0, unchanged: 2 })
    expect(third.body).toEqual({ received: 2, created: 0, updated: 1, unchanged: 1 })
    const row = (await stored()).find(({ id }) => id === commitPolicyId('contact', 'emailaddress1'))
    expect(row).toEqual(
      jasmine.objectContaining({
        name: 'contact.emailaddress1',
        authoritativeSources: 'HRIS;CRM',
        commitMode: 'onIngest',
        autoCertify: 'yes',
        staleAfterDays: 30,
        unmappedCodes: 'passThrough',
        minimumConfidence: 0.8,
        createMissingRecords: false,
        writeBack: true,
        certificationsRequired: 2,
      }),
    )
  })

  it('changes the policy that somebody made by hand, rather than adding a second', async () => {
    const made = await service.client.send(
      create(integrationCommitPolicy, null, {
        name: 'Mine',
        targetTable: 'contact',
        commitMode: 'onCertify',
      }),
    )
    const answer = await upsert(onIngest)

    expect(answer.body['updated']).toBe(1)
    expect((await stored()).map(({ id, name, commitMode }) => [id, name, commitMode])).toEqual([
      [made.id, 'Mine', 'onIngest'],
    ])
  })

  it('refuses to choose between two policies made by hand, and names both', async () => {
    for (const name of ['One', 'Two']) {
      await service.client.send(
        create(integrationCommitPolicy, null, {
          name,
          targetTable: 'contact',
          commitMode: 'onCertify',
        }),
      )
    }
    const answer = await upsert(onIngest)

    expect([answer.status, codeOf(answer)]).toEqual([409, 'AmbiguousPolicy'])
    expect(JSON.stringify(answer.body)).toMatch(/One .*Two|Two .*One/)
  })

  const refused: readonly (readonly [string, readonly object[], string, string])[] = [
    [
      'a table that is not there',
      [onIngest, { ...onIngest, targetTable: 'unicorn' }],
      'UnknownTable',
      'commitPolicies[1].targetTable',
    ],
    [
      'a column that is not there',
      [{ ...onIngest, fieldName: 'horn' }],
      'UnknownColumn',
      'commitPolicies[0].fieldName',
    ],
    [
      'a table of the integration',
      [{ ...onIngest, targetTable: integrationCommitPolicy.logicalName }],
      'ProtectedTable',
      'commitPolicies[0].targetTable',
    ],
    [
      'a column of every table',
      [{ ...onIngest, targetTable: '*', fieldName: 'name' }],
      'InvalidRequest',
      'commitPolicies[0].fieldName',
    ],
    [
      'an empty source',
      [{ ...onIngest, authoritativeSources: 'A;;B' }],
      'InvalidRequest',
      'commitPolicies[0].authoritativeSources',
    ],
    [
      'a source named twice',
      [{ ...onIngest, authoritativeSources: 'A;B; A' }],
      'InvalidRequest',
      'commitPolicies[0].authoritativeSources',
    ],
    [
      'a source key that is too long',
      [{ ...onIngest, authoritativeSources: 'x'.repeat(101) }],
      'InvalidRequest',
      'commitPolicies[0].authoritativeSources',
    ],
    [
      'an unknown mode',
      [{ ...onIngest, commitMode: 'Sometimes' }],
      'InvalidRequest',
      'commitPolicies[0].commitMode',
    ],
    ['no mode', [{ targetTable: 'contact' }], 'InvalidRequest', 'commitPolicies[0].commitMode'],
    [
      'three certifications',
      [{ ...onIngest, certificationsRequired: 3 }],
      'InvalidRequest',
      'commitPolicies[0].certificationsRequired',
    ],
    [
      'half a day',
      [{ ...onIngest, staleAfterDays: 0.5 }],
      'InvalidRequest',
      'commitPolicies[0].staleAfterDays',
    ],
    ['the same table twice', [onIngest, onIngest], 'InvalidRequest', 'commitPolicies[1]'],
  ]
  for (const [what, policies, code, path] of refused) {
    it(`refuses ${what} and writes nothing`, async () => {
      const answer = await upsert(...policies)

      expect([codeOf(answer), detailsOf(answer)[0]?.path]).toEqual([code, path])
      expect(await stored()).toEqual([])
    })
  }
})
