import { create, rawCreate, update } from '../../../../connector/dataverse/index.js'
import { startWorker } from '../../../../connector/service/worker/index.js'
import { contact, integrationValueMap } from '../../../../solution/tables/index.js'
import { until } from '../../../support/until.js'
import { silentLog } from '../../../support/worker-stack.js'
import { submitted } from './jobs.js'
import { codeOf, detailsOf, startService, valueOf } from './service-under-test.js'
import type { Json, ServiceUnderTest } from './service-under-test.js'

const ids = ['0', '1', '2', '3'].map((digit) => `${digit}b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10`)

describe('EvaluateSyncItems', () => {
  let service: ServiceUnderTest

  beforeAll(async () => {
    service = await startService()
    for (const id of ids) {
      await service.client.send(rawCreate(contact, id, { lastname: 'Old', jobtitle: 'Clerk' }))
    }
    await service.post('/v1/commit-policies', {
      commitPolicies: [
        { targetTable: 'contact', commitMode: 'OnIngest', createMissingRecords: true },
        {
          targetTable: 'contact',
          fieldName: 'jobtitle',
          commitMode: 'OnIngest',
          authoritativeSources: 'HRIS',
        },
        { targetTable: 'contact', fieldName: 'birthdate', commitMode: 'OnCertify' },
        {
          targetTable: 'contact',
          fieldName: 'gendercode',
          commitMode: 'OnIngest',
          codeList: 'Gender',
          minimumConfidence: 0.9,
        },
      ],
    })
    await service.client.send(
      create(integrationValueMap, null, {
        codeList: 'Gender',
        sourceCode: 'M',
        canonicalCodeValue: '1',
        confidence: 0.5,
      }),
    )
  })

  afterAll(async () => {
    await service.close()
    expect(service.errors).toEqual([])
  })

  const field = (at: number, fieldName: string, newValue: string | null, over: object = {}) => ({
    targetId: ids[at],
    fieldName,
    newValue,
    ...over,
  })

  const items = [
    field(0, 'lastname', 'Lovelace', { externalKey: 'E-0' }),
    field(0, 'lastname', 'Lovelace'),
    field(1, 'jobtitle', 'Engineer'),
    field(1, 'birthdate', '1815-12-10'),
    field(1, 'birthdate', 'yesterday'),
    field(2, 'gendercode', 'M'),
    field(2, 'gendercode', 'X'),
    field(2, 'firstname', null),
    field(2, 'nothing', 'x'),
    field(2, 'firstname', 'Grace', { occurredDateTime: '2999-01-01T00:00:00Z' }),
    { externalKey: 'E-9', record: { lastname: 'Hopper', jobtitle: 'Admiral' } },
    { externalKey: 'E-9', fieldName: 'firstname', newValue: 'Grace' },
    {
      externalKey: 'E-9',
      fieldName: 'parentcustomerid',
      relatedTable: 'contact',
      relatedExternalKey: 'E-0',
    },
    { externalKey: 'E-9', fieldName: 'parentcustomerid', newValue: 'x' },
  ]

  const evaluate = (sourceSystemKey: string, over: object = {}) =>
    service.post('/v1/sync-item-evaluations', {
      sourceSystemKey,
      entityType: 'contact',
      items,
      ...over,
    })

  const shown = (rows: readonly Json[]) =>
    rows.map(({ itemStatus, outcomeReason, processMessage }) => [
      itemStatus,
      outcomeReason,
      processMessage,
    ])

  it('tells beforehand, item by item, what the job then does, twice over, and writes nothing', async () => {
    for (const source of ['HRIS', 'CRM', 'HRIS']) {
      const before = service.local.trace.totals.rowWrites
      const foretold = await evaluate(source)
      const writes = service.local.trace.totals.rowWrites - before
      const job = await submitted(service, items, {
        sourceSystemKey: source,
        submissionKey: `${source} ${before}`,
      })
      await worked(job)
      const happened = await service.get(`/v1/sync-jobs/${job}/items`)
      const counts = (await service.get(`/v1/sync-jobs/${job}`)).body

      expect(writes).toBe(0)
      expect(shown(valueOf(foretold))).toEqual(shown(valueOf(happened)))
      for (const name of ['applied', 'held', 'unchanged', 'superseded', 'rejected', 'failed']) {
        expect(foretold.body[name]).withContext(`${source} ${name}`).toBe(counts[name])
      }
    }
  })

  /** Has a worker do the job, and end. */
  async function worked(job: string): Promise<void> {
    const worker = startWorker({
      client: service.client,
      log: silentLog,
      settings: { leaseMs: 60_000, chunkItems: 4_000, pollMs: 10 },
    })
    await until(async () => {
      const { body } = await service.get(`/v1/sync-jobs/${job}`)
      return String(body['jobStatus']).startsWith('Completed')
    }, `job ${job} is completed`).finally(() => worker.stop())
  }

  it('goes by the state of now', async () => {
    const only = { items: [field(0, 'firstname', 'Now')] }
    const [first] = valueOf(await evaluate('HRIS', only))
    const id = ids[0] ?? ''
    await service.client.send(update(contact, id, { firstName: 'Now' }))
    const [second] = valueOf(await evaluate('HRIS', only))

    expect([first?.['itemStatus'], second?.['itemStatus']]).toEqual(['Applied', 'Unchanged'])
  })

  it('goes by policies and maps that are only being considered, and stores none of them', async () => {
    const before = service.local.trace.totals.rowWrites
    const only = [
      field(3, 'birthdate', '1906-12-09'),
      field(3, 'gendercode', 'M'),
      field(3, 'gendercode', 'N'),
      field(3, 'jobtitle', 'Admiral'),
    ]
    const change = {
      commitPolicies: [
        { targetTable: 'contact', fieldName: 'birthdate', commitMode: 'OnIngest' },
        {
          targetTable: 'contact',
          fieldName: 'jobtitle',
          commitMode: 'OnCertify',
          name: 'Stricter',
        },
      ],
      valueMaps: [
        { codeList: 'Gender', sourceCode: 'M', canonicalCodeValue: '2', confidence: 1 },
        { codeList: 'Gender', sourceSystemKey: 'HRIS', sourceCode: 'N', canonicalCodeValue: '1' },
      ],
    }
    const stored = await evaluate('HRIS', { items: only })
    const considered = await evaluate('HRIS', { items: only, ...change })

    expect(valueOf(stored).map((one) => one['outcomeReason'])).toEqual([
      'Awaiting Certification',
      'Low Confidence',
      'Unmapped Code',
      'Committed',
    ])
    expect(valueOf(considered).map((one) => one['outcomeReason'])).toEqual([
      'Committed',
      'Committed',
      'Committed',
      'Awaiting Certification',
    ])
    expect(valueOf(considered)[3]?.['processMessage']).toContain('Policy "Stricter"')
    expect(service.local.trace.totals.rowWrites).toBe(before)
    expect(shown(valueOf(await evaluate('HRIS', { items: only })))).toEqual(shown(valueOf(stored)))
  })

  it('takes the maps of a code list that only a considered policy names', async () => {
    const [answer] = valueOf(
      await evaluate('HRIS', {
        items: [field(3, 'department', 'M')],
        commitPolicies: [
          {
            targetTable: 'contact',
            fieldName: 'department',
            commitMode: 'OnIngest',
            codeList: 'Gender',
          },
        ],
      }),
    )

    expect(answer?.['processMessage']).toContain('now is "1" (from "M")')
  })

  it('refuses considered policies and maps as storing them would be refused', async () => {
    const policy = { targetTable: 'contact', fieldName: 'nothing', commitMode: 'OnIngest' }
    const map = { codeList: 'Gender', sourceCode: 'M', canonicalCodeValue: '2' }
    const column = await evaluate('HRIS', { commitPolicies: [policy] })
    const twins = await evaluate('HRIS', { valueMaps: [map, map] })
    const table = await evaluate('HRIS', { commitPolicies: [{ ...policy, targetTable: 'none' }] })

    expect([codeOf(column), codeOf(twins), codeOf(table)]).toEqual([
      'UnknownColumn',
      'InvalidRequest',
      'UnknownTable',
    ])
    expect(detailsOf(twins)[0]?.path).toBe('valueMaps[1]')
  })

  it('refuses what a submission refuses', async () => {
    const table = await evaluate('HRIS', { entityType: 'nothing' })
    const item = await evaluate('HRIS', { items: [{ fieldName: 'lastname', newValue: 'x' }] })

    expect(codeOf(table)).toBe('UnknownTable')
    expect(detailsOf(item)[0]?.path).toBe('items[0]')
  })
})
