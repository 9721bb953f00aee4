import {
  associate,
  batchOperation,
  create,
  createWithReturnData,
  deleteProperty,
  deleteRecord,
  disassociate,
  retrieve,
  retrieveAlternateKey,
  retrieveMultiple,
  unboundAction,
  unboundFunction,
  update,
  updateProperty,
  updateWithReturnData,
  WebApiConfig,
} from 'dataverse-webapi'
import type { BatchResponse, Entity } from 'dataverse-webapi'

import {
  contact,
  country,
  integrationValueMap,
  stateOrProvince,
} from '../../solution/tables/index.js'
import {
  countryName,
  countryRow,
  countryStates,
  followNextLink,
  provideClientUrl,
  refusalOf,
  stateCountry,
  stateName,
  stateRow,
  valueMapRow,
} from './web-api-page.js'

const countries = country.entitySetName
const states = stateOrProvince.entitySetName
const genderCode = contact.columns.genderCode.logicalName
const firstName = contact.columns.firstName.logicalName
const lastName = contact.columns.lastName.logicalName

describe('dataverse-webapi in a page of the local Dataverse', () => {
  let config: WebApiConfig

  beforeEach(() => {
    provideClientUrl()
    config = new WebApiConfig('9.2')
  })

  it('creates and retrieves with formatted values', async () => {
    const id = await create(config, contact.entitySetName, { [lastName]: 'King', [genderCode]: 2 })
    const row = await retrieve(config, contact.entitySetName, id, `$select=${genderCode}`)
    expect(row[`${genderCode}@OData.Community.Display.V1.FormattedValue`]).toBe('Female')
    const made = await createWithReturnData(
      config,
      countries,
      countryRow('Oz'),
      `$select=${countryName}`,
    )
    expect(made[countryName]).toBe('Oz')
  })

  it('updates a row and one property, and deletes a property and a row', async () => {
    const id = await create(config, contact.entitySetName, { [lastName]: 'Byron' })
    await update(config, contact.entitySetName, id, { [lastName]: 'King' })
    await updateProperty(config, contact.entitySetName, id, firstName, 'Ada')
    const select = `$select=${firstName},${lastName}`
    const row = await retrieve(config, contact.entitySetName, id, select)
    expect([row[firstName], row[lastName]]).toEqual(['Ada', 'King'])
    const changed = await updateWithReturnData(
      config,
      contact.entitySetName,
      id,
      { [lastName]: 'Lovelace' },
      select,
    )
    expect(changed[lastName]).toBe('Lovelace')
    await deleteProperty(config, contact.entitySetName, id, firstName)
    const cleared = await retrieve(config, contact.entitySetName, id, select)
    expect(cleared[firstName]).toBeNull()
    await deleteRecord(config, contact.entitySetName, id)
    expect((await refusalOf(retrieve(config, contact.entitySetName, id))).code).toBe('0x80040217')
  })

  // The client's own function for the next page encodes the link a second time and appends `/`.
  it('reads a page of the size asked for, with a link to the next that the page can follow', async () => {
    const mark = crypto.randomUUID()
    for (const number of [1, 2, 3]) await create(config, countries, countryRow(`${mark}-${number}`))
    const first = await retrieveMultiple(
      config,
      countries,
      `$select=${countryName}&$filter=startswith(${countryName},'${mark}')&$orderby=${countryName}`,
      { maxPageSize: 2 },
    )
    expect(first.value.length).toBe(2)
    const second = await followNextLink(first)
    expect(second.map((row) => row[countryName])).toEqual([`${mark}-3`])
  })

  it('upserts and retrieves by an alternate key', async () => {
    const key = `${integrationValueMap.columns.keyHash.logicalName}='${crypto.randomUUID()}'`
    const set = integrationValueMap.entitySetName
    const responses = (await batchOperation(
      config,
      crypto.randomUUID(),
      crypto.randomUUID(),
      [{ method: 'PATCH', queryString: `${set}(${key})`, entity: valueMapRow('NO') }],
      [],
    )) as readonly BatchResponse[]
    expect(responses[0]?.httpStatus).toBe(204)
    const row = await retrieveAlternateKey(config, set, key)
    expect(row[integrationValueMap.columns.canonicalCodeValue.logicalName]).toBe('NO')
  })

  it('associates a state with a country and takes it away again', async () => {
    const parent = await create(config, countries, countryRow('Parent'))
    const child = await create(config, states, stateRow('Child'))
    const parentOf = async () =>
      (await retrieve(config, states, child))[
        `_${stateOrProvince.columns.country.logicalName}_value`
      ]
    await associate(config, countries, parent, countryStates, states, child)
    expect(await parentOf()).toBe(parent)
    await disassociate(config, states, child, stateCountry)
    expect(await parentOf()).toBeNull()
  })

  it('runs a change set and reads in one batch', async () => {
    const mark = crypto.randomUUID()
    const responses = (await batchOperation(
      config,
      crypto.randomUUID(),
      crypto.randomUUID(),
      [
        { method: 'POST', queryString: countries, entity: countryRow(mark) },
        {
          method: 'POST',
          queryString: states,
          entity: { ...stateRow(mark), [`${stateCountry}@odata.bind`]: '$1' },
        },
      ],
      [`${countries}?$select=${countryName}&$filter=${countryName} eq '${mark}'`],
    )) as readonly BatchResponse[]
    expect(responses.map(({ httpStatus }) => httpStatus)).toEqual([204, 204, 200])
    const [madeCountry, madeState, read] = responses
    const found = read?.data as { readonly value: readonly Entity[] }
    expect(found.value.length).toBe(1)
    const state = await retrieve(
      config,
      states,
      madeState?.entityId ?? '',
      `$select=${stateName}&$expand=${stateCountry}($select=${countryName})`,
    )
    expect((state[stateCountry] as Entity)[country.primaryId]).toBe(madeCountry?.entityId)
  })

  it('takes back a change set of which one request is refused', async () => {
    const mark = crypto.randomUUID()
    const refusal = await refusalOf(
      batchOperation(
        config,
        crypto.randomUUID(),
        crypto.randomUUID(),
        [
          { method: 'POST', queryString: countries, entity: countryRow(mark) },
          { method: 'POST', queryString: countries, entity: { notacolumn: 1 } },
        ],
        [],
      ),
    )
    expect(refusal.message).toContain('notacolumn')
    const { value } = await retrieveMultiple(
      config,
      countries,
      `$filter=${countryName} eq '${mark}'`,
    )
    expect(value).toEqual([])
  })

  it('calls functions and actions', async () => {
    const who = (await unboundFunction(config, 'WhoAmI')) as { readonly UserId: string }
    expect(who.UserId).toMatch(/^[0-9a-f-]{36}$/)
    const target = {
      '@odata.type': `Microsoft.Dynamics.CRM.${country.logicalName}`,
      ...countryRow('Bulk'),
    }
    const made = (await unboundAction(
      config,
      `${countries}/Microsoft.Dynamics.CRM.CreateMultiple`,
      { Targets: [target, target] },
    )) as { readonly Ids: readonly string[] }
    expect(made.Ids.length).toBe(2)
  })
})
