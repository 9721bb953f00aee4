import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { batchBody, batchHeaders } from './batch-body.js'
import { closeHosts, rowId, sendTo, startHost } from './host.js'

const main = 'solution/local/main.ts'

async function startProcess(data: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', main, '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, url: /http:\S+/.exec(line.toString())?.[0] ?? '' }
}

describe('a data file', () => {
  let folder: string
  let data: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'local-dataverse-'))
    data = join(folder, 'made', 'dataverse.db')
  })
  afterEach(async () => {
    await closeHosts()
    await rm(folder, { recursive: true })
  })

  it('keeps rows, versions and automatic numbers over a restart, and seeds users once', async () => {
    const first = await startHost({ data })
    const users = await first.send('GET', 'systemusers?$select=fullname,createdon')
    await first.send('POST', 'govcdm_integrationsyncjobs', {})
    await first.send('POST', 'accounts', { accountid: rowId(1) })
    const before = await first.send('GET', `accounts(${rowId(1)})`)
    await closeHosts()

    const second = await startHost({ data })
    const after = await second.send('GET', `accounts(${rowId(1)})`)
    expect(after.json['@odata.etag']).toBe(before.json['@odata.etag'])
    expect(
      (await second.send('GET', 'systemusers?$select=fullname,createdon')).json['value'],
    ).toEqual(users.json['value'])
    const job = await second.send(
      'POST',
      'govcdm_integrationsyncjobs',
      {},
      { Prefer: 'return=representation' },
    )
    expect(job.json['govcdm_name']).toBe('JOB-001001')
    await second.send('PATCH', `accounts(${rowId(1)})`, {})
    const version = (etag: unknown) => Number(/\d+/.exec(String(etag))?.[0])
    const changed = await second.send('GET', `accounts(${rowId(1)})`)
    expect(version(changed.json['@odata.etag'])).toBeGreaterThan(version(after.json['@odata.etag']))
  })

  it('holds all of a change set or nothing after kill -9, and all that was answered', async () => {
    const { child, url } = await startProcess(data)
    const send = sendTo(url)
    const set = (first: number) =>
      batchBody([
        Array.from({ length: 200 }, (_, at) => ({
          method: 'POST',
          url: 'contacts',
          body: { contactid: rowId(first + at) },
        })),
      ])
    await send('POST', '$batch', set(1), batchHeaders)
    const under = Array.from({ length: 8 }, (_, at) =>
      send('POST', '$batch', set(1_000 * (at + 1)), batchHeaders).then(
        ({ status }) => status === 200,
        () => false,
      ),
    )
    await Promise.race(under)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const answered = (await Promise.all(under)).filter(Boolean).length

    const { send: read } = await startHost({ data })
    const count = Number((await read('GET', 'contacts/$count')).text)
    expect(count % 200).toBe(0)
    expect(count).toBeGreaterThanOrEqual(200 * (answered + 1))
  })

  it('is refused to a second host while a first has it open', async () => {
    await startHost({ data })
    await expectAsync(startHost({ data })).toBeRejectedWithError(/Another process uses/)

    await closeHosts()
    expect((await (await startHost({ data })).send('GET', 'WhoAmI')).status).toBe(200)
  })

  it('is closed cleanly by SIGTERM', async () => {
    const { child, url } = await startProcess(data)
    expect((await sendTo(url)('GET', 'WhoAmI')).status).toBe(200)
    child.kill('SIGTERM')

    expect(await once(child, 'exit')).toEqual([0, null])
  })
})
