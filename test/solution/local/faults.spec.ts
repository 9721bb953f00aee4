import type { FaultRule } from '../../../solution/local/index.js'
import { batchBody, batchHeaders, statusesIn } from './batch-body.js'
import { closeHosts, rowId, sendTo, startHost } from './host.js'
import type { Host } from './host.js'

describe('faults on demand', () => {
  let host: Host

  beforeEach(async () => {
    host = await startHost()
  })
  afterEach(closeHosts)

  const create = (number: number) => host.send('POST', 'contacts', { contactid: rowId(number) })
  const count = async () => Number((await host.send('GET', 'contacts/$count')).text)
  const part = (number: number) => ({
    method: 'POST',
    url: 'contacts',
    body: { contactid: rowId(number) },
  })
  const batch = (...numbers: readonly number[]) =>
    host.send('POST', '$batch', batchBody(numbers.map(part)), batchHeaders)

  for (const action of ['429', '503'] as const) {
    it(`answer ${action} with Retry-After without running the request, once`, async () => {
      host.local.faults.add({ action, method: 'POST', url: 'contacts', retryAfter: 7 })
      const refused = await create(1)

      expect([refused.status, refused.headers.get('Retry-After')]).toEqual([Number(action), '7'])
      expect(await count()).toBe(0)
      expect((await create(1)).status).toBe(204)
    })
  }

  it('cut the connection before anything is committed', async () => {
    host.local.faults.add({ action: 'dropBeforeCommit', method: 'POST' })

    await expectAsync(create(1)).toBeRejected()
    expect(await count()).toBe(0)
  })

  it('cut the connection after the commit', async () => {
    host.local.faults.add({ action: 'dropAfterCommit', method: 'POST' })

    await expectAsync(create(1)).toBeRejected()
    expect(await count()).toBe(1)
  })

  it('send half of an answer', async () => {
    host.local.faults.add({ action: 'halfResponse', url: 'WhoAmI' })

    await expectAsync(host.send('GET', 'WhoAmI')).toBeRejected()
    expect((await host.send('GET', 'WhoAmI')).status).toBe(200)
  })

  it('delay a request and then run it', async () => {
    host.local.faults.add({ action: 'delay', milliseconds: 20, method: 'POST' })

    expect((await create(1)).status).toBe(204)
  })

  it('answer with a code and message of choice', async () => {
    const rule: FaultRule = {
      action: 'error',
      status: 500,
      code: '0x80044151',
      message: 'SQL timeout',
    }
    host.local.faults.add(rule)
    const { status, code, message } = await create(1)

    expect([status, code, message]).toEqual([500, '0x80044151', 'SQL timeout'])
  })

  it('wait for the nth match and last as often as told', async () => {
    host.local.faults.add({ action: '503', url: 'contacts', method: 'POST', nth: 2, times: 2 })
    const statuses = []
    for (const number of [1, 2, 3, 4]) statuses.push((await create(number)).status)

    expect(statuses).toEqual([204, 503, 503, 204])
  })

  it('cut a batch in its middle: what ran before stays', async () => {
    host.local.faults.add({ action: 'dropBeforeCommit', url: 'contacts', nth: 3 })
    await expectAsync(batch(1, 2, 3, 4)).toBeRejected()
    expect(await count()).toBe(2)

    host.local.faults.add({ action: 'dropAfterCommit', body: rowId(3), url: 'contacts' })
    await expectAsync(batch(3, 4)).toBeRejected()
    expect(await count()).toBe(3)
  })

  it('answer one operation of a batch in the place of its run', async () => {
    host.local.faults.add({ action: '429', url: 'contacts', nth: 2 })
    const { text } = await batch(1, 2, 3)

    expect(statusesIn(text)).toEqual([204, 429])
  })

  it('refuse rows as a plug-in would, in bulk and alone, until cleared', async () => {
    host.local.faults.add({
      action: 'refuseRow',
      table: 'contact',
      column: 'lastname',
      value: 'poison',
      message: 'Not this one.',
    })
    const Targets = ['a', 'poison', 'b'].map((lastname) => ({
      '@odata.type': 'Microsoft.Dynamics.CRM.contact',
      lastname,
    }))
    const bulk = await host.send('POST', 'contacts/Microsoft.Dynamics.CRM.CreateMultiple', {
      Targets,
    })
    expect([bulk.status, bulk.code, bulk.message]).toEqual([400, '0x80040265', 'Not this one.'])
    expect((await host.send('POST', 'contacts', { lastname: 'poison' })).status).toBe(400)
    expect(await count()).toBe(0)

    host.local.faults.clear()
    expect((await host.send('POST', 'contacts', { lastname: 'poison' })).status).toBe(204)
  })

  it('are set, listed and cleared from another process', async () => {
    const control = sendTo(`${host.local.origin}/local/`)
    expect((await control('POST', 'faults', { rules: [{ action: '503' }] })).status).toBe(204)
    expect((await control('GET', 'faults')).json['rules']).toEqual([{ action: '503' }])
    expect((await control('DELETE', 'faults')).status).toBe(204)
    expect((await create(1)).status).toBe(204)
    expect((await control('POST', 'faults', { rules: [{ action: 'nope' }] })).status).toBe(400)
    expect((await control('POST', 'faults', {})).status).toBe(400)
  })
})
