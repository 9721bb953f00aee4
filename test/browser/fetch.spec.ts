import { country } from '../../solution/tables/index.js'
import { countryName, countryRow, webApiUrl } from './web-api-page.js'

describe('fetch from a page of the local Dataverse', () => {
  const get = (path: string, prefer = 'odata.maxpagesize=5000') =>
    fetch(`${webApiUrl}/${path}`, { headers: { accept: 'application/json', prefer } })

  const post = (entitySet: string, row: object, prefer = 'return=minimal') =>
    fetch(`${webApiUrl}/${entitySet}`, {
      method: 'POST',
      body: JSON.stringify(row),
      headers: { 'content-type': 'application/json', accept: 'application/json', prefer },
    })

  it('reaches the Web API at its own origin, without any cross-origin permission', async () => {
    const answer = await get('WhoAmI')
    expect(answer.type).toBe('basic')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('odata-version')).toBe('4.0')
  })

  it('gets links that stay at its own origin', async () => {
    const made = await post(country.entitySetName, countryRow('Here'))
    expect(made.status).toBe(204)
    expect(made.headers.get('odata-entityid')).toMatch(
      new RegExp(`^${webApiUrl}/${country.entitySetName}\\([0-9a-f-]{36}\\)$`),
    )
    await post(country.entitySetName, countryRow('There'))
    const page = await get(country.entitySetName, 'odata.maxpagesize=1')
    const { '@odata.nextLink': next } = (await page.json()) as { '@odata.nextLink': string }
    expect(new URL(next).origin).toBe(location.origin)
    expect((await fetch(next)).status).toBe(200)
  })

  it('keeps text as it was sent, whatever alphabet it is in', async () => {
    const name = `Åland Øst 日本 🏴‍☠️ "quoted" <b>&amp; ${crypto.randomUUID()}`
    const made = await post(country.entitySetName, countryRow(name), 'return=representation')
    const row = (await made.json()) as Record<string, string>
    expect(row[countryName]).toBe(name)
    const filter = encodeURIComponent(`${countryName} eq '${name.replaceAll("'", "''")}'`)
    const found = (await (await get(`${country.entitySetName}?$filter=${filter}`)).json()) as {
      value: readonly unknown[]
    }
    expect(found.value.length).toBe(1)
  })

  it('gets the error envelope with the code of a refusal', async () => {
    const answer = await get(`${country.entitySetName}(${crypto.randomUUID()})`)
    expect(answer.status).toBe(404)
    const { error } = (await answer.json()) as { error: { code: string; message: string } }
    expect(error.code).toBe('0x80040217')
    expect(error.message).not.toBe('')
  })
})
