import { randomUUID } from 'node:crypto'

import { DynamicsWebApi } from 'dynamics-web-api'
import type { RequestError } from 'dynamics-web-api'

import {
  account,
  contact,
  country,
  integrationValueMap,
  stateOrProvince,
} from '../../../solution/tables/index.js'
import { openLocalDataverse } from '../../support/local-dataverse.js'
import type { LocalDataverse } from '../../support/local-dataverse.js'

type Row = Record<string, unknown>

const nameOf = { country: country.columns.name.logicalName, map: integrationValueMap.columns }
const { columns: contactColumn } = contact
const lastName = contactColumn.lastName.logicalName
const firstName = contactColumn.firstName.logicalName

describe('dynamics-web-api against the local Dataverse', () => {
  let dataverse: LocalDataverse
  let api: DynamicsWebApi

  beforeAll(async () => {
    dataverse = await openLocalDataverse()
    api = new DynamicsWebApi({ serverUrl: dataverse.url, dataApi: { version: '9.2' } })
  })

  afterAll(() => dataverse.close())

  const createCountry = (name: string): Promise<string> =>
    api.create<Row, string>({
      collection: country.entitySetName,
      data: { [nameOf.country]: name, [country.columns.abbreviation.logicalName]: 'X' },
    })

  const countryNames = async (filter: string): Promise<readonly unknown[]> => {
    const { value } = await api.retrieveMultiple<Row>({
      collection: country.entitySetName,
      select: [nameOf.country],
      filter,
    })
    return value.map((row) => row[nameOf.country])
  }

  const failureOf = async (request: Promise<unknown>): Promise<RequestError> => {
    try {
      await request
    } catch (error) {
      return error as RequestError
    }
    throw new Error('The request was not refused.')
  }

  it('creates a row and retrieves it with formatted values and its version', async () => {
    const id = await api.create<Row, string>({
      collection: contact.entitySetName,
      data: { [lastName]: 'Lovelace', [contactColumn.genderCode.logicalName]: 2 },
    })
    const row = await api.retrieve<Row>({
      collection: contact.entitySetName,
      key: id,
      select: [lastName, contactColumn.genderCode.logicalName],
      includeAnnotations: '*',
    })
    expect(row[lastName]).toBe('Lovelace')
    expect(row[`${contactColumn.genderCode.logicalName}_Formatted`]).toBe('Female')
    expect(row['@odata.etag']).toMatch(/^W\/"\d+"$/)
  })

  it('creates a row and gets it back in the same answer', async () => {
    const row = await api.create<Row>({
      collection: contact.entitySetName,
      data: { [firstName]: 'Ada', [lastName]: 'Lovelace' },
      select: [contactColumn.fullName.logicalName],
      returnRepresentation: true,
    })
    expect(row[contactColumn.fullName.logicalName]).toBe('Ada Lovelace')
  })

  it('reads all pages, each row once', async () => {
    const mark = `Page ${randomUUID()}`
    for (let number = 0; number < 7; number += 1) await createCountry(`${mark} ${number}`)
    const request = {
      collection: country.entitySetName,
      select: [nameOf.country],
      filter: `startswith(${nameOf.country},'${mark}')`,
      orderBy: [nameOf.country],
      maxPageSize: 3,
      count: true,
    }
    const first = await api.retrieveMultiple<Row>(request)
    expect(first.value.length).toBe(3)
    expect(first.oDataCount).toBe(7)
    const second = await api.retrieveMultiple<Row>(request, first.oDataNextLink)
    expect(second.value.map((row) => row[nameOf.country])).toEqual(
      [3, 4, 5].map((number) => `${mark} ${number}`),
    )
    const all = await api.retrieveAll<Row>(request)
    expect(all.value.map((row) => row[nameOf.country])).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((number) => `${mark} ${number}`),
    )
    expect(await api.count({ collection: country.entitySetName, filter: request.filter })).toBe(7)
  })

  it('updates columns, one column alone, and only the version it read', async () => {
    const id = await api.create<Row, string>({
      collection: contact.entitySetName,
      data: { [firstName]: 'Ada', [lastName]: 'Byron' },
    })
    const key = { collection: contact.entitySetName, key: id }
    await api.update({ ...key, data: { [lastName]: 'Lovelace' } })
    await api.updateSingleProperty({ ...key, fieldValuePair: { [firstName]: 'Augusta' } })
    const read = await api.retrieve<Row>({ ...key, select: [firstName, lastName] })
    expect([read[firstName], read[lastName]]).toEqual(['Augusta', 'Lovelace'])

    const etag = String(read['@odata.etag'])
    await api.update({ ...key, data: { [lastName]: 'King' }, ifmatch: etag })
    expect(await api.update({ ...key, data: { [lastName]: 'Late' }, ifmatch: etag })).toBe(
      false as never,
    )
    const after = await api.retrieve<Row>({ ...key, select: [lastName] })
    expect(after[lastName]).toBe('King')
  })

  it('does not create by an update, and does not update by an upsert that may only create', async () => {
    const missing = { collection: country.entitySetName, key: randomUUID() }
    const failure = await failureOf(api.update({ ...missing, data: { [nameOf.country]: 'X' } }))
    expect(failure.status).toBe(404)

    const key = { collection: country.entitySetName, key: await createCountry('First') }
    await api.upsert({ ...key, data: { [nameOf.country]: 'Second' }, ifnonematch: '*' })
    expect((await api.retrieve<Row>({ ...key, select: [nameOf.country] }))[nameOf.country]).toBe(
      'First',
    )
  })

  it('upserts by an alternate key: creates once, then updates the same row', async () => {
    const hash = randomUUID()
    const upsert = (code: string) =>
      api.upsert<Row>({
        collection: integrationValueMap.entitySetName,
        key: `${nameOf.map.keyHash.logicalName}='${hash}'`,
        data: {
          [nameOf.map.name.logicalName]: 'IOC/NOR',
          [nameOf.map.codeList.logicalName]: 'Country',
          [nameOf.map.sourceCode.logicalName]: 'NOR',
          [nameOf.map.canonicalCodeValue.logicalName]: code,
        },
        returnRepresentation: true,
      })
    const created = await upsert('NN')
    const updated = await upsert('NO')
    expect(updated[integrationValueMap.primaryId]).toBe(created[integrationValueMap.primaryId])
    const read = await api.retrieve<Row>({
      collection: integrationValueMap.entitySetName,
      key: `${nameOf.map.keyHash.logicalName}='${hash}'`,
    })
    expect(read[nameOf.map.canonicalCodeValue.logicalName]).toBe('NO')
  })

  it('deletes a row, and a value', async () => {
    const id = await api.create<Row, string>({
      collection: contact.entitySetName,
      data: { [firstName]: 'Ada', [lastName]: 'Byron' },
    })
    const key = { collection: contact.entitySetName, key: id }
    await api.deleteRecord({ ...key, property: firstName })
    expect((await api.retrieve<Row>({ ...key, select: [firstName] }))[firstName]).toBeNull()
    await api.deleteRecord(key)
    expect((await failureOf(api.retrieve(key))).status).toBe(404)
  })

  it('associates and disassociates, from either end, and expands both ways', async () => {
    const parent = await api.create<Row, string>({
      collection: account.entitySetName,
      data: { [account.columns.name.logicalName]: 'Analytical Engines' },
    })
    const child = await api.create<Row, string>({
      collection: contact.entitySetName,
      data: { [lastName]: 'Lovelace' },
    })
    const byContact = {
      collection: contact.entitySetName,
      primaryKey: child,
      navigationProperty: 'parentcustomerid_account',
    }
    const related = { relatedCollection: account.entitySetName, relatedKey: parent }
    const customerOf = async () =>
      (await api.retrieve<Row>({ collection: contact.entitySetName, key: child }))[
        `_${contactColumn.parentCustomer.logicalName}_value`
      ]

    await api.associateSingleValued({ ...byContact, ...related })
    expect(await customerOf()).toBe(parent)
    await api.disassociateSingleValued(byContact)
    expect(await customerOf()).toBeNull()

    const byAccount = {
      collection: account.entitySetName,
      primaryKey: parent,
      relationshipName: 'contact_customer_accounts',
      relatedKey: child,
    }
    await api.associate({ ...byAccount, relatedCollection: contact.entitySetName })
    const expanded = await api.retrieve<Row>({
      collection: account.entitySetName,
      key: parent,
      select: [account.columns.name.logicalName],
      expand: [{ property: 'contact_customer_accounts', select: [lastName] }],
    })
    expect((expanded['contact_customer_accounts'] as readonly Row[])[0]?.[lastName]).toBe(
      'Lovelace',
    )
    await api.disassociate(byAccount)
    expect(await customerOf()).toBeNull()
  })

  it('binds a lookup in a create, and expands it', async () => {
    const parent = await createCountry('Norway')
    const id = await api.create<Row, string>({
      collection: stateOrProvince.entitySetName,
      data: {
        [stateOrProvince.columns.name.logicalName]: 'Oslo',
        [stateOrProvince.columns.abbreviation.logicalName]: 'NO-03',
        [`${stateOrProvince.columns.country.schemaName}@odata.bind`]: `/${country.entitySetName}(${parent})`,
      },
    })
    const row = await api.retrieve<Row>({
      collection: stateOrProvince.entitySetName,
      key: id,
      expand: [{ property: stateOrProvince.columns.country.schemaName, select: [nameOf.country] }],
    })
    expect((row[stateOrProvince.columns.country.schemaName] as Row)[nameOf.country]).toBe('Norway')
  })

  it('runs a batch: reads beside a change set whose requests refer to each other', async () => {
    const mark = `Batch ${randomUUID()}`
    api.startBatch()
    void api.create({
      collection: country.entitySetName,
      data: { [nameOf.country]: mark, [country.columns.abbreviation.logicalName]: 'X' },
      contentId: '1',
      inChangeSet: true,
    })
    void api.create({
      collection: stateOrProvince.entitySetName,
      data: {
        [stateOrProvince.columns.name.logicalName]: mark,
        [stateOrProvince.columns.abbreviation.logicalName]: 'X-1',
        [`${stateOrProvince.columns.country.schemaName}@odata.bind`]: '$1',
      },
      contentId: '2',
      inChangeSet: true,
    })
    void api.retrieveMultiple({
      collection: country.entitySetName,
      filter: `${nameOf.country} eq '${mark}'`,
      inChangeSet: false,
    })
    const [countryId, stateId, found] = (await api.executeBatch()) as [
      string,
      string,
      { value: readonly Row[] },
    ]
    expect(found.value.map((row) => row[country.primaryId])).toEqual([countryId])
    const state = await api.retrieve<Row>({
      collection: stateOrProvince.entitySetName,
      key: stateId,
    })
    expect(state[`_${stateOrProvince.columns.country.logicalName}_value`]).toBe(countryId)
  })

  it('takes back a whole change set when one of its requests is refused', async () => {
    const mark = `Undone ${randomUUID()}`
    api.startBatch()
    void api.create({ collection: country.entitySetName, data: { [nameOf.country]: mark } })
    void api.create({ collection: country.entitySetName, data: { notacolumn: 1 } })
    await failureOf(api.executeBatch())
    expect(await countryNames(`${nameOf.country} eq '${mark}'`)).toEqual([])
  })

  it('goes on after a refused request when asked to', async () => {
    const mark = `Goes on ${randomUUID()}`
    api.startBatch()
    void api.create({
      collection: country.entitySetName,
      data: { notacolumn: 1 },
      inChangeSet: false,
    })
    void api.create({
      collection: country.entitySetName,
      data: { [nameOf.country]: mark },
      inChangeSet: false,
    })
    await api.executeBatch({ continueOnError: true }).catch(() => undefined)
    expect(await countryNames(`${nameOf.country} eq '${mark}'`)).toEqual([mark])
  })

  it('creates, updates and upserts many rows at once, and undoes all when one is refused', async () => {
    const mark = `Bulk ${randomUUID()}`
    const type = `Microsoft.Dynamics.CRM.${country.logicalName}`
    const bulk = (actionName: string, targets: readonly Row[]) =>
      api.callAction<{ Ids?: readonly string[] }>({
        collection: country.entitySetName,
        actionName: `Microsoft.Dynamics.CRM.${actionName}`,
        action: { Targets: targets.map((target) => ({ '@odata.type': type, ...target })) },
      })
    const target = (name: string, id?: string): Row => ({
      [nameOf.country]: name,
      ...(id === undefined ? {} : { [country.primaryId]: id }),
    })

    const { Ids: ids = [] } = await bulk('CreateMultiple', [
      target(`${mark} a`),
      target(`${mark} b`),
    ])
    expect(ids.length).toBe(2)
    const other = randomUUID()
    await bulk('UpdateMultiple', [target(`${mark} A`, ids[0])])
    await bulk('UpsertMultiple', [target(`${mark} B`, ids[1]), target(`${mark} C`, other)])
    const refused = await failureOf(
      bulk('CreateMultiple', [target(`${mark} D`), { notacolumn: 'x' }]),
    )
    expect(refused.status).toBe(400)
    const names = await countryNames(`startswith(${nameOf.country},'${mark}')`)
    expect([...names].sort()).toEqual([`${mark} A`, `${mark} B`, `${mark} C`])
  })

  it('is told the status, the code and the message of each refusal', async () => {
    const failure = await failureOf(
      api.retrieve({ collection: country.entitySetName, key: randomUUID() }),
    )
    expect(failure.status).toBe(404)
    expect(failure.code).toBe('0x80040217')
    expect(failure.message).toContain('Does Not Exist')

    const long = await failureOf(
      api.create({
        collection: country.entitySetName,
        data: { [nameOf.country]: 'x'.repeat(101) },
      }),
    )
    expect(long.status).toBe(400)
    expect(long.message).toContain(nameOf.country)

    const unknown = await failureOf(
      api.retrieveMultiple({ collection: country.entitySetName, filter: "nosuch eq '1'" }),
    )
    expect(unknown.status).toBe(400)
    expect(unknown.message).toContain('nosuch')
  })

  it('reads who it is, and metadata of tables, columns and keys', async () => {
    const who = await api.callFunction<Row>('WhoAmI')
    expect(who['UserId']).toMatch(/^[0-9a-f-]{36}$/)

    const table = await api.retrieveEntity<Row>({
      key: `LogicalName='${country.logicalName}'`,
      select: ['EntitySetName', 'PrimaryIdAttribute'],
    })
    expect(table['EntitySetName']).toBe(country.entitySetName)
    const { value } = await api.retrieveAttributes<Row>({
      entityKey: `LogicalName='${country.logicalName}'`,
      select: ['LogicalName'],
    })
    expect(value.map((column) => column['LogicalName'])).toContain(nameOf.country)
    expect(await api.retrieveCsdlMetadata()).toContain(`EntitySet Name="${country.entitySetName}"`)
  })
})
