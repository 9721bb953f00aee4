import { serviceUser } from '../../../solution/local/index.js'
import {
  account,
  contact,
  integrationLedger,
  integrationSyncJob,
} from '../../../solution/tables/index.js'
import { closeHosts, idIn, missingId, rowId, startHost } from './host.js'
import type { Host } from './host.js'

const contacts = contact.entitySetName
const { columns } = contact

describe('creating a row', () => {
  let host: Host

  beforeAll(async () => {
    host = await startHost({ now: () => new Date('2026-11-21T10:00:00.900Z') })
  })
  afterAll(closeHosts)

  it('answers 204 with the new row’s address', async () => {
    const created = await host.send('POST', contacts, { [columns.lastName.logicalName]: 'King' })

    expect(created.status).toBe(204)
    expect(created.headers.get('OData-EntityId')).toBe(
      `${host.local.url}${contacts}(${idIn(created)})`,
    )
    expect((await host.send('GET', `${contacts}(${idIn(created)})`)).status).toBe(200)
  })

  it('answers 201 with the selected row when the client prefers the representation', async () => {
    const { status, json, headers } = await host.send(
      'POST',
      `${contacts}?$select=fullname`,
      { firstname: 'Ada', lastname: 'Lovelace', contactid: rowId(1) },
      { Prefer: 'return=representation' },
    )

    expect(status).toBe(201)
    expect(headers.get('Preference-Applied')).toBe('return=representation')
    expect(json['fullname']).toBe('Ada Lovelace')
    expect(json['contactid']).toBe(rowId(1))
    expect(json['@odata.etag']).toBe(headers.get('ETag'))
    expect(json['firstname']).toBeUndefined()
  })

  it('takes the id the client chose, and refuses it the second time with 0x80040237', async () => {
    expect((await host.send('POST', contacts, { contactid: rowId(2) })).status).toBe(204)

    const again = await host.send('POST', contacts, { contactid: rowId(2).toUpperCase() })
    expect(again.status).toBe(412)
    expect(again.code).toBe('0x80040237')
  })

  it('stamps the row with whole seconds, its maker, owner, business unit and state', async () => {
    await host.send('POST', contacts, { contactid: rowId(3) })
    const { json } = await host.send('GET', `${contacts}(${rowId(3)})`)

    expect(json['createdon']).toBe('2026-11-21T10:00:00Z')
    expect(json['modifiedon']).toBe('2026-11-21T10:00:00Z')
    for (const name of [
      '_createdby_value',
      '_modifiedby_value',
      '_ownerid_value',
      '_owninguser_value',
    ]) {
      expect(json[name]).withContext(name).toBe(serviceUser.id)
    }
    expect(json['_owningteam_value']).toBeNull()
    expect(json['_owningbusinessunit_value']).not.toBeNull()
    expect([json['statecode'], json['statuscode']]).toEqual([0, 1])
  })

  it('numbers rows without a name by the column’s pattern, and keeps a given name', async () => {
    const { entitySetName, columns: names } = integrationSyncJob
    const created = []
    for (const row of [
      {},
      { [names.name.logicalName]: null },
      { [names.name.logicalName]: 'Mine' },
    ]) {
      const answer = await host.send('POST', entitySetName, row, {
        Prefer: 'return=representation',
      })
      created.push(answer.json[names.name.logicalName])
    }

    expect(created).toEqual(['JOB-001000', 'JOB-001001', 'Mine'])
  })

  it('has the migrated date as creation date when one is given, and the true one beside it', async () => {
    const row = { contactid: rowId(4), overriddencreatedon: '2001-02-03T04:05:06Z' }
    await host.send('POST', contacts, row)
    const { json } = await host.send('GET', `${contacts}(${rowId(4)})`)

    expect(json['createdon']).toBe('2001-02-03T04:05:06Z')
    expect(json['overriddencreatedon']).toBe('2026-11-21T10:00:00Z')
  })

  it('passes over what only the platform fills', async () => {
    const row = { contactid: rowId(5), createdon: '1999-01-01T00:00:00Z', versionnumber: 3 }
    expect((await host.send('POST', contacts, row)).status).toBe(204)
    const { json } = await host.send('GET', `${contacts}(${rowId(5)})`)

    expect(json['createdon']).toBe('2026-11-21T10:00:00Z')
  })

  it('binds lookups by every form of address', async () => {
    await host.send('POST', account.entitySetName, { accountid: rowId(50), name: 'Agency' })
    const set = account.entitySetName
    const forms = [
      `/${set}(${rowId(50)})`,
      `${set}(${rowId(50)})`,
      `${host.local.url}${set}(${rowId(50)})`,
      `/${set}(${rowId(50).toUpperCase()})`,
    ]
    for (const bind of forms) {
      const { json, status, text } = await host.send(
        'POST',
        contacts,
        { 'parentcustomerid_account@odata.bind': bind },
        { Prefer: 'return=representation' },
      )
      expect(status).withContext(text).toBe(201)
      expect(json['_parentcustomerid_value']).withContext(bind).toBe(rowId(50))
    }
  })

  it('refuses to bind a row that does not exist', async () => {
    const bind = { 'parentcustomerid_account@odata.bind': `/accounts(${missingId})` }
    const { status, code, message } = await host.send('POST', contacts, bind)

    expect([status, code]).toEqual([404, '0x80040217'])
    expect(message).toContain(missingId)
  })

  it('refuses to bind a row of another table than the property leads to', async () => {
    await host.send('POST', contacts, { contactid: rowId(6) })
    const bind = { 'parentcustomerid_account@odata.bind': `/contacts(${rowId(6)})` }
    const { status, message } = await host.send('POST', contacts, bind)

    expect(status).toBe(400)
    expect(message).toContain('parentcustomerid_account')
  })

  it('refuses a lookup written by its value property or by its column', async () => {
    const { name, notes } = integrationLedger.columns
    const lookup = integrationLedger.columns.certifiedBy.logicalName
    for (const property of [`_${lookup}_value`, lookup]) {
      const row = { [name.logicalName]: 'x', [notes.logicalName]: 'y', [property]: serviceUser.id }
      const { status, code, message } = await host.send(
        'POST',
        integrationLedger.entitySetName,
        row,
      )
      expect([status, code]).withContext(message).toEqual([400, '0x80048d19'])
      expect(message).toContain(property)
    }
  })

  it('refuses an unknown property and names it and the table', async () => {
    const { status, code, message } = await host.send('POST', contacts, { nickname: 'x' })

    expect([status, code]).toEqual([400, '0x80048d19'])
    expect(message).toContain(
      "Invalid property 'nickname' was found in entity 'Microsoft.Dynamics.CRM.contact'",
    )
  })

  it('refuses what is no JSON object', async () => {
    for (const body of ['{"lastname":', '[]', '"x"', '']) {
      const { status, code } = await host.send('POST', contacts, body)
      expect([status, code]).withContext(body).toEqual([400, '0x80048d19'])
    }
  })

  it('answers 404 for an unknown set', async () => {
    expect((await host.send('POST', 'nothings', {})).status).toBe(404)
  })
})
