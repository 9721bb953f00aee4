import { guid } from './fixture.js'
import type { Fixture } from './fixture.js'
import { ada, bob, litware, openPeople, zoe } from './people.js'

const names: Readonly<Record<string, string>> = { [ada]: 'ada', [bob]: 'bob', [zoe]: 'zoe' }

/** Filters over the three contacts, and who they find (in order of id). */
const cases: readonly (readonly [why: string, filter: string, found: string])[] = [
  ['ignores case', "fullname eq 'ADA LOVELACE'", 'ada'],
  ['ignores the case of letters beyond ASCII', "fullname eq 'ZOË ångSTRÖM'", 'zoe'],
  ['takes wildcards in eq as they are', "fullname eq '50% off_[now]'", 'bob'],
  ['does not let eq match a pattern', "fullname eq 'ada%'", ''],
  ['finds no row for gt null', 'numberofchildren gt null', ''],
  ['finds empty columns by null', 'numberofchildren eq null', 'zoe'],
  ['finds filled columns by ne null', 'numberofchildren ne null', 'ada bob'],
  ['counts empty columns as different', 'numberofchildren ne 3', 'bob zoe'],
  ['negates as true what is unknown', 'not (numberofchildren gt 2)', 'bob zoe'],
  ['compares numbers', 'numberofchildren ge 1 and numberofchildren lt 3', 'bob'],
  ['compares yes/no', 'creditonhold eq true', 'ada'],
  ['compares yes/no with false, not with empty', 'creditonhold eq false', 'bob'],
  ['compares negative money', 'annualincome lt -1499.99', 'ada'],
  ['compares two columns without case', 'firstname eq lastname', 'bob'],
  ['compares ids', `contactid eq ${bob}`, 'bob'],
  [
    'compares lookups in upper case',
    `_parentcustomerid_value eq ${litware.toUpperCase()}`,
    'ada bob',
  ],
  ['takes and before or', "firstname eq 'Ada' or firstname eq 'Bob' and lastname eq 'x'", 'ada'],
  ['obeys parentheses', "(firstname eq 'Ada' or firstname eq 'Bob') and lastname eq 'x'", ''],
  ['compares points in time by the second', 'createdon ge 2026-11-21T10:29:59.001Z', 'ada'],
  ['rounds a fraction up for ge', 'createdon ge 2026-11-21T10:30:00.001Z', ''],
  ['respects offsets', 'createdon eq 2026-11-21T12:30:00+02:00', 'ada'],
  ['compares points in time with a day', 'createdon lt 2026-11-21', 'bob zoe'],
  ['compares days', 'birthdate le 1990-02-03', 'ada'],
  ['contains ignores case', "contains(fullname,'LOVE')", 'ada'],
  ['contains beyond ASCII ignores case', "contains(fullname,'ÅNG')", 'zoe'],
  ['endswith finds ends', "endswith(fullname,'lace')", 'ada'],
  ['startswith finds starts', "startswith(fullname,'ZOË')", 'zoe'],
  ['startswith is not fooled by the middle', "startswith(fullname,'love')", ''],
  ['has % stand for any text', "contains(fullname,'a%l')", 'ada'],
  ['has _ stand for one character', "startswith(fullname,'A_a')", 'ada'],
  ['has a set stand for one of its characters', "startswith(firstname,'[A-B]')", 'ada bob'],
  ['has an excluding set stand for all others', "startswith(firstname,'[^A]')", 'bob zoe'],
  ['takes an escaped % as it is', "contains(fullname,'[%]')", 'bob'],
  ['takes an escaped _ as it is', "contains(fullname,'off[_]')", 'bob'],
  ['takes an escaped [ as it is', "contains(fullname,'[[]now')", 'bob'],
  ['takes * and ? as they are', "contains(fullname,'*') or contains(fullname,'[?]')", ''],
  ['follows lookups', "parentcustomerid_account/name eq 'LITWARE'", 'ada bob'],
  ['keeps to the table a path names', 'parentcustomerid_contact/fullname ne null', 'zoe'],
  [
    'follows several lookups',
    "parentcustomerid_contact/parentcustomerid_account/name eq 'Litware'",
    'zoe',
  ],
  [
    'reads an id at the end of a path',
    `parentcustomerid_account/accountid eq ${litware}`,
    'ada bob',
  ],
  ['finds rows that are pointed at', 'contact_customer_contacts/any()', 'ada'],
  [
    'finds rows by the rows that point at them',
    "contact_customer_contacts/any(c:c/firstname eq 'zoë')",
    'ada',
  ],
  [
    'compares with the outer row in a lambda',
    "contact_customer_contacts/any(c:firstname eq 'Ada' and c/lastname ne lastname)",
    'ada',
  ],
  [
    'holds all() for rows that nothing points at',
    "contact_customer_contacts/all(c:c/firstname eq 'x')",
    'bob zoe',
  ],
  [
    'takes lists',
    "Microsoft.Dynamics.CRM.In(PropertyName='firstname',PropertyValues=['ADA','zoë','nobody'])",
    'ada zoe',
  ],
  [
    'takes single quotes in double quotes',
    'Microsoft.Dynamics.CRM.In(PropertyName=\'lastname\',PropertyValues=["O\'Brian","\\u0062ob"])',
    'bob zoe',
  ],
  [
    'takes lists of numbers in quotes',
    "Microsoft.Dynamics.CRM.In(PropertyName='numberofchildren',PropertyValues=['1','7'])",
    'bob',
  ],
  [
    'takes lists of ids',
    `Microsoft.Dynamics.CRM.In(PropertyName='contactid',PropertyValues=['${ada.toUpperCase()}','${guid(99)}'])`,
    'ada',
  ],
  [
    'finds nothing in an empty list',
    "Microsoft.Dynamics.CRM.In(PropertyName='firstname',PropertyValues=[])",
    '',
  ],
  [
    'takes no wildcards in lists',
    "Microsoft.Dynamics.CRM.In(PropertyName='firstname',PropertyValues=['A%'])",
    '',
  ],
  [
    'has NotIn find empty columns too',
    "Microsoft.Dynamics.CRM.NotIn(PropertyName='numberofchildren',PropertyValues=['1'])",
    'ada zoe',
  ],
  [
    'includes both ends in Between',
    'Microsoft.Dynamics.CRM.Between(PropertyName=\'numberofchildren\',PropertyValues=["1","3"])',
    'ada bob',
  ],
  [
    'has NotBetween find the rest',
    "Microsoft.Dynamics.CRM.NotBetween(PropertyName='numberofchildren',PropertyValues=['2','3'])",
    'bob zoe',
  ],
  [
    'has On span a day',
    "Microsoft.Dynamics.CRM.On(PropertyName='createdon',PropertyValue='2026-11-20')",
    'bob',
  ],
  [
    'has OnOrBefore include the day',
    "Microsoft.Dynamics.CRM.OnOrBefore(PropertyName='createdon',PropertyValue=2026-11-20)",
    'bob zoe',
  ],
  [
    'has OnOrAfter include the day',
    "Microsoft.Dynamics.CRM.OnOrAfter(PropertyName='createdon',PropertyValue='2026-11-20T15:00:00Z')",
    'ada bob',
  ],
  ['knows today', "Microsoft.Dynamics.CRM.Today(PropertyName='createdon')", 'ada'],
  ['knows yesterday', "Microsoft.Dynamics.CRM.Yesterday(PropertyName='createdon')", 'bob'],
  ['knows this month', "Microsoft.Dynamics.CRM.ThisMonth(PropertyName='createdon')", 'ada bob'],
  ['knows last month', "Microsoft.Dynamics.CRM.LastMonth(PropertyName='createdon')", 'zoe'],
  ['knows this year', "Microsoft.Dynamics.CRM.ThisYear(PropertyName='createdon')", 'ada bob zoe'],
  [
    'knows the week from Sunday',
    "Microsoft.Dynamics.CRM.ThisWeek(PropertyName='createdon')",
    'ada bob',
  ],
  [
    'counts hours back',
    "Microsoft.Dynamics.CRM.LastXHours(PropertyName='createdon',PropertyValue=11)",
    'ada bob',
  ],
  [
    'counts days back',
    "Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=1)",
    'ada bob',
  ],
  [
    'knows what is older',
    "Microsoft.Dynamics.CRM.OlderThanXDays(PropertyName='createdon',PropertyValue=1)",
    'zoe',
  ],
  [
    'knows what is older by months',
    "Microsoft.Dynamics.CRM.OlderThanXMonths(PropertyName='createdon',PropertyValue=2)",
    '',
  ],
  ['knows the caller', "Microsoft.Dynamics.CRM.EqualUserId(PropertyName='ownerid')", 'ada'],
  [
    'knows who is not the caller',
    "Microsoft.Dynamics.CRM.NotEqualUserId(PropertyName='ownerid')",
    'bob zoe',
  ],
]

describe('filtering in the local Web API', () => {
  let fixture: Fixture
  beforeAll(() => (fixture = openPeople()))
  afterAll(() => {
    fixture.close()
  })

  const found = (filter: string, more = '') =>
    fixture
      .rows(`contacts?$select=contactid&$filter=${encodeURIComponent(filter)}${more}`)
      .map((row) => names[String(row['contactid'])])
      .join(' ')

  for (const [why, filter, expected] of cases) {
    it(`${why}: ${filter}`, () => {
      expect(found(filter)).toBe(expected)
    })
  }

  it('gives each request its own values when requests share a plan', () => {
    const first = found("firstname eq 'Ada'")
    const second = found("firstname eq 'Bob'")
    const third = found(
      "Microsoft.Dynamics.CRM.In(PropertyName='firstname',PropertyValues=['Bob'])",
    )
    const other = found(
      "Microsoft.Dynamics.CRM.In(PropertyName='lastname',PropertyValues=['Bob','x'])",
    )

    expect([first, second, third, other]).toEqual(['ada', 'bob', 'bob', 'bob'])
    expect(found("firstname eq 'Ada' and lastname eq 'Lovelace'")).toBe('ada')
    expect(found("firstname eq 'Lovelace' and lastname eq 'Ada'")).toBe('')
  })

  it('puts parameter aliases in their places', () => {
    const filter =
      'Microsoft.Dynamics.CRM.In(PropertyName=@p1,PropertyValues=@p2) and numberofchildren gt @p3'

    expect(found(filter, `&@p1='firstname'&@p2=${encodeURIComponent('["Ada","Bob"]')}&@p3=1`)).toBe(
      'ada',
    )
    expect(found('fullname eq @name', `&@name=${encodeURIComponent("'Zoë Ångström'")}`)).toBe('zoe')
  })

  it('takes lists of thousands of values', () => {
    const values = Array.from({ length: 5_000 }, (_, index) => `"${guid(index + 21)}"`).join(',')

    expect(
      found(`Microsoft.Dynamics.CRM.In(PropertyName='contactid',PropertyValues=[${values}])`),
    ).toBe('bob zoe')
  })

  it('reads a plus sign in a query string as a space, as web servers do', () => {
    expect(fixture.rows("contacts?$filter=fullname+eq+'Ada+Lovelace'").length).toBe(1)
  })
})
