import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { filter, query } from '../../../connector/dataverse/index.js'
import { newRecordId } from '../../../connector/engine/index.js'
import type { SyncItem, SyncJob } from '../../../connector/service/example/api.js'
import { packageFiles, zipOf } from '../../../solution/emit/index.js'
import { integrationIdentifier, integrationLedger } from '../../../solution/tables/index.js'
import {
  cityPermits,
  district,
  hazard,
  permit,
  permitClass,
} from '../../solution/local/solutions/permits.js'
import { startInProcessStack } from './in-process-stack.js'
import type { InProcessStack } from './in-process-stack.js'

const source = 'PERMITS'
const idOf = (targetTable: string, externalKey: string) =>
  newRecordId({ sourceSystemKey: source, targetTable, externalKey })
const permitId = idOf(permit.logicalName, 'P-1')
const districtId = idOf(district.logicalName, 'D-1')

const record = {
  cty_number: 'P-1',
  cty_remarks: 'Corner house',
  cty_storeys: 3,
  cty_parcel: '9007199254740991',
  cty_area: '12.1255',
  cty_slope: 0.5,
  cty_fee: '99.50',
  cty_isheritage: 'yes',
  cty_mainhazard: 'fire',
  cty_hazards: 'Fumes, gas',
  cty_grantedon: '2026-11-21T12:00:00+02:00',
  cty_validuntil: '2027-11-21',
  cty_registryid: 'A1B2C3D4-0000-4000-8000-000000000001',
}
const onPermit = { externalKey: 'P-1' }
const good = [
  { externalKey: 'D-1', targetTable: district.logicalName, record: { cty_name: 'North' } },
  { ...onPermit, record },
  { ...onPermit, fieldName: 'cty_class', newValue: 'H' },
  {
    ...onPermit,
    fieldName: 'cty_district',
    relatedTable: district.logicalName,
    relatedExternalKey: 'D-1',
  },
  { ...onPermit, fieldName: 'cty_street', newValue: 'Elm Street' },
]
const refused = [
  { ...onPermit, fieldName: 'cty_plan', newValue: 'plan.pdf' },
  { ...onPermit, fieldName: 'cty_photo', newValue: 'aGVsbG8=' },
  { ...onPermit, fieldName: 'cty_parcel', newValue: 'many' },
  { ...onPermit, fieldName: 'cty_hazards', newValue: 'Fire;Ice' },
  { ...onPermit, fieldName: 'cty_class', newValue: 'X' },
  { ...onPermit, fieldName: 'cty_mailing', newValue: 'a1b2c3d4-0000-4000-8000-000000000001' },
]

describe('A table of somebody else, hosted from its solution zip', () => {
  let folder: string
  let stack: InProcessStack
  let job: SyncJob
  let items: readonly SyncItem[]

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'own-tables-'))
    const zip = join(folder, 'permits.zip')
    await writeFile(zip, zipOf(packageFiles(cityPermits, { managed: true })))
    stack = await startInProcessStack([zip])
    await stack.api.upsertValueMaps([
      {
        codeList: 'PermitClass',
        sourceSystemKey: source,
        sourceCode: 'H',
        sourceLabel: 'House',
        canonicalCodeValue: 'Home',
        canonicalLabel: 'Home',
      },
    ])
    const ours = { authoritativeSources: source, commitMode: 'OnIngest' }
    await post('/commit-policies', {
      commitPolicies: [
        { ...ours, targetTable: district.logicalName, createMissingRecords: true },
        { ...ours, targetTable: permit.logicalName, createMissingRecords: true },
        {
          ...ours,
          targetTable: permit.logicalName,
          fieldName: 'cty_class',
          codeList: 'PermitClass',
          unmappedCodes: 'Reject',
        },
        {
          ...ours,
          targetTable: permit.logicalName,
          fieldName: 'cty_street',
          commitMode: 'OnCertify',
        },
      ],
    })
    job = await run('first', [...good, ...refused])
    items = await stack.api.listSyncItems(job.jobId, {})
  }, 60_000)

  afterAll(async () => {
    await stack.close()
    await rm(folder, { recursive: true, force: true })
  })

  async function post(path: string, body: unknown): Promise<void> {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${stack.serviceUrl}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    expect(answer.status)
      .withContext(await answer.text())
      .toBeLessThan(300)
  }

  async function run(submissionKey: string, content: readonly object[]): Promise<SyncJob> {
    const answer = await fetch(`${stack.serviceUrl}/sync-jobs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        sourceSystemKey: source,
        entityType: permit.logicalName,
        submissionKey,
        items: content,
      }),
    })
    const { jobId } = (await answer.json()) as SyncJob
    expect(answer.status).toBe(201)
    for (;;) {
      const found = await stack.api.getSyncJob(jobId)
      if (!['Open', 'Submitted', 'Processing'].includes(found.jobStatus)) return found
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  async function rowOf(set: string, id: string): Promise<Readonly<Record<string, unknown>>> {
    const answer = await fetch(`${stack.dataverseUrl}/api/data/v9.2/${set}(${id})`)
    return (await answer.json()) as Readonly<Record<string, unknown>>
  }

  it('gets the rows that the items say', async () => {
    expect(await rowOf(permit.entitySetName, permitId)).toEqual(
      jasmine.objectContaining({
        cty_number: 'P-1',
        cty_remarks: 'Corner house',
        cty_storeys: 3,
        cty_parcel: 9_007_199_254_740_991,
        cty_area: 12.126,
        cty_slope: 0.5,
        cty_fee: 99.5,
        cty_isheritage: true,
        cty_mainhazard: hazard.options.fire.value,
        cty_hazards: String(hazard.options.fumes.value),
        cty_grantedon: '2026-11-21T10:00:00Z',
        cty_validuntil: '2027-11-21',
        cty_registryid: 'a1b2c3d4-0000-4000-8000-000000000001',
        cty_class: permitClass.home.value,
        _cty_district_value: districtId,
        cty_street: null,
        cty_plan: null,
        statuscode: 500_000_020,
      }),
    )
    const north = await rowOf(district.entitySetName, districtId)
    expect(north['cty_name']).toBe('North')
  })

  it('accounts for every item', () => {
    expect(job).toEqual(
      jasmine.objectContaining({
        jobStatus: 'Completed With Errors',
        received: good.length + refused.length,
        applied: 4,
        held: 1,
        unchanged: 0,
        superseded: 0,
      }),
    )
    expect(job.rejected + job.failed).toBe(refused.length)
  })

  it('tells of each value that its columns cannot take, by column and by what it takes', () => {
    const messages = items
      .filter(({ itemStatus }) => itemStatus === 'Rejected' || itemStatus === 'Failed')
      .map(({ fieldName, processMessage }) => `${fieldName ?? ''}: ${processMessage ?? ''}`)
    expect(messages).toEqual(
      jasmine.arrayWithExactContents([
        jasmine.stringMatching(/^cty_plan: Plan cannot take .*plan\.pdf.* carry no files/),
        jasmine.stringMatching(/^cty_photo: Photo cannot take .* carry no images/),
        jasmine.stringMatching(/^cty_parcel: Parcel cannot take .*many.* a whole number from/),
        jasmine.stringMatching(/^cty_hazards: Hazards cannot take .*Ice.* Fire \(500000010\)/),
        jasmine.stringMatching(/^cty_class: .*X/),
        jasmine.stringMatching(/^cty_mailing: Mailing cannot take .* none of its tables/),
      ]),
    )
  })

  it('has its identifiers and its ledger', async () => {
    const identifiers = await stack.client.send(
      query(integrationIdentifier, { select: ['externalKey', 'targetTable', 'targetId'] }),
    )
    expect(
      identifiers.rows.map(({ externalKey, targetTable, targetId }) => [
        externalKey,
        targetTable,
        targetId,
      ]),
    ).toEqual(
      jasmine.arrayWithExactContents([
        ['P-1', permit.logicalName, permitId],
        ['D-1', district.logicalName, districtId],
      ]),
    )
    const { rows } = await stack.client.send(
      query(integrationLedger, {
        select: ['aspectKey', 'ledgerAspect', 'ledgerStatus', 'value', 'appliedOn'],
        filter: filter(integrationLedger).eq('targetId', permitId),
      }),
    )
    const entry = (aspect: string) => rows.find(({ aspectKey }) => aspectKey === aspect)
    expect(entry('cty_class')?.value).toBe(String(permitClass.home.value))
    expect(entry('cty_district')).toEqual(
      jasmine.objectContaining({ ledgerAspect: 'relationship', value: districtId }),
    )
    expect(entry('cty_street')).toEqual(
      jasmine.objectContaining({ ledgerStatus: 'pending', value: 'Elm Street', appliedOn: null }),
    )
    expect(entry('cty_plan')).toBeUndefined()
  })

  it('stays as it is when the same values come again', async () => {
    const before = await rowOf(permit.entitySetName, permitId)
    const again = await run('again', good.slice(0, 4))
    expect(again).toEqual(jasmine.objectContaining({ jobStatus: 'Completed', unchanged: 4 }))
    expect((await rowOf(permit.entitySetName, permitId))['versionnumber']).toBe(
      before['versionnumber'],
    )
  })
})
