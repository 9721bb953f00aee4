import { integrationIdentifier } from '../../../solution/tables/index.js'
import { closeHosts, idIn, missingId, rowId, startHost } from './host.js'
import type { Host } from './host.js'

const { columns, entitySetName: identifiers } = integrationIdentifier
const hash = columns.keyHash.logicalName
const key = columns.externalKey.logicalName

describe('PATCH', () => {
  let host: Host

  beforeEach(async () => {
    host = await startHost()
    await host.send('POST', 'contacts', { contactid: rowId(1), lastname: 'first' })
    await host.send('POST', identifiers, { [hash]: 'here', [key]: 'first' })
  })
  afterEach(closeHosts)

  const forms = [
    ['an id', `contacts(${rowId(1)})`, `contacts(${missingId})`, 'lastname', '0x80040217'],
    [
      'an alternate key',
      `${identifiers}(${hash}='here')`,
      `${identifiers}(${hash}='new')`,
      key,
      '0x80060891',
    ],
  ] as const

  for (const [form, present, missing, column, missingCode] of forms) {
    it(`changes or creates a row by ${form} when there is no condition`, async () => {
      for (const address of [present, missing]) {
        expect((await host.send('PATCH', address, { [column]: 'x' })).status).toBe(204)
        expect((await host.send('GET', address)).json[column]).toBe('x')
      }
    })

    it(`only changes a row by ${form} with If-Match: *`, async () => {
      const condition = { 'If-Match': '*' }
      expect((await host.send('PATCH', present, { [column]: 'x' }, condition)).status).toBe(204)

      const refused = await host.send('PATCH', missing, { [column]: 'x' }, condition)
      expect([refused.status, refused.code]).toEqual([404, missingCode])
      expect((await host.send('GET', missing)).status).toBe(404)
    })

    it(`only creates a row by ${form} with If-None-Match: *`, async () => {
      const condition = { 'If-None-Match': '*' }
      expect((await host.send('PATCH', missing, { [column]: 'x' }, condition)).status).toBe(204)

      const refused = await host.send('PATCH', present, { [column]: 'x' }, condition)
      expect([refused.status, refused.code]).toEqual([412, '0x80040237'])
      expect((await host.send('GET', present)).json[column]).toBe('first')
    })

    it(`changes a row by ${form} only in the version that If-Match names`, async () => {
      const { json } = await host.send('GET', present)
      const condition = { 'If-Match': String(json['@odata.etag']) }
      expect((await host.send('PATCH', present, { [column]: 'second' }, condition)).status).toBe(
        204,
      )

      const stale = await host.send('PATCH', present, { [column]: 'third' }, condition)
      expect([stale.status, stale.code]).toEqual([412, '0x80060882'])
      expect((await host.send('GET', present)).json[column]).toBe('second')

      const gone = await host.send('PATCH', missing, { [column]: 'x' }, condition)
      expect([gone.status, gone.code]).toEqual([404, missingCode])
    })
  }

  it('answers 201 or 200 with the row when the client prefers the representation', async () => {
    const prefer = { Prefer: 'return=representation' }
    const created = await host.send('PATCH', `contacts(${rowId(2)})`, { lastname: 'a' }, prefer)
    const changed = await host.send('PATCH', `contacts(${rowId(2)})`, { lastname: 'b' }, prefer)

    expect([created.status, created.json['lastname']]).toEqual([201, 'a'])
    expect([changed.status, changed.json['lastname']]).toEqual([200, 'b'])
  })

  it('gives a new row the values of the key it was created by', async () => {
    const address = `${identifiers}(${hash}='It''s%20new')`
    const created = await host.send('PATCH', address, {})
    const { json } = await host.send('GET', `${identifiers}(${idIn(created)})`)

    expect(json[hash]).toBe("It's new")
  })

  it('compares keys without regard to case', async () => {
    await host.send('PATCH', `${identifiers}(${hash}='HERE')`, { [key]: 'changed' })
    expect((await host.send('GET', `${identifiers}(${hash}='here')`)).json[key]).toBe('changed')

    const twin = await host.send('POST', identifiers, { [hash]: 'Here' })
    expect([twin.status, twin.code]).toEqual([412, '0x80060892'])
    expect(twin.message).toContain(columns.keyHash.label)
  })

  it('does not hold rows without a key against each other', async () => {
    for (const value of [null, '', null]) {
      expect((await host.send('POST', identifiers, { [hash]: value })).status).toBe(204)
    }
  })

  it('refuses to give a row another row’s key', async () => {
    await host.send('POST', identifiers, { [hash]: 'other' })
    const answer = await host.send('PATCH', `${identifiers}(${hash}='other')`, { [hash]: 'here' })

    expect([answer.status, answer.code]).toEqual([412, '0x80060892'])
  })

  for (const character of ['/', '<', '>', '*', '%', '&', ':', '\\', '?', '+', '#']) {
    it(`refuses ${character} in a key, percent-encoded as it is`, async () => {
      const address = `${identifiers}(${hash}='a${encodeURIComponent(character).replace('*', '%2A')}b')`
      const answer = await host.send('PATCH', address, { [key]: 'x' })

      expect(answer.status).withContext(answer.text).toBe(400)
    })
  }

  it('refuses a key the table does not have, and a body whose id is not the address’s', async () => {
    const noKey = await host.send('PATCH', `${identifiers}(${key}='x')`, {})
    expect([noKey.status, noKey.message.includes(key)]).toEqual([400, true])

    const other = await host.send('PATCH', `contacts(${rowId(1)})`, { contactid: rowId(9) })
    expect(other.status).toBe(400)
  })
})

describe('DELETE', () => {
  let host: Host

  beforeEach(async () => {
    host = await startHost()
    await host.send('POST', 'accounts', { accountid: rowId(1), name: 'A' })
  })
  afterEach(closeHosts)

  it('removes the row, and answers 404 the second time', async () => {
    expect((await host.send('DELETE', `accounts(${rowId(1)})`)).status).toBe(204)

    const again = await host.send('DELETE', `accounts(${rowId(1)})`)
    expect([again.status, again.code]).toEqual([404, '0x80040217'])
    const byKey = await host.send('DELETE', `${identifiers}(${hash}='none')`)
    expect([byKey.status, byKey.code]).toEqual([404, '0x80060891'])
  })

  it('removes only the version that If-Match names', async () => {
    const stale = { 'If-Match': 'W/"1"' }
    const refused = await host.send('DELETE', `accounts(${rowId(1)})`, undefined, stale)
    expect([refused.status, refused.code]).toEqual([412, '0x80060882'])

    const { json } = await host.send('GET', `accounts(${rowId(1)})`)
    const current = { 'If-Match': String(json['@odata.etag']) }
    expect((await host.send('DELETE', `accounts(${rowId(1)})`, undefined, current)).status).toBe(
      204,
    )
  })

  it('empties the lookups that pointed at the row', async () => {
    const bind = { 'parentcustomerid_account@odata.bind': `/accounts(${rowId(1)})` }
    await host.send('POST', 'contacts', { contactid: rowId(2), ...bind })
    await host.send('DELETE', `accounts(${rowId(1)})`)

    const { json } = await host.send('GET', `contacts(${rowId(2)})`)
    expect(json['_parentcustomerid_value']).toBeNull()
  })

  it('refuses to remove a user', async () => {
    const { json } = await host.send('GET', 'WhoAmI')
    const answer = await host.send('DELETE', `systemusers(${String(json['UserId'])})`)

    expect([answer.status, answer.code]).toEqual([400, '0x80040800'])
  })
})
