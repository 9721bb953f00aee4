import { closeHosts, idIn, rowId, startHost } from './host.js'
import type { Host } from './host.js'

describe('links between rows', () => {
  let host: Host

  beforeEach(async () => {
    host = await startHost()
    await host.send('POST', 'accounts', { accountid: rowId(1), name: 'A' })
    await host.send('POST', 'contacts', { contactid: rowId(2), lastname: 'B' })
  })
  afterEach(closeHosts)

  const account = () => ({ '@odata.id': `${host.local.url}accounts(${rowId(1)})` })
  const person = () => ({ '@odata.id': `${host.local.url}contacts(${rowId(2)})` })

  async function primaryContact(): Promise<unknown> {
    return (await host.send('GET', `accounts(${rowId(1)})`)).json['_primarycontactid_value']
  }

  async function company(): Promise<unknown> {
    return (await host.send('GET', `contacts(${rowId(2)})`)).json['_parentcustomerid_value']
  }

  it('are set and cleared through a single-valued navigation property', async () => {
    const address = `accounts(${rowId(1)})/primarycontactid/$ref`
    expect((await host.send('PUT', address, person())).status).toBe(204)
    expect(await primaryContact()).toBe(rowId(2))

    expect((await host.send('DELETE', address)).status).toBe(204)
    expect(await primaryContact()).toBeNull()
  })

  it('are made through a collection and removed in both forms', async () => {
    const address = `contacts(${rowId(2)})/account_primary_contact`
    for (const remove of [
      `${address}(${rowId(1)})/$ref`,
      `${address}/$ref?$id=${encodeURIComponent(account()['@odata.id'])}`,
    ]) {
      expect((await host.send('POST', `${address}/$ref`, account())).status).toBe(204)
      expect(await primaryContact()).toBe(rowId(2))

      expect((await host.send('DELETE', remove)).status)
        .withContext(remove)
        .toBe(204)
      expect(await primaryContact()).toBeNull()
    }
    const unlinked = await host.send('DELETE', `${address}(${rowId(1)})/$ref`)
    expect(unlinked.status).toBe(404)
  })

  it('are cleared by a null bind and by a null navigation property', async () => {
    const bind = 'parentcustomerid_account@odata.bind'
    for (const clear of [{ [bind]: null }, { parentcustomerid_account: null }]) {
      await host.send('PATCH', `contacts(${rowId(2)})`, { [bind]: `/accounts(${rowId(1)})` })
      expect(await company()).toBe(rowId(1))
      expect((await host.send('PATCH', `contacts(${rowId(2)})`, clear)).status).toBe(204)
      expect(await company()).toBeNull()
    }
  })

  it('are made with a row that is created in a collection', async () => {
    const created = await host.send('POST', `accounts(${rowId(1)})/contact_customer_accounts`, {
      lastname: 'New',
    })
    const { json } = await host.send('GET', `contacts(${idIn(created)})`)

    expect([json['lastname'], json['_parentcustomerid_value']]).toEqual(['New', rowId(1)])
  })

  it('lead to 404 through a property that does not exist', async () => {
    for (const address of [`accounts(${rowId(1)})/nothing/$ref`, `nothings(${rowId(1)})/x/$ref`]) {
      expect((await host.send('PUT', address, person())).status).toBe(404)
    }
  })
})

describe('single properties', () => {
  let host: Host

  beforeEach(async () => {
    host = await startHost()
    await host.send('POST', 'accounts', { accountid: rowId(1), name: 'A' })
  })
  afterEach(closeHosts)

  it('are set by PUT and emptied by DELETE', async () => {
    const address = `accounts(${rowId(1)})/name`
    expect((await host.send('PUT', address, { value: 'B' })).status).toBe(204)
    expect((await host.send('GET', `accounts(${rowId(1)})`)).json['name']).toBe('B')

    expect((await host.send('DELETE', address)).status).toBe(204)
    expect((await host.send('GET', `accounts(${rowId(1)})`)).json['name']).toBeNull()
  })

  it('are refused without a value, for an unknown name and for a missing row', async () => {
    expect((await host.send('PUT', `accounts(${rowId(1)})/name`, {})).status).toBe(400)
    expect((await host.send('PUT', `accounts(${rowId(1)})/nope`, { value: 1 })).status).toBe(400)
    expect((await host.send('PUT', `accounts(${rowId(9)})/name`, { value: 'x' })).status).toBe(404)
  })
})
