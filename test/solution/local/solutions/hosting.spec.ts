import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startLocalDataverse } from '../../../../solution/local/index.js'
import { choice, lookup, memo, text } from '../../../../solution/model/index.js'
import { defineTable, primaryName } from '../../../../solution/model/index.js'
import { contact, country, integrationLedger } from '../../../../solution/tables/index.js'
import { closeHosts, idIn, rowId, startHost } from '../host.js'
import {
  cityPermits,
  district,
  excerptOf,
  permit,
  permitClass,
  solutionOf,
  whole,
} from './permits.js'

const permits = permit.entitySetName
const formatted = 'OData.Community.Display.V1.FormattedValue'
const annotations = { Prefer: 'odata.include-annotations="*"' }

describe('A solution that the local Web API hosts too', () => {
  afterEach(closeHosts)

  it('has its tables beside those hosted anyway', async () => {
    const { send } = await startHost({ solutions: [cityPermits] })
    const { json } = await send('GET', 'EntityDefinitions?$select=LogicalName,EntitySetName')
    const names = (json['value'] as { LogicalName: string }[]).map((one) => one.LogicalName)
    expect(names).toContain('cty_permit')
    expect(names).toContain('cty_district')
    expect(names).toContain('govcdm_integrationledger')

    const { text: csdl } = await send('GET', '$metadata')
    expect(csdl).toContain('<Property Name="cty_hazards" Type="Edm.String" />')
    expect(csdl).toContain('<Property Name="cty_parcel" Type="Edm.Int64" />')
    expect(csdl).toContain('<Property Name="cty_plan" Type="Edm.Guid" />')
    expect(csdl).toContain('<Property Name="cty_photo" Type="Edm.Binary" />')

    const choice = await send('GET', "GlobalOptionSetDefinitions(Name='cty_hazard')?$select=Name")
    expect(choice.json['Name']).toBe('cty_hazard')
  })

  it('takes rows with a value in every column that can be written, and gives them back', async () => {
    const { send } = await startHost({ solutions: [cityPermits] })
    await send('POST', district.entitySetName, { cty_districtid: rowId(1), cty_name: 'North' })
    await send('POST', 'contacts', { contactid: rowId(2), lastname: 'Okoye' })
    const written = {
      cty_number: 'P-1',
      cty_street: 'Elm Street',
      cty_remarks: 'Two lines\nof text',
      cty_storeys: 3,
      cty_parcel: 9_007_199_254_740_991,
      cty_area: 12.125,
      cty_slope: 0.5,
      cty_fee: 99.5,
      cty_isheritage: true,
      cty_class: permitClass.trade.value,
      cty_mainhazard: 500_000_010,
      cty_grantedon: '2026-11-21T10:00:00Z',
      cty_validuntil: '2027-11-21',
      cty_registryid: rowId(3),
    }
    const created = await send('POST', permits, {
      ...written,
      cty_hazards: '500000012, 500000010,500000012',
      cty_plan: null,
      'cty_District@odata.bind': `/${district.entitySetName}(${rowId(1)})`,
      'cty_Applicant_contact@odata.bind': `/contacts(${rowId(2)})`,
      'cty_Mailing@odata.bind': null,
    })
    expect(created.message).toBe('')

    const { json } = await send(
      'GET',
      `${permits}(${idIn(created)})?$expand=cty_District($select=cty_name)`,
      undefined,
      annotations,
    )
    expect(json).toEqual(jasmine.objectContaining(written))
    expect(json).toEqual(
      jasmine.objectContaining({
        cty_hazards: '500000010,500000012',
        [`cty_hazards@${formatted}`]: 'Fire; Fumes, gas',
        [`cty_class@${formatted}`]: 'Trade',
        [`cty_parcel@${formatted}`]: '9,007,199,254,740,991',
        _cty_district_value: rowId(1),
        [`_cty_applicant_value@${formatted}`]: 'Okoye',
        _cty_mailing_value: null,
        cty_plan: null,
        cty_photo: null,
      }),
    )
    expect((json['cty_District'] as { cty_name: string }).cty_name).toBe('North')

    const changed = await send('PATCH', `${permits}(${idIn(created)})`, { cty_hazards: '' })
    expect(changed.status).toBe(204)
    const read = await send('GET', `${permits}(${idIn(created)})?$select=cty_hazards`)
    expect(read.json['cty_hazards']).toBeNull()
    expect((await send('DELETE', `${permits}(${idIn(created)})`)).status).toBe(204)
  })

  it('has the status reasons of its tables', async () => {
    const { send } = await startHost({ solutions: [cityPermits] })
    const created = await send('POST', permits, { cty_number: 'P-1' })
    const row = `${permits}(${idIn(created)})`
    const state = async () => {
      const { json } = await send(
        'GET',
        `${row}?$select=statecode,statuscode`,
        undefined,
        annotations,
      )
      return [json['statecode'], json['statuscode'], json[`statuscode@${formatted}`]]
    }
    expect(await state()).toEqual([0, 500_000_020, 'Applied For'])

    await send('PATCH', row, { statecode: 1 })
    expect(await state()).toEqual([1, 500_000_021, 'Expired'])

    expect((await send('PATCH', row, { statecode: 0, statuscode: 1 })).status).toBe(204)
    expect(await state()).toEqual([0, 1, 'Granted'])
    expect((await send('PATCH', row, { statuscode: 500_000_021 })).code).toBe('0x80048408')
    expect((await send('PATCH', row, { statuscode: 2 })).status).toBe(400)

    const { json } = await send(
      'GET',
      "EntityDefinitions(LogicalName='cty_permit')/Attributes/Microsoft.Dynamics.CRM." +
        'StateAttributeMetadata?$select=LogicalName&$expand=OptionSet($select=Options)',
    )
    const [definition] = json['value'] as { OptionSet: { Options: { DefaultStatus: number }[] } }[]
    expect(definition?.OptionSet.Options.map((one) => one.DefaultStatus)).toEqual([
      500_000_020, 500_000_021,
    ])
  })

  it('refuses what several choices, files, images and unknown tables cannot take', async () => {
    const { send } = await startHost({ solutions: [cityPermits] })
    const refusal = async (row: object) => {
      const { status, message } = await send('POST', permits, { cty_number: 'P', ...row })
      expect(status).toBe(400)
      return message
    }
    expect(await refusal({ cty_hazards: '500000010,7' })).toContain('The value 7 of')
    expect(await refusal({ cty_hazards: 'Fire' })).toContain("'cty_hazards'")
    expect(await refusal({ cty_hazards: [500_000_010] })).toContain('Edm.String')
    expect(await refusal({ cty_plan: rowId(1) })).toContain('stores no files and images')
    expect(await refusal({ cty_photo: 'aGVsbG8=' })).toContain("'cty_photo' of 'cty_permit'")
    expect(await refusal({ 'cty_Mailing@odata.bind': `/emails(${rowId(1)})` })).toContain(
      "points at the table 'email', which this local Web API does not host",
    )
  })

  it('finds rows by some of the choices they hold', async () => {
    const { send } = await startHost({ solutions: [cityPermits] })
    await send('POST', permits, { cty_number: 'A', cty_hazards: '500000010,500000012' })
    await send('POST', permits, { cty_number: 'B', cty_hazards: '500000011' })
    await send('POST', permits, { cty_number: 'C' })
    const numbers = async (query: string) => {
      const { json } = await send(
        'GET',
        `${permits}?$select=cty_number&$orderby=cty_number&${query}`,
      )
      return (json['value'] as { cty_number: string }[]).map((row) => row.cty_number)
    }
    const containing = (values: string) =>
      "$filter=Microsoft.Dynamics.CRM.ContainValues(PropertyName='cty_hazards'," +
      `PropertyValues=[${values}])`
    expect(await numbers(containing("'500000012','500000011'"))).toEqual(['A', 'B'])
    expect(await numbers(containing("'50000001'"))).toEqual([])
    expect(await numbers(containing("'500000012'").replace('Contain', 'DoesNotContain'))).toEqual([
      'B',
      'C',
    ])
  })

  it('brings the whole of a Core table in the place of the excerpt, and what others list', async () => {
    const core = defineTable({
      schemaName: 'govcdm_country',
      label: 'Country',
      pluralLabel: 'Countries',
      columns: {
        name: primaryName('govcdm_name', 'Name', { maxLength: 300 }),
        region: text('govcdm_region', 'Region'),
      },
    })
    const { send } = await startHost({
      solutions: [
        solutionOf([excerptOf(country, { code: text('cty_Code', 'Code') })], 'Listing'),
        solutionOf([whole(core), excerptOf(contact, { tier: text('cty_Tier', 'Tier') })], 'Core'),
      ],
    })
    const row = { govcdm_name: 'x'.repeat(200), govcdm_region: 'Africa', cty_code: 'NG' }
    expect((await send('POST', country.entitySetName, row)).status).toBe(204)
    const person = { lastname: 'Okoye', cty_tier: 'Gold', emailaddress1: 'o@x.example' }
    expect((await send('POST', contact.entitySetName, person)).status).toBe(204)
  })

  it('names what it lists of tables that nobody hosts', async () => {
    const incident = { ...permit, logicalName: 'incident', schemaName: 'Incident' }
    const solution = solutionOf([excerptOf(incident, { code: text('cty_Code', 'Code') })])
    const { local } = await startHost({ solutions: [solution] })
    expect(local.notes).toEqual([
      'CityPermits adds to the table incident, which another solution brings: it is not hosted ' +
        'unless that solution is added too.',
    ])
  })

  it('is refused where it contradicts our tables or another solution, by table and column', async () => {
    const notes = choice('govcdm_Notes', 'Notes', permitClass)
    const start = (...solutions: Parameters<typeof solutionOf>[0][]) =>
      startHost({ solutions: solutions.map((tables) => solutionOf(tables)) })
    await expectAsync(start([excerptOf(integrationLedger, { notes })])).toBeRejectedWithError(
      /CityPermits 1\.2\.0\.0 brings govcdm_integrationledger\.govcdm_notes as choice, but it is hosted as (text|memo) \(a table of Data Integration\)/,
    )
    await expectAsync(
      start(
        [whole(permit)],
        [excerptOf(permit, { district: lookup('cty_District', 'District', 'contact') })],
      ),
    ).toBeRejectedWithError(
      /cty_permit\.cty_district as a lookup to contact, .* lookup to cty_district/,
    )
    await expectAsync(
      start([whole(permit), whole({ ...permit, logicalName: 'cty_other' })]),
    ).toBeRejectedWithError(/cty_permit and cty_other have one set name, cty_permits/)
  })
})

describe('A data file that was made before a solution came', () => {
  let folder: string
  let data: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'local-solutions-'))
    data = join(folder, 'data.db')
  })
  afterEach(async () => {
    await closeHosts()
    await rm(folder, { recursive: true, force: true })
  })

  const withStreet = (street: ReturnType<typeof text>) =>
    solutionOf([whole({ ...permit, columns: { ...permit.columns, street } })])

  it('gains the tables and columns and keeps its rows', async () => {
    const before = await startHost({ data })
    await before.send('POST', 'contacts', { contactid: rowId(1), lastname: 'Okoye' })
    await closeHosts()

    const { send } = await startHost({
      data,
      solutions: [cityPermits, solutionOf([excerptOf(contact, { tier: text('cty_Tier', 'T') })])],
    })
    const { json } = await send('GET', `contacts(${rowId(1)})?$select=lastname,cty_tier`)
    expect(json).toEqual(jasmine.objectContaining({ lastname: 'Okoye', cty_tier: null }))
    expect((await send('POST', permits, { cty_number: 'P-1' })).status).toBe(204)
  })

  it('takes a longer form of the same type, and a lookup that points at more tables', async () => {
    const toContact = lookup('cty_Inspector', 'Inspector', 'contact')
    const toBoth = lookup('cty_Inspector', 'Inspector', ['account', 'contact'])
    const withInspector = (inspector: typeof toContact | typeof toBoth) =>
      solutionOf([
        whole({
          ...permit,
          columns: { ...permit.columns, street: memo('cty_Street', 'S'), inspector },
        }),
      ])
    const before = await startHost({ data, solutions: [withInspector(toContact)] })
    await before.send('POST', 'contacts', { contactid: rowId(1), lastname: 'Okoye' })
    await before.send('POST', permits, {
      cty_permitid: rowId(2),
      cty_number: 'P-1',
      cty_street: 'Elm Street',
      'cty_Inspector@odata.bind': `/contacts(${rowId(1)})`,
    })
    await closeHosts()

    const { send } = await startHost({ data, solutions: [withInspector(toBoth)] })
    const { json } = await send(
      'GET',
      `${permits}(${rowId(2)})?$select=cty_street,_cty_inspector_value`,
      undefined,
      annotations,
    )
    expect(json['cty_street']).toBe('Elm Street')
    expect(json[`_cty_inspector_value@${formatted}`]).toBe('Okoye')
    expect(json['_cty_inspector_value@Microsoft.Dynamics.CRM.lookuplogicalname']).toBe('contact')
  })

  it('is refused, and left as it was, where a column with values became another type', async () => {
    const before = await startHost({ data, solutions: [withStreet(text('cty_Street', 'S'))] })
    await before.send('POST', permits, { cty_number: 'P-1', cty_street: 'Elm Street' })
    await closeHosts()

    const changed = solutionOf([
      whole({
        ...permit,
        columns: { ...permit.columns, street: choice('cty_Street', 'S', permitClass) },
      }),
    ])
    await expectAsync(startLocalDataverse({ data, solutions: [changed] })).toBeRejectedWithError(
      /holds cty_permit\.cty_street as text, but it is now choice\. Use another data file/,
    )
    const { send } = await startHost({ data, solutions: [withStreet(text('cty_Street', 'S'))] })
    const { json } = await send('GET', `${permits}?$select=cty_street`)
    expect(json['value']).toEqual([jasmine.objectContaining({ cty_street: 'Elm Street' })])
  })
})
