import { refusalOf } from '../web-api-page.js'
import { mountProbe, unmountProbes } from './spec-control.js'
import { countries, countryColumn, makeStates, stateColumn, states } from './state-rows.js'

describe("A control's webAPI in the host", () => {
  let webApi: ComponentFramework.WebApi
  let country: string

  beforeEach(async () => {
    country = await makeStates(3)
    webApi = (await mountProbe()).context().webAPI
  })

  afterEach(unmountProbes)

  const inCountry = () => `?$filter=_${stateColumn.country}_value eq ${country}`

  it('creates a row and tells its id', async () => {
    const { entityType, id } = (await webApi.createRecord(countries, {
      [countryColumn.name]: 'Sweden',
      govcdm_abbreviation: 'SE',
    })) as unknown as { readonly entityType: string; readonly id: string }
    const row = (await webApi.retrieveRecord(countries, id)) as Readonly<Record<string, unknown>>

    expect(entityType).toBe(countries)
    expect(row[countryColumn.name]).toBe('Sweden')
    expect(row['@odata.etag']).toMatch(/^W\//)
  })

  it('retrieves what is selected, by an id in braces too', async () => {
    const row = (await webApi.retrieveRecord(
      countries,
      `{${country.toUpperCase()}}`,
      `?$select=${countryColumn.name}`,
    )) as Readonly<Record<string, unknown>>

    expect(row[countryColumn.name]).toBe('Norway')
    expect(row.govcdm_abbreviation).toBeUndefined()
  })

  it('updates whatever version is there: the platform sends no version of the row', async () => {
    const before = (await webApi.retrieveRecord(countries, country)) as Readonly<
      Record<string, unknown>
    >
    await webApi.updateRecord(countries, country, { [countryColumn.name]: 'Noreg' })
    const sent = spyOn(window, 'fetch').and.callThrough()
    await webApi.updateRecord(countries, country, {
      '@odata.etag': before['@odata.etag'],
      [countryColumn.name]: 'Norge',
    })
    const headers = new Headers(sent.calls.mostRecent().args[1]?.headers)
    const row = (await webApi.retrieveRecord(countries, country)) as Readonly<
      Record<string, unknown>
    >

    expect(headers.get('If-Match')).not.toBe(String(before['@odata.etag']))
    expect(row[countryColumn.name]).toBe('Norge')
  })

  it('deletes a row, after which it is not there', async () => {
    const {
      entities: [state],
    } = await webApi.retrieveMultipleRecords(states, inCountry())
    const id = String((state as Record<string, unknown> | undefined)?.[stateColumn.id])
    await webApi.deleteRecord(states, id)
    const refusal = (await refusalOf(webApi.retrieveRecord(states, id))) as unknown as {
      readonly errorCode: number
      readonly message: string
    }

    expect(refusal.message).toContain(id)
    // 0x80040217: the platform gives controls the code as a signed number.
    expect(refusal.errorCode).toBe(-2_147_220_969)
  })

  it('updates no row that is not there: it never creates one', async () => {
    const id = 'c0000000-0000-4000-8000-000000000001'
    const refusal = await refusalOf(
      webApi.updateRecord(countries, id, {
        [countryColumn.name]: 'Nowhere',
      }),
    )

    expect(refusal.message).toContain(id)
  })

  it('retrieves rows page by page, each answer with the address of the next', async () => {
    const first = await webApi.retrieveMultipleRecords(states, inCountry(), 2)
    const second = await webApi.retrieveMultipleRecords(states, first.nextLink, 2)

    expect(first.entities.length).toBe(2)
    expect(second.entities.length).toBe(1)
    expect(second.nextLink).toBe('')
  })

  it('retrieves rows by FetchXML, with formatted values', async () => {
    const fetchXml = `<fetch top="1"><entity name="${states}"><attribute name="${stateColumn.country}"/><filter><condition attribute="${stateColumn.country}" operator="eq" value="${country}"/></filter></entity></fetch>`
    const { entities } = await webApi.retrieveMultipleRecords(
      states,
      `?fetchXml=${encodeURIComponent(fetchXml)}`,
    )
    const [row = {}] = entities as readonly Readonly<Record<string, unknown>>[]

    expect(row[`_${stateColumn.country}_value`]).toBe(country)
    expect(row[`_${stateColumn.country}_value@OData.Community.Display.V1.FormattedValue`]).toBe(
      'Norway',
    )
  })

  it('says what the platform says to a request it refuses', async () => {
    const refusal = await refusalOf(webApi.createRecord(countries, { nothing: 1 }))

    expect(refusal.message).toContain('nothing')
  })
})
