import { guid, openFixture, refusalOf, rootUrl } from './fixture.js'
import type { Fixture, Row } from './fixture.js'

describe('paging in the local Web API', () => {
  let fixture: Fixture
  beforeEach(() => {
    fixture = openFixture()
    fixture.insert(
      'contact',
      Array.from({ length: 25 }, (_, index) => ({
        contactid: guid(100 + ((index * 7) % 25)),
        firstname: index % 4 === 0 ? null : `Name ${index % 3}`,
        annualincome: index % 5 === 0 ? null : index / 3,
        numberofchildren: index,
      })),
    )
  })
  afterEach(() => {
    fixture.close()
  })

  const page = (url: string, size: number): Row =>
    fixture.body(url, { prefer: `odata.maxpagesize=${size}` })

  /** The contacts of all pages, in the order sent. */
  function* pages(url: string, size: number): Generator<readonly Row[]> {
    let next: string | undefined = url
    while (next !== undefined) {
      const body: Row = page(next, size)
      yield body['value'] as readonly Row[]
      const link: unknown = body['@odata.nextLink']
      next = typeof link === 'string' ? link.slice(rootUrl.length) : undefined
    }
  }

  const orders = [
    '',
    '&$orderby=firstname',
    '&$orderby=firstname desc',
    '&$orderby=annualincome desc,firstname',
    '&$orderby=firstname desc,annualincome',
    '&$orderby=numberofchildren desc',
    '&$orderby=contactid desc',
    '&$orderby=_parentcustomerid_value',
  ]
  for (const order of orders) {
    it(`sends each row once, in the order of one long page: ${order || 'no order'}`, () => {
      const url = `contacts?$select=firstname,annualincome${order}`
      const whole = fixture.rows(url).map((row) => row['contactid'])

      const paged = [...pages(url, 4)]

      expect(paged.map((rows) => rows.length)).toEqual([4, 4, 4, 4, 4, 4, 1])
      expect(paged.flat().map((row) => row['contactid'])).toEqual(whole)
      expect(new Set(whole).size).toBe(25)
    })
  }

  it('neither repeats nor loses a row when others are added while it is paged', () => {
    const url = 'contacts?$select=numberofchildren&$orderby=numberofchildren'
    const seen: unknown[] = []
    let added = 500

    for (const rows of pages(url, 5)) {
      seen.push(...rows.map((row) => row['numberofchildren']))
      if (added < 503) {
        fixture.insert('contact', [{ contactid: guid(added), numberofchildren: -1 }])
        added += 1
      }
    }

    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => index))
  })

  it('keeps the other options in its links and says which preference it applied', () => {
    const filter = encodeURIComponent("firstname ne 'x' and numberofchildren gt 3")
    const url = `contacts?$select=firstname&$filter=${filter}&$count=true`
    const first = fixture.get(url, { prefer: 'odata.maxpagesize=4' })
    const link = String((JSON.parse(first.text ?? '') as Row)['@odata.nextLink'])

    expect(first.headers['Preference-Applied']).toBe('odata.maxpagesize=4')
    expect(link.startsWith(`${rootUrl}${url}&$skiptoken=%3Ccookie%20pagenumber%3D%222%22`)).toBe(
      true,
    )
    expect(page(link.slice(rootUrl.length), 4)['@odata.count']).toBe(21)
  })

  it('sends no link when the last row is on the page', () => {
    expect('@odata.nextLink' in page('contacts', 25)).toBe(false)
    expect('@odata.nextLink' in page('contacts', 24)).toBe(true)
  })

  it('passes over $top beside a page size, and just ends after $top without one', () => {
    const both = page('contacts?$top=2', 10)

    expect((both['value'] as readonly Row[]).length).toBe(10)
    expect('@odata.nextLink' in both).toBe(true)
    const top = fixture.body('contacts?$top=2')
    expect((top['value'] as readonly Row[]).length).toBe(2)
    expect('@odata.nextLink' in top).toBe(false)
    expect(fixture.rows('contacts?$top=0')).toEqual([])
  })

  it('sends 5,000 rows where more are asked for', () => {
    fixture.insert(
      'team',
      Array.from({ length: 5_001 }, (_, index) => ({ teamid: guid(10_000 + index), name: 't' })),
    )

    const sizes = [...pages('teams?$select=name', 9_999)].map((rows) => rows.length)

    expect(sizes).toEqual([5_000, 1])
  })

  it('refuses page sizes that are no positive number', () => {
    for (const size of ['0', '-1', 'x', '1.5']) {
      const call = () => fixture.get('contacts', { prefer: `odata.maxpagesize=${size}` })
      expect(refusalOf(call).status).toBe(400)
    }
  })

  it('refuses cookies that are garbled, or made for another query', () => {
    const link = String(page('contacts?$orderby=firstname', 4)['@odata.nextLink'])
    const cookie = link.slice(link.indexOf('$skiptoken='))
    const wrong = [
      'contacts?$skiptoken=',
      'contacts?$skiptoken=abc',
      'contacts?$skiptoken=%3Ccookie%20pagenumber=%222%22%20pagingcookie=%22AAAA%22%20istracking=%22False%22%20/%3E',
      `contacts?${cookie}`,
      `contacts?$orderby=lastname&${cookie}`,
      `accounts?$orderby=firstname&${cookie}`,
      `contacts?$orderby=firstname&${cookie.replace('pagingcookie%3D%22W', 'pagingcookie%3D%22X')}`,
    ]
    for (const url of wrong) {
      expect(refusalOf(() => fixture.get(url)).status)
        .withContext(url)
        .toBe(400)
    }
  })
})
