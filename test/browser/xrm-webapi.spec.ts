import {
  associate,
  batchOperation,
  create,
  createWithReturnData,
  deleteProperty,
  deleteRecord,
  disassociate,
  retrieve,
  retrieveMultiple,
  unboundFunction,
  update,
  updateProperty,
  updateWithReturnData,
  WebApiConfig,
} from 'xrm-webapi'
import type { Entity } from 'xrm-webapi'

import { contact, country, stateOrProvince } from '../../solution/tables/index.js'
import {
  countryName,
  countryRow,
  countryStates,
  followNextLink,
  provideClientUrl,
  refusalOf,
  stateCountry,
  stateRow,
} from './web-api-page.js'

const countries = country.entitySetName
const states = stateOrProvince.entitySetName
const genderCode = contact.columns.genderCode.logicalName
const firstName = contact.columns.firstName.logicalName
const lastName = contact.columns.lastName.logicalName

describe('xrm-webapi in a page of the local Dataverse', () => {
  let config: WebApiConfig

  beforeEach(() => {
    provideClientUrl()
    config = new WebApiConfig('9.2')
  })

  async function made(entitySet: string, entity: Entity, id: string): Promise<string> {
    const row = await createWithReturnData(config, entitySet, entity, `$select=${id}`)
    return String(row[id])
  }

  it('creates, and retrieves with formatted values when asked for', async () => {
    const name = crypto.randomUUID()
    await create(config, contact.entitySetName, { [lastName]: name, [genderCode]: 1 })
    const { value } = await retrieveMultiple(
      config,
      contact.entitySetName,
      `$select=${genderCode}&$filter=${lastName} eq '${name}'`,
      { includeFormattedValues: true },
    )
    expect(value.length).toBe(1)
    expect(value[0]?.[`${genderCode}@OData.Community.Display.V1.FormattedValue`]).toBe('Male')
  })

  it('updates a row and one property, and deletes a property and a row', async () => {
    const set = contact.entitySetName
    const id = await made(set, { [lastName]: 'Byron' }, contact.primaryId)
    await update(config, set, id, { [lastName]: 'King' })
    await updateProperty(config, set, id, firstName, 'Ada')
    const select = `$select=${firstName},${lastName}`
    const row = await retrieve(config, set, id, select)
    expect([row[firstName], row[lastName]]).toEqual(['Ada', 'King'])
    const changed = await updateWithReturnData(config, set, id, { [lastName]: 'L' }, select)
    expect(changed[lastName]).toBe('L')
    await deleteProperty(config, set, id, firstName)
    expect((await retrieve(config, set, id, select))[firstName]).toBeNull()
    await deleteRecord(config, set, id)
    expect((await refusalOf(retrieve(config, set, id))).code).toBe('0x80040217')
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

  it('associates a state with a country and takes it away again', async () => {
    const parent = await made(countries, countryRow('Parent'), country.primaryId)
    const child = await made(states, stateRow('Child'), stateOrProvince.primaryId)
    const parentOf = async () =>
      String(
        (await retrieve(config, states, child))[
          `_${stateOrProvince.columns.country.logicalName}_value`
        ],
      )
    await associate(config, countries, parent, countryStates, states, child)
    expect(await parentOf()).toBe(parent)
    await disassociate(config, countries, parent, countryStates, child)
    expect(await parentOf()).toBe('null')
    await update(config, states, child, {
      [`${stateCountry}@odata.bind`]: `/${countries}(${parent})`,
    })
    expect(await parentOf()).toBe(parent)
  })

  it('runs a change set and reads in one batch', async () => {
    const mark = crypto.randomUUID()
    const answer = String(
      await batchOperation(
        config,
        crypto.randomUUID(),
        crypto.randomUUID(),
        [
          { method: 'POST', queryString: countries, entity: countryRow(mark) },
          { method: 'POST', queryString: countries, entity: countryRow(`${mark}-2`) },
        ],
        [`${countries}?$select=${countryName}&$filter=${countryName} eq '${mark}'`],
      ),
    )
    expect(answer.match(/HTTP\/1\.1 204/g)?.length).toBe(2)
    expect(answer.match(/HTTP\/1\.1 200/g)?.length).toBe(1)
    expect(answer).toContain(mark)
  })

  it('calls a function, and is told what is wrong with a request', async () => {
    const who = (await unboundFunction(config, 'WhoAmI')) as { readonly UserId: string }
    expect(who.UserId).toMatch(/^[0-9a-f-]{36}$/)
    const refusal = await refusalOf(create(config, countries, { notacolumn: 1 }))
    expect(refusal.message).toContain('notacolumn')
  })
})
