import { invalidFilters, validFilters } from './filter-cases.js'
import { refusalOf } from './fixture.js'
import type { Fixture } from './fixture.js'
import { openPeople } from './people.js'

describe('$filter of the local Web API', () => {
  let fixture: Fixture
  beforeAll(() => (fixture = openPeople()))
  afterAll(() => {
    fixture.close()
  })

  const get = (filter: string) =>
    fixture.get(`contacts?$select=fullname&$filter=${encodeURIComponent(filter)}`)

  for (const filter of validFilters) {
    it(`takes ${filter}`, () => {
      expect(get(filter).status).toBe(200)
    })
  }

  for (const [filter, message] of invalidFilters) {
    it(`refuses ${filter.slice(0, 80)} and says why`, () => {
      const refusal = refusalOf(() => get(filter))

      expect(refusal.status).toBe(400)
      expect(refusal.code).toBe('0x80060888')
      expect(refusal.message).toContain(message)
      expect(refusal.message.length).toBeLessThan(600)
    })
  }

  it('says that a known query function of the platform is not modelled, rather than guess', () => {
    const refusal = refusalOf(() =>
      get("Microsoft.Dynamics.CRM.InFiscalYear(PropertyName='createdon',PropertyValue=2026)"),
    )

    expect(refusal.status).toBe(501)
    expect(refusal.message).toContain('InFiscalYear')
  })

  it('refuses texts that are too long to search for', () => {
    const refusal = refusalOf(() => get(`contains(fullname,'${'x'.repeat(60_000)}')`))

    expect(refusal.status).toBe(400)
    expect(refusal.message).toContain('too large')
  })

  it('takes 500 conditions and filters nested to the deepest level that is allowed', () => {
    const wide = Array<string>(500).fill("fullname eq 'a'").join(' or ')
    const deep = `${'('.repeat(20)}fullname eq 'a'${')'.repeat(20)}`
    const alternating = Array.from({ length: 19 }).reduce<string>(
      (inner, _, index) => `(${inner} ${index % 2 === 0 ? 'or' : 'and'} lastname eq 'b')`,
      "fullname eq 'a'",
    )

    expect(get(wide).status).toBe(200)
    expect(get(deep).status).toBe(200)
    expect(get(alternating).status).toBe(200)
    expect(get(`${'not ('.repeat(10)}fullname eq 'a'${')'.repeat(10)}`).status).toBe(200)
  })
})
