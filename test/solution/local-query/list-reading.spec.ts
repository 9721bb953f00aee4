import { guid, openFixture, rootUrl } from './fixture.js'
import type { Fixture, Row } from './fixture.js'

describe('reading rows by a list of keys', () => {
  let fixture: Fixture
  beforeAll(() => {
    fixture = openFixture()
    fixture.insert(
      'team',
      Array.from({ length: 1_000 }, (_, index) => ({
        teamid: guid(index + 1),
        name: index % 2 === 0 ? 'even' : 'odd',
      })),
    )
  })
  afterAll(() => {
    fixture.close()
  })

  const inList = (column: string, values: readonly string[]) => {
    const list = values.map((value) => `'${value}'`).join(',')
    const filter = `Microsoft.Dynamics.CRM.In(PropertyName='${column}',PropertyValues=[${list}])`
    return `teams?$select=name&$filter=${encodeURIComponent(filter)}`
  }
  const ids = (rows: readonly Row[]) => rows.map((row) => String(row['teamid'])).sort()

  it('finds each of 700 ids once, also when one is named twice', () => {
    const wanted = Array.from({ length: 700 }, (_, index) => guid(index + 1))

    const answer = fixture.get(inList('teamid', [...wanted, guid(1), guid(5_000)]))

    const { value } = JSON.parse(answer.text ?? '') as { readonly value: readonly Row[] }
    expect(ids(value)).toEqual(wanted)
    expect(answer.rowsRead).toBe(700)
  })

  it('answers with no rows when none of the values is there', () => {
    expect(fixture.rows(inList('teamid', [guid(5_000)]))).toEqual([])
  })

  it('pages in order what does not fit on the page', () => {
    const seen: string[] = []
    let url: string | undefined = inList('name', ['EVEN'])
    while (url !== undefined) {
      const body: Row = fixture.body(url, { prefer: 'odata.maxpagesize=200' })
      seen.push(...(body['value'] as readonly Row[]).map((row) => String(row['teamid'])))
      const next: unknown = body['@odata.nextLink']
      url = typeof next === 'string' ? next.slice(rootUrl.length) : undefined
    }

    expect(seen.length).toBe(500)
    expect(seen).toEqual([...new Set(seen)].sort())
  })

  it('counts and cuts as any other read does', () => {
    const url = `${inList('name', ['odd'])}&$count=true&$top=3`
    const body = fixture.body(url)

    expect(body['@odata.count']).toBe(500)
    expect((body['value'] as readonly Row[]).length).toBe(3)
  })
})
