import { randomUUID } from 'node:crypto'
import {
  create,
  createMultiple,
  DataverseError,
  isConcurrencyConflict,
  isDuplicateKey,
  isDuplicateRecord,
  isNotFound,
  rawCreateMultiple,
  rawFilter,
  rawQuery,
  rawUpdate,
  remove,
  retrieve,
  retrieveByKey,
  update,
  updateMultiple,
  upsert,
  upsertMultiple,
} from '../../../../connector/dataverse/index.js'
import {
  account,
  contact,
  country,
  integrationLane,
  stateOrProvince,
} from '../../../../solution/tables/index.js'
import { errorOf } from '../client-on-script.js'
import { countries, openScene } from './scene.js'
import type { Scene } from './scene.js'
import { valueOf } from '../outcomes.js'

const nameColumn = country.columns.name.logicalName

describe('Writing to the local Web API', () => {
  let scene: Scene

  beforeAll(async () => {
    scene = await openScene()
  })

  afterAll(() => scene.close())

  beforeEach(() => {
    scene.resetCount()
    scene.host.faults.clear()
  })

  it('clears a lookup by null', async () => {
    const [id, company] = [randomUUID(), randomUUID()]
    await scene.client.send(create(account, company, { name: 'Company' }))
    const parent = { table: 'account', id: company } as const
    await scene.client.send(create(contact, id, { lastName: 'X', parentCustomer: parent }))
    await scene.client.send(update(contact, id, { parentCustomer: null }))
    const row = await scene.client.send(retrieve(contact, id, { select: ['parentCustomer'] }))

    expect(row.parentCustomer).toBeNull()
  })

  it('guards a row by its version, and hands out the next one', async () => {
    const id = randomUUID()
    const first = await scene.client.send(
      upsert(country, id, { name: 'A', abbreviation: 'A' }, { ifNoneMatch: '*', returnEtag: true }),
    )
    const change = { name: 'B' }
    const second = await scene.client.send(
      update(country, id, change, { ifMatch: first.etag, returnEtag: true }),
    )
    const late = await errorOf(
      scene.client.send(update(country, id, change, { ifMatch: first.etag })),
    )
    const again = await errorOf(
      scene.client.send(upsert(country, id, change, { ifNoneMatch: '*' })),
    )

    expect([first.created, second.created]).toEqual([true, false])
    expect(isConcurrencyConflict(late)).toBeTrue()
    expect(again).toEqual(jasmine.objectContaining({ status: 412 }))
    expect(isConcurrencyConflict(again)).toBeFalse()
    await scene.client.send(remove(country, id, { ifMatch: second.etag }))
    expect(await scene.client.retrieveOrNull(retrieve(country, id))).toBeNull()
    expect(isNotFound(await errorOf(scene.client.send(update(country, id, change))))).toBeTrue()
  })

  it('tells a taken id from a taken key', async () => {
    const key = { targetTable: 'contact', laneNumber: 3 }
    const [id, otherKey] = [randomUUID(), { ...key, laneNumber: 2 }]
    await scene.client.send(create(integrationLane, id, key))
    const takenId = await errorOf(scene.client.send(create(integrationLane, id, otherKey)))
    const takenKey = await errorOf(scene.client.send(create(integrationLane, randomUUID(), key)))

    expect([takenId, takenKey].map(isDuplicateRecord)).toEqual([true, false])
    expect([takenId, takenKey].map(isDuplicateKey)).toEqual([false, true])
    const found = await scene.client.send(
      retrieveByKey(integrationLane, key, { select: ['laneNumber'] }),
    )
    expect(found).toEqual(jasmine.objectContaining({ id, laneNumber: 3 }))
    const other = retrieveByKey(integrationLane, { targetTable: 'none', laneNumber: 3 })
    expect(await scene.client.retrieveOrNull(other)).toBeNull()
  })

  it('writes a thousand rows by one request of each bulk message', async () => {
    const { mark, rows } = countries(1_000)
    const ids = await scene.client.send(createMultiple(country, rows))
    const renamed = rows.map(({ id, row }) => ({ id, row: { name: `${row.name}!` } }))
    await scene.client.send(updateMultiple(country, renamed))
    const again = [
      ...rows.slice(0, 500),
      ...countries(1).rows.map(({ id }) => ({ id, row: { name: 'new', abbreviation: mark } })),
    ]
    await scene.client.send(upsertMultiple(country, again))

    expect(ids).toEqual(rows.map(({ id }) => id))
    expect(scene.requests()).toBe(3)
    expect(await scene.countStored(mark)).toBe(1_001)
  })

  it('writes tables known by metadata in logical names', async () => {
    const { mark, rows } = countries(2)
    const raw = rows.map(({ id, row }) => ({
      id,
      row: { [nameColumn]: row.name, [country.columns.abbreviation.logicalName]: mark },
    }))
    await scene.client.send(rawCreateMultiple(country, raw))
    const [first] = rows
    await scene.client.send(rawUpdate(country, first?.id ?? '', { [nameColumn]: 'Renamed' }))
    const found = await scene.client.send(
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
    const outcomes = await scene.client.batch([
      createMultiple(country, rows),
      createMultiple(stateOrProvince, [
        { id: state, row: { name: 'Tyrol', abbreviation: 'T', country: parent } },
      ]),
      retrieve(stateOrProvince, state, { select: ['country'] }),
    ])

    expect(valueOf(outcomes[2]).country).toEqual(parent)
  })

  it('hands on what the platform says of a bad value, by code', async () => {
    const { rows } = countries(1)
    const tooLong = { name: 'x'.repeat(101), abbreviation: 'X' }
    const error = await errorOf(scene.client.send(create(country, rows[0]?.id ?? '', tooLong)))

    expect(error).toBeInstanceOf(DataverseError)
    expect((error as DataverseError).status).toBe(400)
    expect((error as DataverseError).code).toMatch(/^0x[0-9a-f]{8}$/)
    expect((error as DataverseError).message).toContain(nameColumn)
  })
})
