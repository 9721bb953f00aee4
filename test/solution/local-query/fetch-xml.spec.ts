import fc from 'fast-check'

import { callerId, refusalOf } from './fixture.js'
import type { Fixture, Row } from './fixture.js'
import { ada, bob, openPeople, zoe } from './people.js'

const names: Readonly<Record<string, string>> = { [ada]: 'ada', [bob]: 'bob', [zoe]: 'zoe' }

/** Conditions on contacts, and who they find in order of id. */
const cases: readonly (readonly [condition: string, found: string])[] = [
  ['<condition attribute="firstname" operator="eq" value="ADA"/>', 'ada'],
  ['<condition attribute="numberofchildren" operator="eq" value="3"/>', 'ada'],
  ['<condition attribute="numberofchildren" operator="ne" value="3"/>', 'bob zoe'],
  ['<condition attribute="numberofchildren" operator="ge" value="1"/>', 'ada bob'],
  ['<condition attribute="numberofchildren" operator="lt" value="3"/>', 'bob'],
  ['<condition attribute="numberofchildren" operator="null"/>', 'zoe'],
  ['<condition attribute="numberofchildren" operator="not-null"/>', 'ada bob'],
  ['<condition attribute="firstname" operator="like" value="%o%"/>', 'bob zoe'],
  ['<condition attribute="firstname" operator="like" value="o"/>', ''],
  ['<condition attribute="firstname" operator="not-like" value="A_a"/>', 'bob zoe'],
  ['<condition attribute="lastname" operator="begins-with" value="O&apos;B"/>', 'zoe'],
  ['<condition attribute="lastname" operator="ends-with" value="ob"/>', 'bob'],
  [
    '<condition attribute="firstname" operator="in"><value>Ada</value><value>ZOË</value></condition>',
    'ada zoe',
  ],
  [
    '<condition attribute="numberofchildren" operator="between"><value>2</value><value>5</value></condition>',
    'ada',
  ],
  ['<condition attribute="creditonhold" operator="eq" value="1"/>', 'ada'],
  ['<condition attribute="ownerid" operator="eq-userid"/>', 'ada'],
  [`<condition attribute="ownerid" operator="eq" value="${callerId}"/>`, 'ada'],
  ['<condition attribute="createdon" operator="today"/>', 'ada'],
  ['<condition attribute="createdon" operator="last-x-days" value="1"/>', 'ada bob'],
  ['<condition attribute="createdon" operator="olderthan-x-days" value="1"/>', 'zoe'],
  ['<condition attribute="createdon" operator="on-or-before" value="2026-11-20"/>', 'bob zoe'],
  [
    '<filter type="or"><condition attribute="firstname" operator="eq" value="Ada"/>' +
      '<condition attribute="firstname" operator="eq" value="Bob"/></filter>',
    'ada bob',
  ],
]

describe('fetchXml in the local Web API', () => {
  let fixture: Fixture
  beforeAll(() => (fixture = openPeople()))
  afterAll(() => {
    fixture.close()
  })

  const url = (xml: string, set = 'contacts') => `${set}?fetchXml=${encodeURIComponent(xml)}`
  const contacts = (inside: string, attributes = '') =>
    url(`<fetch ${attributes}><entity name="contact">${inside}</entity></fetch>`)

  for (const [condition, found] of cases) {
    it(`finds ${found || 'nobody'} by ${condition.slice(0, 90)}`, () => {
      const rows = fixture.rows(
        contacts(`<attribute name="contactid"/><filter>${condition}</filter>`),
      )

      expect(rows.map((row) => names[String(row['contactid'])]).join(' ')).toBe(found)
    })
  }

  it('sends the attributes asked for, in the order asked for', () => {
    const rows = fixture.rows(
      contacts('<attribute name="firstname"/><order attribute="firstname" descending="true"/>'),
    )

    expect(rows[0]).toEqual({ '@odata.etag': 'W/"1006"', firstname: 'Zoë', contactid: zoe })
    expect(rows.map((row) => row['firstname'])).toEqual(['Zoë', 'Bob', 'Ada'])
    expect(
      Object.keys(fixture.rows(contacts('<all-attributes/>'))[0] ?? {}).length,
    ).toBeGreaterThan(40)
  })

  it('joins links: inner ones drop rows without a match, outer ones keep them', () => {
    const link = (type: string) =>
      fixture.rows(
        contacts(
          '<attribute name="firstname"/>' +
            `<link-entity name="account" from="accountid" to="parentcustomerid" alias="a" link-type="${type}">` +
            '<attribute name="name"/></link-entity>',
        ),
      )

    expect(link('inner').map((row) => [row['firstname'], row['a.name']])).toEqual([
      ['Ada', 'Litware'],
      ['Bob', 'Litware'],
    ])
    expect(link('outer').map((row) => row['a.name'])).toEqual(['Litware', 'Litware', null])
  })

  it('filters on links, inside them and by their alias', () => {
    const linked =
      '<link-entity name="contact" from="contactid" to="parentcustomerid" alias="p" link-type="outer"/>'
    const byAlias =
      '<filter><condition entityname="p" attribute="firstname" operator="eq" value="Ada"/></filter>'

    const rows = fixture.rows(contacts(`<attribute name="firstname"/>${linked}${byAlias}`))
    expect(rows.map((row) => row['firstname'])).toEqual(['Zoë'])
  })

  it('leaves ids out of distinct rows', () => {
    const inside = '<attribute name="statecode"/>'

    expect(fixture.rows(contacts(inside, 'distinct="true"'))).toEqual([{ statecode: 0 }])
  })

  it('pages by count and page, and says whether there are more', () => {
    const page = (number: number): Row =>
      fixture.body(
        contacts(
          '<attribute name="firstname"/><order attribute="firstname"/>',
          `count="2" page="${number}" returntotalrecordcount="true"`,
        ),
      )

    const first = page(1)
    expect((first['value'] as readonly Row[]).map((row) => row['firstname'])).toEqual([
      'Ada',
      'Bob',
    ])
    expect(first['@Microsoft.Dynamics.CRM.morerecords']).toBe(true)
    expect(first['@Microsoft.Dynamics.CRM.totalrecordcount']).toBe(3)
    expect(String(first['@Microsoft.Dynamics.CRM.fetchxmlpagingcookie'])).toContain(
      'pagenumber="2"',
    )
    const second = page(2)
    expect((second['value'] as readonly Row[]).map((row) => row['firstname'])).toEqual(['Zoë'])
    expect('@Microsoft.Dynamics.CRM.morerecords' in second).toBe(false)
    expect(fixture.rows(contacts('<attribute name="firstname"/>', 'top="1"')).length).toBe(1)
  })

  it('formats values when asked to', () => {
    const rows = fixture.rows(contacts('<attribute name="gendercode"/>'), {
      prefer: 'odata.include-annotations="*"',
    })

    expect(rows[0]?.['gendercode@OData.Community.Display.V1.FormattedValue']).toBe('Female')
  })

  const refused = [
    '',
    'x',
    '<fetch',
    '<fetch/>',
    '<fetch></fetch><fetch></fetch>',
    '<fetch><entity name="account"/></fetch>',
    '<fetch><entity name="contact"></fetch>',
    '<fetch><entity name="contact"><nope/></entity></fetch>',
    '<fetch><entity name="contact"><attribute name="nope"/></entity></fetch>',
    '<fetch><entity name="contact"><attribute/></entity></fetch>',
    '<fetch top="x"><entity name="contact"/></fetch>',
    '<fetch aggregate="true"><entity name="contact"/></fetch>',
    '<fetch><entity name="contact"><filter type="xor"/></entity></fetch>',
    '<fetch><entity name="contact"><filter><condition attribute="firstname" operator="nope"/></filter></entity></fetch>',
    '<fetch><entity name="contact"><filter><condition attribute="firstname" operator="eq"/></filter></entity></fetch>',
    '<fetch><entity name="contact"><filter><condition attribute="numberofchildren" operator="gt" value="x"/></filter></entity></fetch>',
    '<fetch><entity name="contact"><link-entity name="nope" from="a" to="b"/></entity></fetch>',
    '<!DOCTYPE x [<!ENTITY a "b">]><fetch><entity name="contact"/></fetch>',
    '<a>'.repeat(5_000),
  ]
  for (const xml of refused) {
    it(`refuses ${xml.slice(0, 80)} with 400`, () => {
      expect(refusalOf(() => fixture.get(url(xml))).status).toBe(400)
    })
  }

  it('never fails on XML with a character changed', () => {
    const good = cases.map(
      ([condition]) =>
        `<fetch><entity name="contact"><filter>${condition}</filter></entity></fetch>`,
    )
    const mutated = fc.tuple(fc.constantFrom(...good), fc.nat(), fc.string({ maxLength: 2 }))
    fc.assert(
      fc.property(mutated, ([xml, at, put]) => {
        const place = at % xml.length
        const changed = xml.slice(0, place) + put + xml.slice(place + 1)
        let status: unknown
        try {
          status = fixture.get(url(changed)).status
        } catch (error) {
          status = (error as { readonly status?: unknown }).status
        }
        expect([200, 400]).toContain(status as number)
      }),
      { numRuns: 300 },
    )
  })
})
