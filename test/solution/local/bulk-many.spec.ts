import { contact, integrationLedger } from '../../../solution/tables/index.js'
import { insertMany } from '../../../solution/local/write/insert-many.js'
import type { Table } from '../../../solution/model/index.js'
import { closeHosts, rowId, startHost } from './host.js'
import type { Answer, Host } from './host.js'

type Row = Readonly<Record<string, unknown>>

const chainKey = integrationLedger.columns.chainKey.logicalName
const replaces = integrationLedger.columns.replaces
const lastName = contact.columns.lastName.logicalName

/** More rows than fit into one statement. */
const many = 1_100
const numbers = Array.from({ length: many }, (_, at) => at)

describe('CreateMultiple of many rows', () => {
  let host: Host

  beforeEach(async () => {
    host = await startHost()
  })
  afterEach(closeHosts)

  const create = (table: Table, rows: readonly Row[]): Promise<Answer> =>
    host.send('POST', `${table.entitySetName}/Microsoft.Dynamics.CRM.CreateMultiple`, {
      Targets: rows.map((row, at) => ({
        '@odata.type': `Microsoft.Dynamics.CRM.${table.logicalName}`,
        [table.primaryId]: rowId(at),
        ...row,
      })),
    })

  /** The values of one property, in the order of the ids. */
  async function stored(table: Table, property: string): Promise<readonly unknown[]> {
    const query = `$select=${property}&$orderby=${table.primaryId}`
    const { json } = await host.send('GET', `${table.entitySetName}?${query}`)
    return (json['value'] as readonly Row[]).map((row) => row[property])
  }

  const ledgerRows = (keyOf: (at: number) => unknown): readonly Row[] =>
    numbers.map((at) => ({ [chainKey]: keyOf(at) }))

  it('keeps every value, and versions in the order of the rows', async () => {
    const keys = numbers.map((at) => `contact/0/${at}`)
    const { status } = await create(
      integrationLedger,
      ledgerRows((at) => keys[at]),
    )

    expect(status).toBe(200)
    expect(await stored(integrationLedger, chainKey)).toEqual(keys)
    const versions = (await stored(integrationLedger, 'versionnumber')).map(Number)
    expect(versions).toEqual(numbers.map((at) => (versions[0] ?? 0) + at))
  })

  it('keeps texts that JSON escapes, and nulls', async () => {
    const texts = [
      'nul\u0000',
      'half \ud800',
      'a"b\\c',
      'line\nbreak\ttab',
      '\u0001',
      'é 😀 \u2028',
      null,
      "O'Hara",
      '?1',
      '7',
    ]
    const rows = texts.flatMap((text) => [{ [lastName]: text }, { [lastName]: 'Lee' }])
    await create(contact, rows)

    const kept = rows.map((row) => row[lastName]?.replace('\ud800', '\ufffd') ?? null)
    expect(await stored(contact, lastName)).toEqual(kept)
  })

  it('takes rows with differing properties', async () => {
    const rows = numbers.map((at) => (at % 100 < 50 ? { [lastName]: `L${at}` } : {}))
    await create(contact, rows)

    expect(await stored(contact, lastName)).toEqual(rows.map((row) => row[lastName] ?? null))
  })

  it('lets a row point at an earlier one of the message, by id and by alternate key', async () => {
    const { entitySetName } = integrationLedger
    const rows = numbers.slice(0, 30).map((at) => ({
      [chainKey]: `k${at}`,
      ...(at === 10 && { [`${replaces.schemaName}@odata.bind`]: `/${entitySetName}(${rowId(9)})` }),
      ...(at === 20 && {
        [`${replaces.schemaName}@odata.bind`]: `/${entitySetName}(${chainKey}='k19')`,
      }),
    }))
    const { status } = await create(integrationLedger, rows)

    expect(status).toBe(200)
    const pointers = await stored(integrationLedger, `_${replaces.logicalName}_value`)
    expect([pointers[10], pointers[20], pointers[21]]).toEqual([rowId(9), rowId(19), null])
  })

  it('writes nothing when the store refuses one of them', async () => {
    const { status, code } = await create(
      integrationLedger,
      ledgerRows((at) => `k${at === 900 ? 850 : at}`),
    )

    expect([status, code]).toEqual([412, '0x80060892'])
    expect(await stored(integrationLedger, chainKey)).toEqual([])
  })

  it('tells of the first row that is wrong, whatever is wrong with it', async () => {
    const { code } = await create(
      integrationLedger,
      ledgerRows((at) => (at === 30 ? 17 : `k${at === 20 ? 19 : at}`)),
    )

    expect(code).toBe('0x80060892')
  })

  it('does not find a row whose creation was undone', async () => {
    await create(
      integrationLedger,
      ledgerRows((at) => `k${at === 900 ? 850 : at}`),
    )
    const bind = `/${integrationLedger.entitySetName}(${rowId(5)})`
    const { status } = await host.send('POST', integrationLedger.entitySetName, {
      [`${replaces.schemaName}@odata.bind`]: bind,
    })

    expect(status).toBe(404)
  })
})

describe('insertMany', () => {
  const text = { table: '"t"', columns: '"a", "b"', expressions: ['?1', 'coalesce(?2, ?1)'] }

  it('sends as JSON only what differs', () => {
    const many = insertMany(text, [
      [1, 'same'],
      [2, 'same'],
    ])

    expect(many?.sql).toContain('SELECT row ->> 0, coalesce(?2, row ->> 0) FROM')
    expect(many?.parameters).toEqual(['[[1],[2]]', 'same'])
  })

  it('leaves fractions that differ alone: SQLite reads the last digit of some wrongly', () => {
    expect(
      insertMany(text, [
        [-3900.437003950188, null],
        [2, null],
      ]),
    ).toBeUndefined()
  })
})
