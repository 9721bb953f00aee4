import { startLocalDataverse } from '../../../solution/local/start.js'
import type { LocalDataverse } from '../../../solution/local/start.js'
import { guid } from './fixture.js'

describe('reading over HTTP from the local Web API', () => {
  let server: LocalDataverse
  beforeEach(async () => {
    server = await startLocalDataverse({ data: ':memory:' })
    for (const [index, name] of ['Litware', 'Adventure', 'Contoso'].entries()) {
      const body = JSON.stringify({ name, revenue: (index + 1) * 1000 })
      const response = await send(`accounts(${guid(index + 1)})`, { method: 'PATCH', body })
      expect(response.status).toBe(204)
    }
  })
  afterEach(() => server.close())

  interface Sent {
    readonly method?: string
    readonly body?: string
    readonly headers?: Readonly<Record<string, string>>
  }
  const send = (path: string, init: Sent = {}) =>
    fetch(`${server.url}${path}`, {
      ...init,
      headers: { 'Content-Type': 'application/json', ...init.headers },
    })
  const read = async (path: string, prefer = '') => {
    const response = await send(path, { headers: { Prefer: prefer } })
    return { response, body: (await response.json()) as Record<string, unknown> }
  }

  it('sends filtered, ordered and formatted rows', async () => {
    const { response, body } = await read(
      'accounts?$select=name,revenue&$filter=revenue gt 1500&$orderby=name',
      'odata.include-annotations="*"',
    )

    expect(response.status).toBe(200)
    expect(response.headers.get('odata-version')).toBe('4.0')
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(body['@odata.context']).toBe(`${server.url}$metadata#accounts(name,revenue)`)
    expect(body['value']).toEqual([
      jasmine.objectContaining({
        name: 'Adventure',
        revenue: 2000,
        'revenue@OData.Community.Display.V1.FormattedValue': '$2,000.00',
      }),
      jasmine.objectContaining({ name: 'Contoso' }),
    ])
  })

  it('has next links that lead on', async () => {
    const prefer = 'odata.maxpagesize=2'
    const { body } = await read('accounts?$select=name&$orderby=name desc', prefer)
    const next = await fetch(String(body['@odata.nextLink']), { headers: { Prefer: prefer } })
    const page = (await next.json()) as { readonly value: readonly { readonly name: string }[] }

    expect(page.value.map(({ name }) => name)).toEqual(['Adventure'])
  })

  it('has delta links that tell what was deleted', async () => {
    const { body } = await read('accounts?$select=name', 'odata.track-changes')
    await send('accounts', { method: 'POST', body: JSON.stringify({ name: 'New' }) })
    const [first] = body['value'] as readonly { readonly accountid: string }[]
    await send(`accounts(${first?.accountid ?? ''})`, { method: 'DELETE' })

    const delta = await fetch(String(body['@odata.deltaLink']))
    const { value } = (await delta.json()) as { readonly value: readonly object[] }

    expect(value).toEqual([
      jasmine.objectContaining({ name: 'New' }),
      jasmine.objectContaining({ id: first?.accountid, reason: 'deleted' }),
    ])
  })

  it('returns a written row as the client asked to see it', async () => {
    const response = await send(`accounts(${guid(3)})?$select=name`, {
      method: 'PATCH',
      headers: { Prefer: 'return=representation' },
      body: JSON.stringify({ name: 'Contoso' }),
    })
    const row = (await response.json()) as Record<string, unknown>

    expect(response.status).toBe(200)
    expect(Object.keys(row)).toEqual(['@odata.context', '@odata.etag', 'name', 'accountid'])
  })

  it('answers refusals with the error body of the platform', async () => {
    const { response, body } = await read('accounts?$filter=nope eq 1')

    expect(response.status).toBe(400)
    expect(body).toEqual({
      error: {
        code: '0x80060888',
        message: "Could not find a property named 'nope' on type 'Microsoft.Dynamics.CRM.account'.",
      },
    })
    expect((await send('nopes')).status).toBe(404)
  })
})
