import { batchBody, batchHeaders, codesIn, statusesIn } from './batch-body.js'
import type { BatchItem } from './batch-body.js'
import { closeHosts, missingId, rowId, startHost } from './host.js'
import type { Answer, Host } from './host.js'

describe('$batch', () => {
  let host: Host

  beforeEach(async () => {
    host = await startHost()
  })
  afterEach(closeHosts)

  const batch = (
    items: readonly BatchItem[],
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> =>
    host.send('POST', '$batch', batchBody(items), { ...batchHeaders, ...headers })

  const create = (number: number, contentId?: string) => ({
    method: 'POST',
    url: 'contacts',
    body: { contactid: rowId(number) },
    ...(contentId === undefined ? {} : { contentId }),
  })
  const get = (number: number) => ({
    method: 'GET',
    url: `contacts(${rowId(number)})?$select=fullname`,
  })

  async function count(): Promise<number> {
    return Number((await host.send('GET', 'contacts/$count')).text)
  }

  it('runs operations in order, whichever way their addresses are written', async () => {
    const { status, text, headers } = await batch([
      create(1),
      { ...get(1), url: `${host.local.url}${get(1).url}` },
      { ...get(1), url: `/api/data/v9.2/${get(1).url}` },
      { method: 'PATCH', url: `/contacts(${rowId(1)})`, body: { lastname: 'King' } },
      get(1),
    ])

    expect(status).toBe(200)
    expect(headers.get('Content-Type')).toMatch(/^multipart\/mixed; boundary=batchresponse_/)
    expect(statusesIn(text)).toEqual([204, 200, 200, 204, 200])
    expect(text.lastIndexOf('"fullname":"King"')).toBeGreaterThan(text.indexOf('"fullname":null'))
  })

  it('reads a body with bare line feeds', async () => {
    const body = batchBody([create(1), [create(2)], get(2)], '\n')
    const { text } = await host.send('POST', '$batch', body, batchHeaders)

    expect(statusesIn(text)).toEqual([204, 204, 200])
  })

  it('stops at the first error, answers up to it and has its status', async () => {
    const { status, text } = await batch([create(1), get(9), create(2)])

    expect(status).toBe(404)
    expect(statusesIn(text)).toEqual([204, 404])
    expect(await count()).toBe(1)
  })

  it('goes on after an error when the client prefers it', async () => {
    const { status, text } = await batch([create(1), get(9), create(2)], {
      Prefer: 'odata.continue-on-error',
    })

    expect(status).toBe(200)
    expect(statusesIn(text)).toEqual([204, 404, 204])
    expect(await count()).toBe(2)
  })

  it('commits a change set whole, and echoes its content ids', async () => {
    const { text } = await batch([[create(1, 'one'), create(2, 'two')]])

    expect(statusesIn(text)).toEqual([204, 204])
    expect(text).toContain('Content-ID: one\r\n')
    expect(text).toContain('Content-ID: two\r\n')
    expect(await count()).toBe(2)
  })

  it('commits nothing of a change set with an error, and answers the error alone', async () => {
    const missing = {
      method: 'PATCH',
      url: `contacts(${missingId})`,
      body: {},
      headers: { 'If-Match': '*' },
      contentId: 'three',
    }
    const { text } = await batch([create(1), [create(2, 'one'), missing, create(3)], create(4)])

    expect(statusesIn(text)).toEqual([204, 404])
    expect(codesIn(text)).toEqual(['0x80040217'])
    expect(text).toContain('Content-ID: three')
    expect(await count()).toBe(1)
  })

  it('goes on after a failed change set when the client prefers it', async () => {
    const { text } = await batch([[create(1), create(1)], create(2)], {
      Prefer: 'odata.continue-on-error',
    })

    expect(statusesIn(text)).toEqual([412, 204])
    expect(await count()).toBe(1)
  })

  it('follows references to rows of the change set, in addresses and in bodies', async () => {
    const { text } = await batch([
      [
        {
          method: 'POST',
          url: 'accounts',
          body: { accountid: rowId(1), name: 'A' },
          contentId: '1',
        },
        {
          method: 'POST',
          url: 'contacts',
          body: { contactid: rowId(2), 'parentcustomerid_account@odata.bind': '$1' },
          contentId: '2',
        },
        {
          method: 'PATCH',
          url: '$1',
          body: { 'primarycontactid@odata.bind': '$2' },
          contentId: '3',
        },
        { method: 'PUT', url: '$1/name', body: { value: 'B' }, contentId: '4' },
      ],
    ])

    expect(statusesIn(text)).withContext(text).toEqual([204, 204, 204, 204])
    const { json } = await host.send('GET', `accounts(${rowId(1)})`)
    expect([json['name'], json['_primarycontactid_value']]).toEqual(['B', rowId(2)])
    const { json: person } = await host.send('GET', `contacts(${rowId(2)})`)
    expect(person['_parentcustomerid_value']).toBe(rowId(1))
  })

  it('refuses a reference to nothing', async () => {
    const { text } = await batch([[{ method: 'PATCH', url: '$7', body: {} }]])

    expect(statusesIn(text)).toEqual([400])
  })

  it('runs bulk messages, in a change set as well', async () => {
    const bulk = (first: number) => ({
      method: 'POST',
      url: 'contacts/Microsoft.Dynamics.CRM.CreateMultiple',
      body: {
        Targets: [first, first + 1].map((number) => ({
          '@odata.type': 'Microsoft.Dynamics.CRM.contact',
          contactid: rowId(number),
        })),
      },
    })
    const { text } = await batch([bulk(1), [bulk(3), bulk(5)]])
    expect(statusesIn(text)).toEqual([200, 200, 200])
    expect(await count()).toBe(6)

    expect(statusesIn((await batch([[bulk(7), bulk(8)]])).text)).toEqual([412])
    expect(await count()).toBe(6)
  })

  it('lets If-Match guard the operations after it', async () => {
    await batch([create(1)])
    const fence = {
      method: 'PATCH',
      url: `contacts(${rowId(1)})`,
      body: {},
      headers: { 'If-Match': 'W/"1"' },
    }
    const { text } = await batch([fence, create(2)])

    expect(statusesIn(text)).toEqual([412])
    expect(codesIn(text)).toEqual(['0x80060882'])
    expect(await count()).toBe(1)
  })

  it('refuses a GET in a change set, a batch in a batch, and what is no multipart body', async () => {
    const bodies = [
      batchBody([[get(1)]]),
      batchBody([{ method: 'POST', url: '$batch' }]),
      '--batch\r\nContent-Type: application/http\r\n\r\nPOST contacts',
      'nonsense',
      '--batch\r\nContent-Type: application/http\r\n\r\nnonsense\r\n--batch--',
    ]
    for (const body of bodies) {
      const { status } = await host.send('POST', '$batch', body, batchHeaders)
      expect(status).withContext(body).toBe(400)
    }
    expect((await host.send('POST', '$batch', batchBody([create(1)]))).status).toBe(400)
    expect(await count()).toBe(0)
  })

  it('takes 1,000 operations and refuses one more without running any', async () => {
    const reads = Array.from({ length: 1_001 }, () => get(1))
    const refused = await batch([create(1), ...reads.slice(1)])
    expect(refused.status).toBe(400)
    expect(await count()).toBe(0)

    const { text } = await batch([create(1), ...reads.slice(2)])
    expect(statusesIn(text).length).toBe(1_000)
  })
})
