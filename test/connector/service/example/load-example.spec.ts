import { query } from '../../../../connector/dataverse/index.js'
import type { DataverseClient } from '../../../../connector/dataverse/index.js'
import type { Api, SyncJob } from '../../../../connector/service/example/api.js'
import { heldReasons, jobTable } from '../../../../connector/service/example/describe-jobs.js'
import { isClosed, settledItems } from '../../../../connector/service/example/job-status.js'
import { isoCountriesJob } from '../../../../connector/service/example/jobs.js'
import { findExample, loadExample } from '../../../../connector/service/example/load-example.js'
import type { Table } from '../../../../solution/model/index.js'
import {
  country,
  integrationIdentifier,
  integrationLedger,
  stateOrProvince,
} from '../../../../solution/tables/index.js'
import { startInProcessStack } from '../in-process-stack.js'

describe('the example', () => {
  let api: Api
  let client: DataverseClient
  let jobs: readonly SyncJob[]
  let close: () => Promise<void>

  beforeAll(async () => {
    const stack = await startInProcessStack()
    ;({ api, client, close } = stack)
    expect(await findExample(api)).toBeUndefined()
    jobs = await loadExample(api, { pollMs: 20 })
  }, 600_000)

  afterAll(() => close())

  it('accounts for every item of every job', () => {
    expect(jobs.map((job) => job.received)).toEqual([498, 410, 10_140])
    for (const job of jobs) expect(settledItems(job)).toBe(job.received)
  })

  it('applies all that ISO sends', () => {
    const [iso, , subdivisions] = jobs

    expect(iso?.applied).toBe(498)
    expect(subdivisions?.applied).toBe(10_140)
  })

  it('finds all Olympic codes unchanged, and most of the names', async () => {
    const items = await api.listSyncItems(jobs[1]?.jobId ?? '', { itemStatus: 'Unchanged' })
    const of = (column: { readonly logicalName: string }) =>
      items.filter((item) => item.fieldName === column.logicalName).length

    expect(of(country.columns.abbreviation)).toBe(204)
    expect(of(country.columns.name)).toBe(179)
  })

  it('holds the names that differ as conflicts, with the value that stays', async () => {
    const items = await api.listSyncItems(jobs[1]?.jobId ?? '', { itemStatus: 'Held' })
    const conflicts = items.filter((item) => item.outcomeReason === 'Conflict')

    expect(conflicts.length).toBe(25)
    expect(new Set(conflicts.map((item) => item.fieldName))).toEqual(
      new Set([country.columns.name.logicalName]),
    )
    const russia = conflicts.find((item) => item.externalKey === 'RUS')
    expect(russia?.processMessage).toContain('Russian Federation')
  })

  it('holds KOS, which no map and no record knows, with both reasons', async () => {
    const items = await api.listSyncItems(jobs[1]?.jobId ?? '', { itemStatus: 'Held' })
    const kosovo = items.filter((item) => item.externalKey === 'KOS')

    expect(kosovo.map((item) => item.fieldName).sort()).toEqual([
      country.columns.abbreviation.logicalName,
      country.columns.name.logicalName,
    ])
    const code = kosovo.find((item) => item.fieldName === country.columns.abbreviation.logicalName)
    expect(code?.processMessage).toMatch(/map/i)
    expect(code?.processMessage).toMatch(/record/i)
    expect(items.length).toBe(25 + 2)
  })

  it('brings each country and each subdivision once, linked to its country', async () => {
    const countries = await rowsOf(country)
    const states = await rowsOf(stateOrProvince)
    const codes = new Map(countries.map((row) => [row.id, row.abbreviation]))

    expect(countries.length).toBe(249)
    expect(new Set(codes.values()).size).toBe(249)
    expect(states.length).toBe(5_070)
    expect(new Set(states.map((row) => row.abbreviation)).size).toBe(5_070)
    const strayed = states.filter(
      (row) => codes.get(row.country.id) !== row.abbreviation.slice(0, 2),
    )
    expect(strayed).toEqual([])
  })

  it('knows each record by the keys of all its sources', async () => {
    const identifiers = await rowsOf(integrationIdentifier)

    expect(identifiers.length).toBe(249 + 204 + 5_070)
  })

  it('tells what happened in a table and why items were held', async () => {
    const lines = jobTable(jobs)
      .split('\n')
      .map((line) => line.trim().split(/ {2,}/))

    expect(lines).toEqual([
      [
        'source',
        'table',
        'received',
        'applied',
        'held',
        'unchanged',
        'superseded',
        'rejected',
        'failed',
      ],
      ['ISO-3166', 'govcdm_country', '498', '498', '0', '0', '0', '0', '0'],
      ['IOC', 'govcdm_country', '410', '0', '27', '383', '0', '0', '0'],
      ['ISO-3166-2', 'govcdm_stateorprovince', '10,140', '10,140', '0', '0', '0', '0', '0'],
    ])
    expect(await heldReasons(api, jobs)).toContain('IOC, Conflict: 25')
  })

  it('is found again and changes nothing when it is loaded once more', async () => {
    const before = await rowsOf(integrationLedger)

    expect((await findExample(api))?.map((job) => job.jobId)).toEqual(jobs.map((job) => job.jobId))
    expect(await loadExample(api, { pollMs: 20 })).toEqual(jobs)
    expect(await rowsOf(integrationLedger)).toEqual(before)
  }, 120_000)

  it('finds everything unchanged when a source sends the same again under a new key', async () => {
    const before = await rowsOf(integrationLedger)

    let job = await api.submitSyncJob({ ...isoCountriesJob(), submissionKey: 'once-more' })
    while (!isClosed(job)) job = await api.getSyncJob(job.jobId)

    expect(job.unchanged).toBe(498)
    expect(await rowsOf(integrationLedger)).toEqual(before)
  }, 120_000)

  async function rowsOf<T extends Table>(table: T) {
    const rows = []
    for await (const page of client.pages(query(table))) rows.push(...page.rows)
    return rows
  }
})
