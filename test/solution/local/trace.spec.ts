import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { TraceEntry } from '../../../solution/local/index.js'
import { batchBody, batchHeaders } from './batch-body.js'
import { closeHosts, rowId, sendTo, startHost } from './host.js'
import type { Host } from './host.js'

const targets = (count: number, first = 1) => ({
  Targets: Array.from({ length: count }, (_, at) => ({
    '@odata.type': 'Microsoft.Dynamics.CRM.contact',
    contactid: rowId(first + at),
    lastname: 'x',
  })),
})

describe('the trace', () => {
  let host: Host

  beforeEach(async () => {
    host = await startHost()
  })
  afterEach(closeHosts)

  it('counts requests, row writes by table and server time at the published costs', async () => {
    await host.send('POST', 'contacts/Microsoft.Dynamics.CRM.CreateMultiple', targets(1_000))
    await host.send('POST', 'contacts/Microsoft.Dynamics.CRM.UpdateMultiple', targets(100))
    await host.send('POST', 'accounts', { accountid: rowId(1) })
    await host.send('PATCH', `accounts(${rowId(1)})`, { name: 'x' })
    await host.send('DELETE', `accounts(${rowId(1)})`)
    await host.send('GET', 'contacts?$select=contactid&$top=10')

    const { totals } = host.local.trace
    expect([totals.requests, totals.operations]).toEqual([6, 6])
    expect(totals.writes).toEqual({
      contact: { created: 1_000, updated: 100, deleted: 0 },
      account: { created: 1, updated: 1, deleted: 1 },
    })
    expect(totals.rowWrites).toBe(1_103)
    expect(totals.rowsRead).toBe(10)
    expect(totals.serverSeconds).toBeCloseTo(11 + 1.94 + 0.1419 + 0.1491 + 0.1491 + 0.02, 6)
  })

  it('counts single writes of a batch at the lower cost that is published for those', async () => {
    const create = { method: 'POST', url: 'accounts', body: { accountid: rowId(1) } }
    const update = { method: 'PATCH', url: `accounts(${rowId(1)})`, body: { name: 'x' } }
    await host.send('POST', '$batch', batchBody([create, update]), batchHeaders)

    expect(host.local.trace.totals.serverSeconds).toBeCloseTo(0.05676 + 0.0497, 6)
  })

  it('counts a batch as one request, and none of what was rolled back', async () => {
    const create = { method: 'POST', url: 'contacts', body: { contactid: rowId(1) } }
    await host.send('POST', '$batch', batchBody([create, [create, create]]), batchHeaders)
    await host.send('POST', 'contacts/Microsoft.Dynamics.CRM.CreateMultiple', targets(5))

    const { totals } = host.local.trace
    expect(totals.requests).toBe(2)
    expect(totals.operations).toBe(4)
    expect(totals.rowWrites).toBe(1)
    expect(totals.statuses).toEqual({ '412': 2 })
  })

  it('can be read and reset from another process, which it does not count', async () => {
    await host.send('GET', 'WhoAmI')
    const control = sendTo(`${host.local.origin}/local/`)
    const { json } = await control('GET', 'trace?entries=true')
    const [entry] = json['entries'] as readonly TraceEntry[]
    expect((json['totals'] as Readonly<Record<string, unknown>>)['requests']).toBe(1)
    expect([entry?.method, entry?.url, entry?.status]).toEqual(['GET', 'WhoAmI', 200])

    expect((await control('POST', 'trace/reset')).status).toBe(204)
    expect(host.local.trace.totals.requests).toBe(0)
    expect((await control('GET', 'nothing')).status).toBe(404)
  })

  it('is written to a file, a line of JSON a request', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'local-dataverse-'))
    const traceFile = join(folder, 'trace.jsonl')
    const { send } = await startHost({ traceFile })
    await send('GET', 'contacts')
    await send('POST', 'accounts', {})

    const lines = (await readFile(traceFile, 'utf8')).trim().split('\n')
    const entries = lines.map((line) => JSON.parse(line) as TraceEntry)
    expect(entries.map(({ method, url, rowWrites }) => [method, url, rowWrites])).toEqual([
      ['GET', 'contacts', 0],
      ['POST', 'accounts', 1],
    ])
    await closeHosts()
    await rm(folder, { recursive: true })
  })
})
