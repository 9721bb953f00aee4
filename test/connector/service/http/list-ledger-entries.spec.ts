import { createMultiple } from '../../../../connector/dataverse/index.js'
import { ledgerEntryId } from '../../../../connector/engine/ids.js'
import type { IntegrationLedgerRow } from '../../../../solution/tables/index.js'
import { integrationLedger, integrationSyncJob } from '../../../../solution/tables/index.js'
import { ada, submitted } from './jobs.js'
import { allOf, startService } from './service-under-test.js'
import type { ServiceUnderTest } from './service-under-test.js'

const record = '0b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10'

const entry = {
  ledgerAspect: 'field',
  aspectKey: 'emailaddress1',
  targetTable: 'contact',
  targetId: record,
  sourceSystemKey: 'HRIS',
  ledgerStatus: 'pending',
  settledStatus: 'pending',
  value: 'ada@agency.gov',
} as const satisfies Partial<IntegrationLedgerRow>

describe('ListLedgerEntries', () => {
  let service: ServiceUnderTest
  let job: string

  beforeAll(async () => {
    service = await startService()
    job = await submitted(service, [ada])
    const rows: Partial<IntegrationLedgerRow>[] = [
      {
        ...entry,
        name: 'full',
        integrationSyncJob: { table: integrationSyncJob.logicalName, id: job },
        appliedOn: new Date('2026-11-21T10:00:00Z'),
        latest: true,
        reason: 'Because.',
        previousValue: 'old',
      },
      { ...entry, name: 'certified', ledgerStatus: 'certified', aspectKey: 'lastname' },
      { ...entry, name: 'rejected', ledgerStatus: 'rejected', sourceSystemKey: 'hris' },
      { ...entry, name: 'record', ledgerAspect: 'record', aspectKey: '*', value: null },
      { ...entry, name: 'other', targetId: record.replace(/^0/, '1') },
    ]
    await service.client.send(
      createMultiple(
        integrationLedger,
        rows.map((row, index) => ({ id: ledgerEntryId(record, index, String(index)), row })),
      ),
    )
  })

  afterAll(() => service.close())

  const names = async (filter: string) =>
    (await allOf(service, `/v1/ledger-entries?pageSize=2${filter}`)).map(({ name }) => name).sort()

  it('lists all, page by page', async () => {
    expect(await names('')).toEqual(['certified', 'full', 'other', 'record', 'rejected'])
  })

  it('filters by record, source, status, aspect and job', async () => {
    expect(await names(`&targetId=${record.toUpperCase()}&targetTable=contact`)).toEqual([
      'certified',
      'full',
      'record',
      'rejected',
    ])
    expect(await names('&sourceSystemKey=hris')).toEqual(['rejected'])
    expect(await names('&ledgerStatus=Certified,Rejected')).toEqual(['certified', 'rejected'])
    expect(await names('&aspectKey=*')).toEqual(['record'])
    expect(await names('&ledgerAspect=Record')).toEqual(['record'])
    expect(await names(`&jobId=${job}`)).toEqual(['full'])
    expect(await names('&targetTable=account')).toEqual([])
  })

  it('shows where a value came from, without hashes and chains', async () => {
    const [full] = await allOf(service, `/v1/ledger-entries?jobId=${job}`)

    expect(full).toEqual({
      ledgerEntryId: ledgerEntryId(record, 0, '0'),
      name: 'full',
      ledgerAspect: 'Field',
      aspectKey: 'emailaddress1',
      targetTable: 'contact',
      targetId: record,
      sourceSystemKey: 'HRIS',
      ledgerStatus: 'Pending',
      settledStatus: 'Pending',
      value: 'ada@agency.gov',
      previousValue: 'old',
      reason: 'Because.',
      createdOn: jasmine.stringMatching(/^\d{4}-\d\d-\d\dT/),
      latest: true,
      appliedOn: '2026-11-21T10:00:00Z',
      syncJobId: job,
    })
  })
})
