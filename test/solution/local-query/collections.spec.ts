import { guid, refusalOf, rootUrl } from './fixture.js'
import type { Fixture, Row } from './fixture.js'
import { ada, adventure, bob, litware, openPeople, zoe } from './people.js'

describe('reading rows from the local Web API', () => {
  let fixture: Fixture
  beforeEach(() => (fixture = openPeople()))
  afterEach(() => {
    fixture.close()
  })

  const ids = (url: string) => fixture.rows(url).map((row) => row['contactid'])
  const byFirstName = (url: string) => fixture.rows(url).map((row) => row['firstname'])

  it('sends what is selected, the id and an etag, with its context', () => {
    const body = fixture.body('contacts?$select=firstname,_parentcustomerid_value&$top=1')

    expect(body['@odata.context']).toBe(
      `${rootUrl}$metadata#contacts(firstname,_parentcustomerid_value)`,
    )
    expect(body['value']).toEqual([
      {
        '@odata.etag': 'W/"1004"',
        firstname: 'Ada',
        _parentcustomerid_value: litware,
        contactid: ada,
      },
    ])
  })

  it('sends every column in its JSON type when nothing is selected, empty ones as null', () => {
    const [row = {}] = fixture.rows('contacts')

    expect(row).toEqual(
      jasmine.objectContaining({
        fullname: 'Ada Lovelace',
        jobtitle: null,
        numberofchildren: 3,
        creditonhold: true,
        donotemail: null,
        birthdate: '1990-02-03',
        annualincome: -1500,
        gendercode: 2,
        createdon: '2026-11-21T10:30:00Z',
        _parentcustomerid_value: litware,
        versionnumber: 1004,
      }),
    )
    expect('parentcustomerid' in row).toBe(false)
  })

  it('keeps every digit of numbers', () => {
    const values = [0.1, 922_337_203_685_477.5, 0.30000000000000004, 1e-7, -0.5, 100]
    fixture.insert(
      'account',
      values.map((revenue, index) => ({ accountid: guid(500 + index), name: 'n', revenue })),
    )

    const read = fixture.rows("accounts?$select=revenue&$filter=name eq 'n'")

    expect(read.map((row) => row['revenue'])).toEqual(values)
  })

  it('sends control characters, quotes, emoji and line ends in texts unharmed', () => {
    const description = 'a\u0000b\u0001"\\/\r\n\t\u2028😀'
    fixture.insert('contact', [{ contactid: guid(300), description }])

    expect(fixture.body(`contacts(${guid(300)})`)['description']).toBe(description)
  })

  it('orders by several keys, empty values first, without regard to case', () => {
    expect(byFirstName('contacts?$orderby=numberofchildren')).toEqual(['Zoë', 'Bob', 'Ada'])
    expect(byFirstName('contacts?$orderby=numberofchildren desc')).toEqual(['Ada', 'Bob', 'Zoë'])
    expect(byFirstName('contacts?$orderby=lastname asc,firstname desc')).toEqual([
      'Bob',
      'Ada',
      'Zoë',
    ])
    expect(byFirstName('contacts?$orderby=parentcustomerid_account/name desc,firstname')).toEqual([
      'Ada',
      'Bob',
      'Zoë',
    ])
  })

  it('orders lookups by the names they show', () => {
    expect(byFirstName('contacts?$orderby=_parentcustomerid_value,firstname')).toEqual([
      'Zoë',
      'Ada',
      'Bob',
    ])
  })

  it('counts rows beside a page and by themselves', () => {
    const counted = fixture.body("contacts?$count=true&$top=1&$filter=firstname ne 'Ada'")

    expect(counted['@odata.count']).toBe(2)
    expect((counted['value'] as readonly Row[]).length).toBe(1)
    expect(fixture.get("contacts/$count?$filter=firstname ne 'Ada'").text).toBe('2')
    expect(fixture.get(`accounts(${litware})/contact_customer_accounts/$count`).text).toBe('2')
    expect('@odata.count' in fixture.body('contacts?$count=false')).toBe(false)
  })

  it('never counts beyond 5,000, and says so when asked', () => {
    fixture.insert(
      'team',
      Array.from({ length: 5_100 }, (_, index) => ({ teamid: guid(10_000 + index), name: 't' })),
    )

    const body = fixture.body('teams?$count=true&$top=1', {
      prefer: 'odata.include-annotations="*"',
    })

    expect(body['@odata.count']).toBe(5_000)
    expect(body['@Microsoft.Dynamics.CRM.totalrecordcount']).toBe(5_000)
    expect(body['@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded']).toBe(true)
    expect(fixture.get('teams/$count').text).toBe('5000')
    expect(fixture.rows('teams').length).toBe(5_000)
  })

  it('reads one row by id, with its etag, and answers 304 to who has it already', () => {
    const answer = fixture.get(`contacts(${ada})?$select=firstname`)

    expect(answer.headers['ETag']).toBe('W/"1004"')
    expect(JSON.parse(answer.text ?? '')).toEqual({
      '@odata.context': `${rootUrl}$metadata#contacts(firstname)/$entity`,
      '@odata.etag': 'W/"1004"',
      firstname: 'Ada',
      contactid: ada,
    })
    const again = fixture.get(`contacts(${ada})`, { ifNoneMatch: 'W/"1004"' })
    expect([again.status, again.text]).toEqual([304, null])
    expect(fixture.get(`contacts(${ada})`, { ifNoneMatch: 'W/"1"' }).status).toBe(200)
  })

  it('reads one row by alternate key without regard to case, and says when there is none', () => {
    const hash = 'ab'.repeat(32)
    fixture.insert('govcdm_integrationidentifier', [
      { govcdm_integrationidentifierid: guid(400), govcdm_keyhash: hash },
    ])
    const by = (value: string) => `govcdm_integrationidentifiers(govcdm_keyhash='${value}')`

    const row = fixture.body(`${by(hash.toUpperCase())}?$select=govcdm_keyhash`)
    expect(row['govcdm_integrationidentifierid']).toBe(guid(400))
    const missing = refusalOf(() => fixture.get(by('none')))
    expect([missing.status, missing.code]).toEqual([404, '0x80060891'])
    expect(refusalOf(() => fixture.get("contacts(firstname='Ada')")).status).toBe(400)
  })

  it('follows links: to a row, to rows, to nothing, to a property and its bare value', () => {
    const account = fixture.body(`contacts(${ada})/parentcustomerid_account?$select=name`)
    expect(account['name']).toBe('Litware')
    expect(ids(`accounts(${litware})/contact_customer_accounts?$select=contactid`)).toEqual([
      ada,
      bob,
    ])
    expect(fixture.get(`contacts(${zoe})/parentcustomerid_account`).status).toBe(204)
    expect(fixture.body(`contacts(${ada})/firstname`)).toEqual({
      '@odata.context': `${rootUrl}$metadata#contacts(${ada})/firstname`,
      value: 'Ada',
    })
    expect(fixture.get(`contacts(${ada})/numberofchildren/$value`).text).toBe('3')
    expect(fixture.get(`contacts(${ada})/jobtitle/$value`).status).toBe(204)
    const chain = `contacts(${zoe})/parentcustomerid_contact/parentcustomerid_account/name/$value`
    expect(fixture.get(chain).text).toBe('Litware')
    expect(fixture.body(`contacts(${ada})/parentcustomerid_account/$ref`)['@odata.id']).toBe(
      `${rootUrl}accounts(${litware})`,
    )
    expect(fixture.rows(`accounts(${litware})/contact_customer_accounts/$ref`)).toEqual([
      { '@odata.id': `${rootUrl}contacts(${ada})` },
      { '@odata.id': `${rootUrl}contacts(${bob})` },
    ])
  })

  it('refuses what leads nowhere with 404', () => {
    const nowhere = [
      'nopes',
      `contacts(${guid(99)})`,
      `contacts(${guid(99)})/parentcustomerid_account`,
      `contacts(${guid(99)})/firstname`,
      `accounts(${guid(99)})/contact_customer_accounts`,
      `contacts(${ada})/nope`,
      'contacts/firstname',
      `contacts(${ada})/$count`,
      `contacts(${ada})/firstname/more`,
      'contacts/Microsoft.Dynamics.CRM.Nope',
    ]
    for (const url of nowhere) expect(refusalOf(() => fixture.get(url)).status).toBe(404)
  })

  it('refuses options it does not know or that do not fit, with 400', () => {
    const wrong = [
      'contacts?$skip=5',
      'contacts?$nope=1',
      'contacts?$top=-1',
      'contacts?$top=x',
      'contacts?$top=5001',
      'contacts?$top=1&$top=2',
      'contacts?$count=maybe',
      'contacts?$select=nope',
      'contacts?$select=parentcustomerid',
      'contacts?$orderby=nope',
      'contacts?$orderby=firstname sideways',
      'contacts?$expand=nope',
      'contacts?$expand=firstname',
      'contacts?$expand=parentcustomerid_account($filter=name eq null)',
      'contacts?$expand=parentcustomerid_account($skip=1)',
      'contacts?$filter=%zz',
      'contacts?$filter=firstname eq @p1',
      "contacts?$filter=firstname eq @p1&@p1='a' or 1",
      `contacts(${ada})?$filter=firstname eq null`,
    ]
    for (const url of wrong) expect(refusalOf(() => fixture.get(url)).status).toBe(400)
  })

  it('expands rows pointed at and rows that point, nested, filtered, ordered and cut', () => {
    const [account = {}] = fixture.rows(
      "accounts?$select=name&$filter=name eq 'Adventure'&$expand=" +
        'parentaccountid($select=name;$expand=contact_customer_accounts($select=firstname;' +
        '$filter=numberofchildren gt 0;$orderby=firstname desc;$top=1)),' +
        'primarycontactid($select=firstname),account_parent_account($select=name)',
    )

    expect(account).toEqual({
      '@odata.etag': 'W/"1003"',
      name: 'Adventure',
      accountid: adventure,
      parentaccountid: {
        '@odata.etag': 'W/"1002"',
        name: 'Litware',
        accountid: litware,
        contact_customer_accounts: [
          { '@odata.etag': 'W/"1005"', firstname: 'Bob', contactid: bob },
        ],
      },
      primarycontactid: { '@odata.etag': 'W/"1004"', firstname: 'Ada', contactid: ada },
      account_parent_account: [],
    })
  })

  it('expands an empty lookup to null, and whole rows when nothing is selected', () => {
    const [row = {}] = fixture.rows(
      `contacts?$filter=contactid eq ${zoe}&$expand=parentcustomerid_account,parentcustomerid_contact`,
    )

    expect(row['parentcustomerid_account']).toBeNull()
    const parent = row['parentcustomerid_contact'] as Row
    expect(parent['creditonhold']).toBe(true)
    expect(Object.keys(parent).length).toBeGreaterThan(40)
  })
})
