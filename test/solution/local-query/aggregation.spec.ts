import { guid, refusalOf, rootUrl } from './fixture.js'
import type { Fixture } from './fixture.js'
import { litware, openPeople } from './people.js'

const annotated = { prefer: 'odata.include-annotations="*"' }
const formatted = '@OData.Community.Display.V1.FormattedValue'

describe('$apply in the local Web API', () => {
  let fixture: Fixture
  beforeEach(() => (fixture = openPeople()))
  afterEach(() => {
    fixture.close()
  })

  const apply = (transformation: string, set = 'contacts', more = '') =>
    fixture.rows(`${set}?$apply=${encodeURIComponent(transformation)}${more}`)

  it('aggregates all rows', () => {
    const [row] = apply(
      'aggregate(revenue with sum as total,revenue with average as mean,revenue with min as low,' +
        'revenue with max as high,industrycode with countdistinct as industries,$count as n)',
      'accounts',
    )

    expect(row).toEqual({
      total: 1234.6,
      mean: 617.3,
      low: 0.1,
      high: 1234.5,
      industries: 1,
      n: 2,
    })
  })

  it('groups, and leaves empty values out', () => {
    expect(apply('groupby((numberofchildren),aggregate($count as n))')).toEqual([
      { n: 1 },
      { numberofchildren: 1, n: 1 },
      { numberofchildren: 3, n: 1 },
    ])
    expect(apply('groupby((industrycode))', 'accounts')).toEqual([{ industrycode: 7 }])
  })

  it('groups by a column of a row pointed at, named after that table', () => {
    expect(apply('groupby((parentcustomerid_account/name),aggregate($count as n))')).toEqual([
      { n: 1 },
      { account_name: 'Litware', n: 2 },
    ])
  })

  it('filters before it groups', () => {
    const rows = apply("filter(firstname ne 'Ada')/groupby((creditonhold),aggregate($count as n))")

    expect(rows).toEqual([{ n: 1 }, { creditonhold: false, n: 1 }])
  })

  it('aggregates the rows that point at one row', () => {
    const url = `accounts(${litware})/contact_customer_accounts?$apply=aggregate($count as n)`

    expect(fixture.rows(url)).toEqual([{ n: 2 }])
  })

  it('formats what it groups by and what it computes', () => {
    const url =
      'accounts?$apply=groupby((industrycode,_primarycontactid_value),aggregate(revenue with sum ' +
      'as total,createdon with max as last,$count as n))&$orderby=_primarycontactid_value desc'
    const [row = {}] = fixture.rows(url, annotated)

    expect(row[`industrycode${formatted}`]).toBe('Consulting')
    expect(row[`_primarycontactid_value${formatted}`]).toBe('Ada Lovelace')
    expect(row[`total${formatted}`]).toBe('$0.10')
    expect(row[`last${formatted}`]).toBe('11/21/2026 12:00 AM')
    expect(row[`n${formatted}`]).toBe('1')
  })

  it('orders and pages groups', () => {
    const url = 'contacts?$apply=groupby((firstname))&$orderby=firstname desc'
    const first = fixture.body(url, { prefer: 'odata.maxpagesize=2' })

    expect(first['value']).toEqual([{ firstname: 'Zoë' }, { firstname: 'Bob' }])
    const next = String(first['@odata.nextLink']).slice(rootUrl.length)
    expect(fixture.rows(next, { prefer: 'odata.maxpagesize=2' })).toEqual([{ firstname: 'Ada' }])
  })

  it('refuses to aggregate more than 50,000 rows', () => {
    fixture.insert(
      'team',
      Array.from({ length: 50_001 }, (_, index) => ({ teamid: guid(index + 1_000_000) })),
    )

    const refusal = refusalOf(() => apply('aggregate($count as n)', 'teams'))

    expect([refusal.status, refusal.code]).toEqual([400, '0x8004e023'])
    expect(refusal.message).toContain('AggregateQueryRecordLimit')
  })

  const refused = [
    '',
    'nope',
    'aggregate()',
    'aggregate($count)',
    'aggregate(revenue with mode as x)',
    'aggregate(name with sum as x)',
    'aggregate(industrycode with average as x)',
    'aggregate(nope with sum as x)',
    'aggregate($count as n,$count as n)',
    'groupby(name)',
    'groupby((createdon))',
    'groupby((name),aggregate($count as n))/aggregate($count as m)',
    "filter(name eq 'x')",
    'filter(name eq)/groupby((name))',
  ]
  for (const transformation of refused) {
    it(`refuses '${transformation}' with 400`, () => {
      expect(refusalOf(() => apply(transformation, 'accounts')).status).toBe(400)
    })
  }

  it('refuses to order by what it computed, and options that do not go with it', () => {
    const byAlias = '&$orderby=n'
    const counted = 'groupby((name),aggregate($count as n))'

    expect(refusalOf(() => apply(counted, 'accounts', byAlias)).message).toBe(
      'The query node SingleValueOpenPropertyAccess is not supported.',
    )
    expect(refusalOf(() => apply(counted, 'accounts', '&$select=name')).status).toBe(400)
    expect(refusalOf(() => apply(counted, 'accounts', '&$orderby=revenue')).status).toBe(400)
  })
})
