import { integrationIdentifier } from '../../../solution/tables/index.js'
import { closeHosts, missingId, rowId, startHost } from './host.js'
import type { Answer, Host } from './host.js'

const { columns, entitySetName: set, logicalName, primaryId } = integrationIdentifier
const hash = columns.keyHash.logicalName
const key = columns.externalKey.logicalName
const type = { '@odata.type': `Microsoft.Dynamics.CRM.${logicalName}` }

type Row = Readonly<Record<string, unknown>>

describe('bulk messages', () => {
  let host: Host

  beforeEach(async () => {
    host = await startHost()
  })
  afterEach(closeHosts)

  const bulk = (message: string, ...rows: readonly Row[]): Promise<Answer> =>
    host.send('POST', `${set}/Microsoft.Dynamics.CRM.${message}`, {
      Targets: rows.map((row) => ({ ...type, ...row })),
    })

  async function stored(): Promise<unknown> {
    const { json } = await host.send('GET', `${set}?$select=${key}&$orderby=${key}`)
    return (json['value'] as readonly Row[]).map((row) => row[key])
  }

  it('CreateMultiple creates all rows and answers their ids in order', async () => {
    const { status, json } = await bulk(
      'CreateMultiple',
      { [key]: 'a', [primaryId]: rowId(1) },
      { [key]: 'b' },
      { [key]: 'c', [primaryId]: rowId(3) },
    )

    expect(status).toBe(200)
    const ids = json['Ids'] as readonly string[]
    expect([ids.length, ids[0], ids[2]]).toEqual([3, rowId(1), rowId(3)])
    expect(await stored()).toEqual(['a', 'b', 'c'])
  })

  it('CreateMultiple writes nothing when one row is refused', async () => {
    const { status, code } = await bulk(
      'CreateMultiple',
      { [key]: 'a', [hash]: 'same' },
      { [key]: 'b', [hash]: 'SAME' },
    )

    expect([status, code]).toEqual([412, '0x80060892'])
    expect(await stored()).toEqual([])
  })

  it('UpdateMultiple changes all rows, or none when one is missing', async () => {
    await bulk(
      'CreateMultiple',
      { [primaryId]: rowId(1), [key]: 'a' },
      { [primaryId]: rowId(2), [key]: 'b' },
    )
    const changed = await bulk(
      'UpdateMultiple',
      { [primaryId]: rowId(1), [key]: 'c' },
      { [primaryId]: rowId(2), [key]: 'd' },
    )
    expect([changed.status, changed.text]).toEqual([204, ''])
    expect(await stored()).toEqual(['c', 'd'])

    const refused = await bulk(
      'UpdateMultiple',
      { [primaryId]: rowId(1), [key]: 'e' },
      { [primaryId]: missingId, [key]: 'f' },
    )
    expect([refused.status, refused.code]).toEqual([404, '0x80040217'])
    expect(await stored()).toEqual(['c', 'd'])
  })

  it('UpdateMultiple refuses a row without id', async () => {
    expect((await bulk('UpdateMultiple', { [key]: 'a' })).status).toBe(400)
  })

  it('UpsertMultiple creates and changes by id, in the body or in @odata.id', async () => {
    await bulk('CreateMultiple', { [primaryId]: rowId(1), [key]: 'a' })
    const { status, text } = await bulk(
      'UpsertMultiple',
      { [primaryId]: rowId(1), [key]: 'b' },
      { [primaryId]: rowId(2), [key]: 'c' },
      { '@odata.id': `${set}(${rowId(3)})`, [key]: 'd' },
    )

    expect([status, text]).toEqual([204, ''])
    expect(await stored()).toEqual(['b', 'c', 'd'])
  })

  it('UpsertMultiple by alternate key refuses the key in the body, but only when it creates', async () => {
    const address = { '@odata.id': `${set}(${hash}='k')` }
    const refused = await bulk('UpsertMultiple', { ...address, [hash]: 'k', [key]: 'a' })
    expect([refused.status, refused.code]).toEqual([400, '0x80040216'])
    expect(await stored()).toEqual([])

    expect((await bulk('UpsertMultiple', { ...address, [key]: 'a' })).status).toBe(204)
    expect((await bulk('UpsertMultiple', { ...address, [hash]: 'k', [key]: 'b' })).status).toBe(204)
    expect(await stored()).toEqual(['b'])
  })

  it('refuses rows without type or of another table, and Targets that are no rows', async () => {
    const address = `${set}/Microsoft.Dynamics.CRM.CreateMultiple`
    const bodies = [
      { Targets: [{ [key]: 'a' }] },
      { Targets: [{ '@odata.type': 'Microsoft.Dynamics.CRM.contact' }] },
      { Targets: [1] },
      { Targets: [] },
      { Targets: {} },
      {},
    ]
    for (const body of bodies) {
      const answer = await host.send('POST', address, body)
      expect(answer.status).withContext(JSON.stringify(body)).toBe(400)
    }
    expect(await stored()).toEqual([])
  })

  it('answers 404 for a message that does not exist', async () => {
    expect((await bulk('DeleteMultiple', { [primaryId]: rowId(1) })).status).toBe(404)
  })

  it('takes rows of many shapes in one request', async () => {
    const rows: readonly Row[] = Array.from({ length: 300 }, (_, at) => ({
      [key]: `k${String(at).padStart(3, '0')}`,
      ...(at % 2 === 0 ? { [hash]: `h${at}` } : {}),
      ...(at % 3 === 0 ? { [primaryId]: rowId(at) } : {}),
      ...(at % 5 === 0 ? { statecode: 1 } : {}),
    }))
    expect((await bulk('CreateMultiple', ...rows)).status).toBe(200)

    const { json } = await host.send(
      'GET',
      `${set}?$select=${key},${hash},statuscode&$orderby=${key}`,
    )
    const found = json['value'] as readonly Row[]
    expect(found.map((row) => row[key])).toEqual(rows.map((row) => row[key]))
    expect(found.map((row) => row[hash])).toEqual(rows.map((row) => row[hash] ?? null))
    expect(found.filter((row) => row['statuscode'] === 2).length).toBe(60)
  })
})
