import { randomUUID } from 'node:crypto'

import {
  aggregate,
  changeSet,
  chunksForIn,
  create,
  createDataverseClient,
  createMultiple,
  DataverseError,
  fetchTableDefinitions,
  filter,
  isConcurrencyConflict,
  isDuplicateKey,
  isDuplicateRecord,
  isNotFound,
  isThrottled,
  notRun,
  query,
  rawCreateMultiple,
  rawFilter,
  rawQuery,
  rawUpdate,
  remove,
  retrieve,
  retrieveByKey,
  UnknownOutcomeError,
  update,
  updateMultiple,
  upsert,
  upsertMultiple,
} from '../../../connector/dataverse/index.js'
import type { DataverseClient, Outcome } from '../../../connector/dataverse/index.js'
import { startLocalDataverse, stewards, wellKnown } from '../../../solution/local/index.js'
import type { LocalDataverse } from '../../../solution/local/index.js'
import type { Column, Option } from '../../../solution/model/index.js'
import {
  account,
  contact,
  country,
  integrationIdentifier,
  integrationLane,
  integrationLedger,
  integrationSyncItem,
  integrationSyncJob,
  stateOrProvince,
} from '../../../solution/tables/index.js'
import { errorOf } from './client-on-script.js'

const nameColumn = country.columns.name.logicalName

function valueOf<Result>(outcome: Outcome<Result> | undefined): Result {
  if (outcome?.ok) return outcome.value
  throw new Error(`The operation failed: ${String(outcome?.error)}`)
}

function errorIn(outcome: Outcome<unknown> | undefined): unknown {
  if (!outcome || outcome.ok) throw new Error('The operation was expected to fail.')
  return outcome.error
}

describe('The client against the local Web API', () => {
  let host: LocalDataverse
  let client: DataverseClient
  let requests = 0

  beforeAll(async () => {
    host = await startLocalDataverse({ data: ':memory:' })
    client = createDataverseClient({
      url: host.origin,
      retry: { attempts: 4, firstDelayMs: 1, jitter: () => 0 },
      onRequest: () => requests++,
    })
  })

  afterAll(async () => {
    await client.close()
    await host.close()
  })

  beforeEach(() => {
    requests = 0
    host.faults.clear()
  })

  /** So many countries under a mark of their own. */
  function countries(count: number) {
    const mark = randomUUID().slice(0, 8)
    const rows = Array.from({ length: count }, (_, n) => ({
      id: randomUUID(),
      row: { name: `${mark} ${String(n).padStart(5, '0')}`, abbreviation: mark },
    }))
    return { mark, rows }
  }

  async function stored(mark: string): Promise<number> {
    const ofMark = filter(country).eq('abbreviation', mark)
    let count = 0
    for await (const page of client.pages(query(country, { select: [], filter: ofMark }))) {
      count += page.rows.length
    }
    return count
  }

  it('knows in whose name it speaks', async () => {
    const who = await client.whoAmI()

    expect(who.organizationId).toBe(wellKnown.organizationId)
  })

  it('speaks in the name of a caller on request', async () => {
    const [steward] = stewards
    const asSteward = { callerObjectId: steward?.entraObjectId ?? '' }
    const id = randomUUID()
    await client.send(create(country, id, { name: 'By a steward', abbreviation: 'S' }), asSteward)
    const row = await client.send(retrieve(country, id, { select: ['createdBy', 'owner'] }))

    expect(row.createdBy?.id).toBe(steward?.id)
    expect(row.owner).toEqual({ table: 'systemuser', id: steward?.id ?? '' })
  })

  it('reads back every kind of value as it was written', async () => {
    const id = randomUUID()
    const company = randomUUID()
    const person = {
      firstName: `O'Brien "é" 😀 <a&b>`,
      lastName: '/ # ? & + % \\ _ [x]',
      birthDate: '1990-02-28',
      genderCode: 'female',
      numberOfChildren: 2,
      annualIncome: 1234.5,
      creditOnHold: true,
      lastOnHoldTime: new Date('2026-11-21T10:00:00Z'),
      description: 'Two\r\nlines',
      parentCustomer: { table: 'account', id: company },
      middleName: null,
    } as const
    await client.send(create(account, company, { name: 'Company' }))
    await client.send(create(contact, id, person))
    const row = await client.send(retrieve(contact, id))

    expect(row).toEqual(jasmine.objectContaining({ id, ...person }))
    const fullName = filter(contact)
    for (const condition of [
      fullName.eq('firstName', person.firstName),
      fullName.in('lastName', [person.lastName, `it's`]),
      fullName.contains('lastName', '+ % \\ _ [x'),
      fullName.startsWith('firstName', `O'Brien "`),
      fullName.and(fullName.eq('parentCustomer', person.parentCustomer), fullName.eq('id', id)),
    ]) {
      const { rows } = await client.send(query(contact, { select: [], filter: condition }))
      expect(rows.map((found) => found.id)).toEqual([id])
    }
  })

  it('clears a lookup by null', async () => {
    const [id, company] = [randomUUID(), randomUUID()]
    await client.send(create(account, company, { name: 'Company' }))
    const parent = { table: 'account', id: company } as const
    await client.send(create(contact, id, { lastName: 'X', parentCustomer: parent }))
    await client.send(update(contact, id, { parentCustomer: null }))
    const row = await client.send(retrieve(contact, id, { select: ['parentCustomer'] }))

    expect(row.parentCustomer).toBeNull()
  })

  it('takes a wildcard in a search for the character it is', async () => {
    const { mark, rows } = countries(1)
    await client.send(createMultiple(country, rows))
    const search = filter(country)
    const found = await client.send(
      query(country, {
        filter: search.and(search.eq('abbreviation', mark), search.contains('name', '%')),
      }),
    )

    expect(found.rows).toEqual([])
  })

  it('guards a row by its version, and hands out the next one', async () => {
    const id = randomUUID()
    const first = await client.send(
      upsert(country, id, { name: 'A', abbreviation: 'A' }, { ifNoneMatch: '*', returnEtag: true }),
    )
    const change = { name: 'B' }
    const second = await client.send(
      update(country, id, change, { ifMatch: first.etag, returnEtag: true }),
    )
    const late = await errorOf(client.send(update(country, id, change, { ifMatch: first.etag })))
    const again = await errorOf(client.send(upsert(country, id, change, { ifNoneMatch: '*' })))

    expect([first.created, second.created]).toEqual([true, false])
    expect(isConcurrencyConflict(late)).toBeTrue()
    expect(again).toEqual(jasmine.objectContaining({ status: 412 }))
    expect(isConcurrencyConflict(again)).toBeFalse()
    await client.send(remove(country, id, { ifMatch: second.etag }))
    expect(await client.retrieveOrNull(retrieve(country, id))).toBeNull()
    expect(isNotFound(await errorOf(client.send(update(country, id, change))))).toBeTrue()
  })

  it('tells a taken id from a taken key', async () => {
    const key = { targetTable: 'contact', laneNumber: 3 }
    const [id, otherKey] = [randomUUID(), { ...key, laneNumber: 2 }]
    await client.send(create(integrationLane, id, key))
    const takenId = await errorOf(client.send(create(integrationLane, id, otherKey)))
    const takenKey = await errorOf(client.send(create(integrationLane, randomUUID(), key)))

    expect([takenId, takenKey].map(isDuplicateRecord)).toEqual([true, false])
    expect([takenId, takenKey].map(isDuplicateKey)).toEqual([false, true])
    const found = await client.send(retrieveByKey(integrationLane, key, { select: ['laneNumber'] }))
    expect(found).toEqual(jasmine.objectContaining({ id, laneNumber: 3 }))
    const other = retrieveByKey(integrationLane, { targetTable: 'none', laneNumber: 3 })
    expect(await client.retrieveOrNull(other)).toBeNull()
  })

  it('writes a thousand rows by one request of each bulk message', async () => {
    const { mark, rows } = countries(1_000)
    const ids = await client.send(createMultiple(country, rows))
    const renamed = rows.map(({ id, row }) => ({ id, row: { name: `${row.name}!` } }))
    await client.send(updateMultiple(country, renamed))
    const again = [
      ...rows.slice(0, 500),
      ...countries(1).rows.map(({ id }) => ({ id, row: { name: 'new', abbreviation: mark } })),
    ]
    await client.send(upsertMultiple(country, again))

    expect(ids).toEqual(rows.map(({ id }) => id))
    expect(requests).toBe(3)
    expect(await stored(mark)).toBe(1_001)
  })

  it('follows pages and counts', async () => {
    const { mark, rows } = countries(25)
    await client.send(createMultiple(country, rows))
    const paged = query(country, {
      select: ['name'],
      filter: filter(country).eq('abbreviation', mark),
      orderBy: ['name desc'],
      pageSize: 10,
      count: true,
    })
    const [first] = await client.batch([paged])
    const page = valueOf(first)
    const names = page.rows.map((row) => row.name)
    for await (const next of client.pages(paged, { from: page.nextLink ?? '' })) {
      names.push(...next.rows.map((row) => row.name))
    }

    expect(page.count).toBe(25)
    expect(names).toEqual(rows.map(({ row }) => row.name).reverse())
    expect(requests).toBe(4)
  })

  it('reads 2,000 rows by their ids in one batch', async () => {
    const { rows } = countries(2_000)
    await client.send(createMultiple(country, rows))
    requests = 0
    const queries = chunksForIn(
      rows.map(({ id }) => id),
      'guid',
    ).map((ids) => query(country, { select: ['name'], filter: filter(country).in('id', ids) }))
    const pages = await client.batch(queries)

    expect(pages.flatMap((page) => valueOf(page).rows).length).toBe(2_000)
    expect(requests).toBe(1)
    const single = queries[0]
    expect(single && (await client.send(single)).rows.length).toBe(700)
  })

  it('aggregates', async () => {
    const { mark, rows } = countries(7)
    await client.send(createMultiple(country, rows))
    const { abbreviation } = country.columns
    const groups = await client.send(
      aggregate(
        country,
        `filter(${abbreviation.logicalName} eq '${mark}')/groupby((${abbreviation.logicalName}),aggregate($count as total))`,
      ),
    )

    expect(groups).toEqual([
      jasmine.objectContaining({ [abbreviation.logicalName]: mark, total: 7 }),
    ])
  })

  it('runs a batch up to its first error, change sets all or not at all', async () => {
    const { mark, rows } = countries(4)
    const [a, b, c, d] = rows.map(({ id, row }) => create(country, id, row))
    if (!a || !b || !c || !d) throw new Error('Four rows were made.')
    const outcomes = await client.batch([a, changeSet([b, a]), c])

    expect(outcomes[0].ok).toBeTrue()
    expect(isDuplicateRecord(errorIn(outcomes[1]))).toBeTrue()
    expect(errorIn(outcomes[2])).toBe(notRun)
    expect(await stored(mark)).toBe(1)
    const more = await client.batch([a, changeSet([b, c]), d], { continueOnError: true })
    expect(more.map(({ ok }) => ok)).toEqual([false, true, true])
    expect(valueOf(more[1]).map(({ id }) => id)).toEqual([rows[1]?.id ?? '', rows[2]?.id ?? ''])
    expect(await stored(mark)).toBe(4)
  })

  it('does not come past a fence that somebody else has moved', async () => {
    const id = randomUUID()
    const lane = { targetTable: 'account', laneNumber: 1 }
    const { etag } = await client.send(upsert(integrationLane, id, lane, { returnEtag: true }))
    const { mark, rows } = countries(3)
    const fenced = (ifMatch: string) =>
      client.batch([
        update(integrationLane, id, { fenceNumber: 2 }, { ifMatch, returnEtag: true }),
        createMultiple(country, rows),
      ])
    const [moved] = await fenced(etag)
    const [refused, after] = await fenced(etag)

    expect(valueOf(moved).etag).not.toBe(etag)
    expect(isConcurrencyConflict(errorIn(refused))).toBeTrue()
    expect(errorIn(after)).toBe(notRun)
    expect(await stored(mark)).toBe(3)
  })

  it('writes tables known by metadata in logical names', async () => {
    const { mark, rows } = countries(2)
    const raw = rows.map(({ id, row }) => ({
      id,
      row: { [nameColumn]: row.name, [country.columns.abbreviation.logicalName]: mark },
    }))
    await client.send(rawCreateMultiple(country, raw))
    const [first] = rows
    await client.send(rawUpdate(country, first?.id ?? '', { [nameColumn]: 'Renamed' }))
    const found = await client.send(
      rawQuery({
        entitySetName: country.entitySetName,
        select: [country.primaryId, nameColumn],
        filter: rawFilter.eq(country.columns.abbreviation.logicalName, mark),
        orderBy: [`${nameColumn} desc`],
      }),
    )

    expect(found.rows.map((row) => row[nameColumn])).toEqual(['Renamed', rows[1]?.row.name])
  })

  it('links rows made in one batch', async () => {
    const { rows } = countries(1)
    const state = randomUUID()
    const parent = { table: 'govcdm_country', id: rows[0]?.id ?? '' } as const
    const outcomes = await client.batch([
      createMultiple(country, rows),
      createMultiple(stateOrProvince, [
        { id: state, row: { name: 'Tyrol', abbreviation: 'T', country: parent } },
      ]),
      retrieve(stateOrProvince, state, { select: ['country'] }),
    ])

    expect(valueOf(outcomes[2]).country).toEqual(parent)
  })

  it('fences, records and items of a chunk go through in one batch', async () => {
    const [job, item, entry] = [randomUUID(), randomUUID(), randomUUID()]
    const toJob = { table: 'govcdm_integrationsyncjob', id: job } as const
    const outcomes = await client.batch([
      create(integrationSyncJob, job, { jobStatus: 'submitted', sourceSystemKey: 'HRIS' }),
      createMultiple(integrationSyncItem, [
        { id: item, row: { integrationSyncJob: toJob, itemStatus: 'applied', sequenceNumber: 0 } },
      ]),
      createMultiple(integrationLedger, [
        {
          id: entry,
          row: {
            ledgerAspect: 'field',
            aspectKey: 'name',
            targetTable: 'contact',
            targetId: job,
            sourceSystemKey: 'HRIS',
            ledgerStatus: 'certified',
            integrationSyncJob: toJob,
            integrationSyncItem: { table: 'govcdm_integrationsyncitem', id: item },
          },
        },
      ]),
      query(integrationLedger, {
        filter: filter(integrationLedger).eq('integrationSyncJob', toJob),
      }),
    ])

    expect(valueOf(outcomes[3]).rows.map((row) => row.integrationSyncItem?.id)).toEqual([item])
  })

  describe('creating each of many rows', () => {
    it('finds the poisoned one among a thousand in few requests, and creates the others', async () => {
      const { mark, rows } = countries(1_000)
      const poisoned = rows[617]
      host.faults.add({
        action: 'refuseRow',
        table: country.logicalName,
        column: nameColumn,
        value: poisoned?.row.name ?? '',
        code: '0x80048d19',
        message: 'A plug-in refuses it.',
      })
      const outcomes = await client.createEach(country, rows)

      expect(requests).toBeLessThanOrEqual(2 * Math.log2(1_000) + 1)
      expect(outcomes.filter((outcome) => outcome === 'created').length).toBe(999)
      expect(outcomes[617]).toEqual({
        refused: jasmine.objectContaining({ message: 'A plug-in refuses it.' }),
      })
      host.faults.clear()
      expect(await stored(mark)).toBe(999)
    })

    it('finds a row with too long a text, and one that points at nothing', async () => {
      const { rows } = countries(60)
      const parent = { table: 'govcdm_country', id: rows[0]?.id ?? '' } as const
      await client.send(createMultiple(country, rows))
      const states = Array.from({ length: 60 }, (_, n) => ({
        id: randomUUID(),
        row: {
          name: n === 10 ? 'x'.repeat(101) : `State ${n}`,
          abbreviation: 'S',
          country: n === 50 ? { ...parent, id: randomUUID() } : parent,
        },
      }))
      const outcomes = await client.createEach(stateOrProvince, states)
      const refused = outcomes.flatMap((outcome, n) => (typeof outcome === 'object' ? [n] : []))

      expect(refused).toEqual([10, 50])
    })

    it('takes rows of an earlier try for present', async () => {
      const { mark, rows } = countries(200)
      await client.send(createMultiple(country, rows.slice(50, 150)))
      requests = 0
      const outcomes = await client.createEach(country, rows)

      expect(outcomes.filter((outcome) => outcome === 'present').length).toBe(100)
      expect(outcomes.filter((outcome) => outcome === 'created').length).toBe(100)
      expect(requests).toBe(3)
      expect(await stored(mark)).toBe(200)
    })

    it('tells a key that another row has from a row that is there', async () => {
      const identifier = (keyHash: string) => ({
        id: randomUUID(),
        row: {
          sourceSystemKey: 'HRIS',
          externalKey: keyHash,
          targetTable: 'contact',
          targetId: randomUUID(),
          keyHash,
        },
      })
      const [taken, free] = [randomUUID(), randomUUID()]
      await client.send(createMultiple(integrationIdentifier, [identifier(taken)]))
      const outcomes = await client.createEach(integrationIdentifier, [
        identifier(free),
        identifier(taken),
      ])
      const [, refused] = outcomes

      expect(outcomes[0]).toBe('created')
      expect(typeof refused === 'object' && isDuplicateKey(refused.refused)).toBeTrue()
    })

    it('creates all rows once though the first answer was lost', async () => {
      const { mark, rows } = countries(100)
      host.faults.add({ action: 'dropAfterCommit', url: 'CreateMultiple' })
      const outcomes = await client.createEach(country, rows)

      expect(outcomes.filter((outcome) => outcome === 'present').length).toBe(100)
      expect(await stored(mark)).toBe(100)
    })
  })

  describe('when things go wrong on the way', () => {
    it('does not write twice, whichever side of the commit the connection broke', async () => {
      const { mark, rows } = countries(2)
      for (const [at, action] of (['dropBeforeCommit', 'dropAfterCommit'] as const).entries()) {
        const { id, row } = rows[at] ?? { id: '', row: {} }
        host.faults.add({ action, method: 'PATCH' })
        await client.send(upsert(country, id, row))
        host.faults.clear()
      }

      expect(await stored(mark)).toBe(2)
      expect(requests).toBe(5)
    })

    it('says that the outcome of a batch of writes is unknown, and leaves it to the caller', async () => {
      const { mark, rows } = countries(5)
      host.faults.add({ action: 'dropAfterCommit', url: '$batch' })
      const error = await errorOf(client.batch([createMultiple(country, rows)]))

      expect(error).toBeInstanceOf(UnknownOutcomeError)
      expect(await stored(mark)).toBe(5)
    })

    it('repeats a batch that says it may be, though half of its first answer came', async () => {
      const { mark, rows } = countries(5)
      host.faults.add({ action: 'halfResponse', url: '$batch' })
      const [outcome] = await client.batch([upsertMultiple(country, rows)], { repeatable: true })

      expect(outcome.ok).toBeTrue()
      expect(await stored(mark)).toBe(5)
    })

    it('gives up on a platform that throttles for good, and says what it is', async () => {
      host.faults.add({ action: '429', retryAfter: 0, times: 100 })
      const error = await errorOf(client.whoAmI())

      expect(isThrottled(error)).toBeTrue()
      expect(requests).toBe(4)
    })
  })

  describe('metadata', () => {
    it('describes every declared table as it is declared', async () => {
      const tables = [country, stateOrProvince, contact, account, integrationLedger] as const
      const names = [...tables.map((table) => table.logicalName), 'no_such_table']
      const definitions = await fetchTableDefinitions(client, names)

      expect(requests).toBeLessThanOrEqual(2)
      expect(definitions.get('no_such_table')).toBeNull()
      for (const table of tables) {
        const definition = definitions.get(table.logicalName)
        expect(definition).toEqual(
          jasmine.objectContaining({
            logicalName: table.logicalName,
            entitySetName: table.entitySetName,
            primaryId: table.primaryId,
            primaryName: table.primaryName,
            label: table.label,
          }),
        )
        for (const column of Object.values<Column>(table.columns)) {
          const found = definition?.columns.get(column.logicalName)
          expect([column.logicalName, found?.kind]).toEqual([column.logicalName, column.kind])
          expect(found?.maxLength).toBe(column.maxLength)
          if (column.options) {
            const values = Object.values<Option>(column.options).map(({ value }) => value)
            expect(found?.options?.map(({ value }) => value)).toEqual(values)
          }
          expect(found?.targets?.map(({ table: target }) => target)).toEqual(
            column.targets?.slice(),
          )
        }
      }
    })

    it('names the navigation properties that writes bind', async () => {
      const definitions = await fetchTableDefinitions(client, [
        stateOrProvince.logicalName,
        contact.logicalName,
      ])
      const state = definitions.get(stateOrProvince.logicalName)
      const lookup = state?.columns.get(stateOrProvince.columns.country.logicalName)?.targets?.[0]
      const { rows } = countries(1)
      await client.send(createMultiple(country, rows))
      const id = randomUUID()
      await client.send(
        rawCreateMultiple(state ?? country, [
          {
            id,
            row: {
              [stateOrProvince.columns.name.logicalName]: 'Tyrol',
              [stateOrProvince.columns.abbreviation.logicalName]: 'T',
              [`${lookup?.navigationProperty}@odata.bind`]: `/${lookup?.entitySetName}(${rows[0]?.id})`,
            },
          },
        ]),
      )
      const row = await client.send(retrieve(stateOrProvince, id, { select: ['country'] }))

      expect(row.country.id).toBe(rows[0]?.id ?? '')
      const parents = definitions
        .get(contact.logicalName)
        ?.columns.get(contact.columns.parentCustomer.logicalName)
      expect(parents?.targets).toEqual([
        {
          table: 'account',
          entitySetName: 'accounts',
          navigationProperty: 'parentcustomerid_account',
        },
        {
          table: 'contact',
          entitySetName: 'contacts',
          navigationProperty: 'parentcustomerid_contact',
        },
      ])
    })
  })

  it('hands on what the platform says of a bad value, by code', async () => {
    const { rows } = countries(1)
    const tooLong = { name: 'x'.repeat(101), abbreviation: 'X' }
    const error = await errorOf(client.send(create(country, rows[0]?.id ?? '', tooLong)))

    expect(error).toBeInstanceOf(DataverseError)
    expect((error as DataverseError).status).toBe(400)
    expect((error as DataverseError).code).toMatch(/^0x[0-9a-f]{8}$/)
    expect((error as DataverseError).message).toContain(nameColumn)
  })
})
