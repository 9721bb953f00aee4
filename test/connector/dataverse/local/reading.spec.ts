import { randomUUID } from 'node:crypto'
import {
  aggregate,
  chunksForIn,
  create,
  createMultiple,
  filter,
  query,
  retrieve,
} from '../../../../connector/dataverse/index.js'
import { stewards, wellKnown } from '../../../../solution/local/index.js'
import { account, contact, country } from '../../../../solution/tables/index.js'
import { countries, openScene } from './scene.js'
import type { Scene } from './scene.js'
import { valueOf } from '../outcomes.js'

describe('Reading from the local Web API', () => {
  let scene: Scene

  beforeAll(async () => {
    scene = await openScene()
  })

  afterAll(() => scene.close())

  beforeEach(() => {
    scene.resetCount()
    scene.host.faults.clear()
  })

  it('knows in whose name it speaks', async () => {
    const who = await scene.client.whoAmI()

    expect(who.organizationId).toBe(wellKnown.organizationId)
  })

  it('speaks in the name of a caller on request', async () => {
    const [steward] = stewards
    const asSteward = { callerObjectId: steward?.entraObjectId ?? '' }
    const id = randomUUID()
    await scene.client.send(
      create(country, id, { name: 'By a steward', abbreviation: 'S' }),
      asSteward,
    )
    const row = await scene.client.send(retrieve(country, id, { select: ['createdBy', 'owner'] }))

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
    await scene.client.send(create(account, company, { name: 'Company' }))
    await scene.client.send(create(contact, id, person))
    const row = await scene.client.send(retrieve(contact, id))

    expect(row).toEqual(jasmine.objectContaining({ id, ...person }))
    const fullName = filter(contact)
    for (const condition of [
      fullName.eq('firstName', person.firstName),
      fullName.in('lastName', [person.lastName, `it's`]),
      fullName.contains('lastName', '+ % \\ _ [x'),
      fullName.startsWith('firstName', `O'Brien "`),
      fullName.and(fullName.eq('parentCustomer', person.parentCustomer), fullName.eq('id', id)),
    ]) {
      const { rows } = await scene.client.send(query(contact, { select: [], filter: condition }))
      expect(rows.map((found) => found.id)).toEqual([id])
    }
  })

  it('takes a wildcard in a search for the character it is', async () => {
    const { mark, rows } = countries(1)
    await scene.client.send(createMultiple(country, rows))
    const search = filter(country)
    const found = await scene.client.send(
      query(country, {
        filter: search.and(search.eq('abbreviation', mark), search.contains('name', '%')),
      }),
    )

    expect(found.rows).toEqual([])
  })

  it('follows pages and counts', async () => {
    const { mark, rows } = countries(25)
    await scene.client.send(createMultiple(country, rows))
    const paged = query(country, {
      select: ['name'],
      filter: filter(country).eq('abbreviation', mark),
      orderBy: ['name desc'],
      pageSize: 10,
      count: true,
    })
    const [first] = await scene.client.batch([paged])
    const page = valueOf(first)
    const names = page.rows.map((row) => row.name)
    for await (const next of scene.client.pages(paged, { from: page.nextLink ?? '' })) {
      names.push(...next.rows.map((row) => row.name))
    }

    expect(page.count).toBe(25)
    expect(names).toEqual(rows.map(({ row }) => row.name).reverse())
    expect(scene.requests()).toBe(4)
  })

  it('reads 2,000 rows by their ids in one batch', async () => {
    const { rows } = countries(2_000)
    await scene.client.send(createMultiple(country, rows))
    scene.resetCount()
    const queries = chunksForIn(
      rows.map(({ id }) => id),
      'guid',
    ).map((ids) => query(country, { select: ['name'], filter: filter(country).in('id', ids) }))
    const pages = await scene.client.batch(queries)

    expect(pages.flatMap((page) => valueOf(page).rows).length).toBe(2_000)
    expect(scene.requests()).toBe(1)
    const single = queries[0]
    expect(single && (await scene.client.send(single)).rows.length).toBe(700)
  })

  it('aggregates', async () => {
    const { mark, rows } = countries(7)
    await scene.client.send(createMultiple(country, rows))
    const { abbreviation } = country.columns
    const groups = await scene.client.send(
      aggregate(
        country,
        `filter(${abbreviation.logicalName} eq '${mark}')/groupby((${abbreviation.logicalName}),aggregate($count as total))`,
      ),
    )

    expect(groups).toEqual([
      jasmine.objectContaining({ [abbreviation.logicalName]: mark, total: 7 }),
    ])
  })
})
