import { createPages } from '../../../../solution/local/pages/index.js'
import type { Pages } from '../../../../solution/local/pages/index.js'
import { hostedSchema } from '../../../../solution/local/schema/index.js'
import { openDatabase, quoted, quotedList } from '../../../../solution/local/store/index.js'
import type { Store } from '../../../../solution/local/store/index.js'
import type { Column, Table } from '../../../../solution/model/index.js'
import {
  country,
  integrationLedger,
  integrationSyncItem,
  integrationSyncJob,
  itemStatus,
  jobStatus,
  ledgerStatus,
  localTables,
  stateOrProvince,
} from '../../../../solution/tables/index.js'

const hostile = `<script>alert("1")</script> & 'quotes'`
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

describe('pages of the local Dataverse', () => {
  let store: Store
  let pages: Pages

  beforeEach(() => {
    const schema = hostedSchema(localTables)
    store = openDatabase(':memory:', schema)
    pages = createPages(schema, store)
  })

  afterEach(() => store.close())

  function insert(
    table: Table,
    rowId: string,
    values: readonly (readonly [column: Column, value: string | number])[],
  ): void {
    const names = [table.primaryId, ...values.map(([column]) => column.logicalName)]
    const marks = names.map(() => '?').join(', ')
    store
      .prepare(`INSERT INTO ${quoted(table.logicalName)} (${quotedList(names)}) VALUES (${marks})`)
      .run([rowId, ...values.map(([, value]) => value)])
  }

  function insertCountry(number: number, name: string): void {
    insert(country, id(number), [
      [country.columns.name, name],
      [country.columns.abbreviation, `C${number}`],
    ])
  }

  function show(address: string): { status: number; html: string } {
    const { pathname, search } = new URL(address, 'http://localhost')
    const answer = pages(pathname, search)
    if (!answer) throw new Error(`No page at ${address}.`)
    return { status: answer.status, html: answer.body }
  }

  /** The texts of the cells of one column of the first table on the page, row by row. */
  function firstCells(html: string): readonly string[] {
    return [...html.matchAll(/<th scope="row">\s*<a[^>]*>([^<]*)</g)].map(([, text]) => text ?? '')
  }

  it('shows the areas of the app, and how many rows every table has', () => {
    insertCountry(1, 'Norway')
    insertCountry(2, 'Brunei')
    const { status, html } = show('/tables/')
    expect(status).toBe(200)
    for (const area of ['Setup', 'Processing', 'Records']) expect(html).toContain(`>${area}<`)
    expect(html.replace(/\s+/g, ' ')).toContain(
      `<a href="/tables/${country.entitySetName}">Countries</a></dt> <dd>2</dd>`,
    )
  })

  it('shows the latest jobs with their counts, which lead to the items counted', () => {
    const { columns } = integrationSyncJob
    insert(integrationSyncJob, id(7), [
      [columns.name, 'JOB-000007'],
      [columns.sourceSystemKey, 'IOC'],
      [columns.jobStatus, jobStatus.completed.value],
      [columns.received, 205],
      [columns.held, 25],
    ])
    const { html } = show('/tables/')
    expect(html).toContain('JOB-000007')
    expect(html).toContain('<span class="status good">Completed</span>')
    const items = new URLSearchParams([
      [integrationSyncItem.columns.integrationSyncJob.logicalName, id(7)],
      [integrationSyncItem.columns.itemStatus.logicalName, String(itemStatus.held.value)],
    ])
    expect(html).toContain(
      `/tables/${integrationSyncItem.entitySetName}?${items.toString().replace('&', '&amp;')}">25<`,
    )
  })

  it('shows a value as text, whatever it holds, and runs no script', () => {
    insertCountry(1, hostile)
    const addresses = [
      `/tables/${country.entitySetName}`,
      `/tables/${country.entitySetName}/${id(1)}`,
      `/tables/${country.entitySetName}?q=${encodeURIComponent(hostile)}`,
      `/tables/${encodeURIComponent(hostile)}`,
      `/tables/${country.entitySetName}/${encodeURIComponent(hostile)}`,
    ]
    for (const address of addresses) {
      const { html } = show(address)
      expect(html).not.toContain('<script')
      expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;')
    }
    expect(pages('/tables/', '')?.headers['content-security-policy']).toContain(
      "default-src 'none'",
    )
  })

  it('shows fifty rows a page, every row once, and a page past the last as the last', () => {
    for (let number = 1; number <= 120; number += 1) {
      insertCountry(number, `Country ${String(number).padStart(3, '0')}`)
    }
    const seen = [1, 2, 3].flatMap((page) =>
      firstCells(show(`/tables/${country.entitySetName}?page=${page}`).html),
    )
    expect(seen.length).toBe(120)
    expect(new Set(seen).size).toBe(120)
    const last = firstCells(show(`/tables/${country.entitySetName}?page=99`).html)
    expect(last.length).toBe(20)
    expect(show(`/tables/${country.entitySetName}?page=-1`).html).toContain('Page 1 of 3')
  })

  it('sorts by a column in both directions, and ignores a column that is none', () => {
    insertCountry(1, 'Norway')
    insertCountry(2, 'Brunei')
    const name = country.columns.name.logicalName
    const names = (query: string) =>
      firstCells(show(`/tables/${country.entitySetName}?${query}`).html)
    expect(names(`sort=${name}`)).toEqual(['Brunei', 'Norway'])
    expect(names(`sort=${name}&dir=desc`)).toEqual(['Norway', 'Brunei'])
    expect(names('sort=no%22such')).toEqual(['Brunei', 'Norway'])
  })

  it('searches text columns, taking percent signs and underscores for what they are', () => {
    insertCountry(1, 'Norway')
    insertCountry(2, '100% Brunei')
    const names = (search: string) =>
      firstCells(show(`/tables/${country.entitySetName}?q=${encodeURIComponent(search)}`).html)
    expect(names('BRUN')).toEqual(['100% Brunei'])
    expect(names('%')).toEqual(['100% Brunei'])
    expect(names('_')).toEqual([])
    expect(names("'; DROP TABLE --")).toEqual([])
  })

  it('shows every column of a record with its label, and names what lookups point at', () => {
    insertCountry(1, 'Norway')
    insert(stateOrProvince, id(2), [
      [stateOrProvince.columns.name, 'Oslo'],
      [stateOrProvince.columns.abbreviation, 'NO-03'],
      [stateOrProvince.columns.country, id(1)],
    ])
    const { html } = show(`/tables/${stateOrProvince.entitySetName}/${id(2)}`)
    for (const { label } of Object.values(stateOrProvince.columns)) {
      expect(html).toContain(`<dt>${label}</dt>`)
    }
    expect(html).toContain(`<a href="/tables/${country.entitySetName}/${id(1)}">Norway</a>`)
    const parent = show(`/tables/${country.entitySetName}/${id(1)}`).html
    expect(parent).toContain(`<a href="/tables/${stateOrProvince.entitySetName}/${id(2)}">Oslo</a>`)
  })

  it('shows the ledger entries of a record, newest first, with values, status and reason', () => {
    const { columns } = integrationLedger
    insertCountry(1, 'Norway')
    insertCountry(3, 'Elsewhere')
    const insertEntry = (number: number, target: number, name: string, value: string) =>
      insert(integrationLedger, id(number), [
        [columns.name, name],
        [columns.targetTable, country.logicalName],
        [columns.targetId, id(target)],
        [columns.aspectKey, country.columns.name.logicalName],
        [columns.sourceSystemKey, 'IOC'],
        [columns.ledgerStatus, ledgerStatus.pending.value],
        [columns.previousValue, 'Norway'],
        [columns.value, value],
        [columns.reason, `Held: ${value} differs.`],
      ])
    insertEntry(10, 1, 'LEDGER-1', 'Norge')
    insertEntry(11, 1, 'LEDGER-2', 'Noreg')
    insertEntry(12, 3, 'LEDGER-3', 'Nowhere')
    const { html } = show(`/tables/${country.entitySetName}/${id(1)}`)
    expect(firstCells(html)).toEqual(['LEDGER-2', 'LEDGER-1'])
    for (const text of ['IOC', 'Norge', 'Held: Noreg differs.', '>Pending<']) {
      expect(html).toContain(text)
    }
    expect(html).not.toContain('Nowhere')
  })

  it('names the record that a relationship entry points at, not its id', () => {
    const { columns } = integrationLedger
    insertCountry(1, 'Norway')
    insert(integrationLedger, id(10), [
      [columns.name, 'LEDGER-1'],
      [columns.targetTable, stateOrProvince.logicalName],
      [columns.targetId, id(2)],
      [columns.aspectKey, stateOrProvince.columns.country.logicalName],
      [columns.value, id(1)],
    ])
    const { html } = show(`/tables/${integrationLedger.entitySetName}`)
    expect(html).toContain(`<a href="/tables/${country.entitySetName}/${id(1)}">Norway</a>`)
  })

  it('filters by the value of a column, and offers to remove the filter', () => {
    insertCountry(1, 'Norway')
    insertCountry(2, 'Brunei')
    const { html } = show(
      `/tables/${country.entitySetName}?${country.columns.abbreviation.logicalName}=C2`,
    )
    expect(firstCells(html)).toEqual(['Brunei'])
    expect(html).toContain('Remove the filter on Abbreviation')
  })

  it('says that a table or a row is not there', () => {
    expect(show('/tables/nothing').status).toBe(404)
    expect(show(`/tables/${country.entitySetName}/${id(404)}`).status).toBe(404)
    expect(show('/tables/%E0%A4%A').status).toBe(404)
  })

  it('leaves other paths to others', () => {
    for (const path of ['/api/data/v9.2/', '/favicon.ico', '/apps', '//', '/app']) {
      expect(pages(path, '')).toBeNull()
    }
  })

  it('shows every hosted table without rows', () => {
    for (const { entitySetName } of localTables) {
      const { status, html } = show(`/tables/${entitySetName}`)
      expect(status).toBe(200)
      expect(html).toContain('No rows to show.')
    }
  })
})
