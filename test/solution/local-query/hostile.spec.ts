import fc from 'fast-check'

import { invalidFilters, validFilters } from './filter-cases.js'
import type { Fixture } from './fixture.js'
import { ada, openPeople } from './people.js'

/** What a request ends in: 200 and the like, or the status of a refusal. Anything else is thrown. */
function statusOf(call: () => { readonly status: number }): number {
  try {
    return call().status
  } catch (error) {
    const status = (error as { readonly status?: unknown }).status
    if (typeof status !== 'number') throw error
    return status
  }
}

const runs = 200
const words = [
  ...validFilters.flatMap((filter) => filter.split(/(?=[(),/:='"[\] ])|(?<=[(),/:='"[\] ])/)),
  '$select',
  '$expand',
  'groupby',
  'aggregate',
  'with',
  'as',
  '\u0000',
  '%',
  '[^',
  '--',
  '";',
  '😀',
  '99999999999999999999',
  '1e308',
]

describe('hostile queries to the local Web API', () => {
  let fixture: Fixture
  beforeAll(() => (fixture = openPeople()))
  afterAll(() => {
    fixture.close()
  })

  const allowed = [200, 204, 304, 400, 404, 501]
  const get = (url: string, prefer?: string) => statusOf(() => fixture.get(url, { prefer }))

  it('are never a failure of the server, whatever the options say', () => {
    const option = fc.constantFrom(
      '$filter',
      '$select',
      '$orderby',
      '$expand',
      '$apply',
      '$top',
      '$skiptoken',
      '$deltatoken',
      '$count',
      '@p1',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((parts) => parts.join('')),
      fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(option, text), { maxLength: 4 }), (options) => {
        const search = options.map(([name, value]) => `${name}=${encodedText(value)}`).join('&')

        expect(allowed).toContain(get(`contacts?${search}`))
        expect(allowed).toContain(get(`contacts?${search}`, 'odata.include-annotations="*"'))
        expect(allowed).toContain(get(`contacts(${ada})?${search}`))
      }),
      { numRuns: runs },
    )
  })

  it('are never a failure of the server, whatever the path and the header say', () => {
    const piece = fc.constantFrom(
      'contacts',
      `(${ada})`,
      '(',
      ')',
      "'",
      '=',
      ',',
      '/',
      '$ref',
      '$value',
      '$count',
      'firstname',
      'parentcustomerid_account',
      'contact_customer_contacts',
      '%27',
      '%',
      'Microsoft.Dynamics.CRM.X',
      'null',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 8 }),
        fc.string({ maxLength: 40 }),
        (pieces, prefer) => {
          expect(allowed).toContain(get(pieces.join(''), `odata.maxpagesize=3;${prefer}`))
        },
      ),
      { numRuns: runs },
    )
  })

  it('keep being refused or answered with one character changed in a good filter', () => {
    const mutated = fc
      .tuple(
        fc.constantFrom(...validFilters, ...invalidFilters.slice(0, 40).map(([filter]) => filter)),
        fc.nat(),
        fc.oneof(fc.constant(''), fc.string({ unit: 'binary', minLength: 1, maxLength: 2 })),
      )
      .map(([filter, at, put]) => {
        const place = at % (filter.length + 1)
        return filter.slice(0, place) + put + filter.slice(place + 1)
      })
    fc.assert(
      fc.property(mutated, (filter) => {
        expect([200, 400, 501]).toContain(get(`contacts?$filter=${encodedText(filter)}`))
      }),
      { numRuns: runs * 2 },
    )
  })

  it('find texts exactly as they are, whatever characters they hold', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(text, (value) => {
        fixture.database
          .prepare('UPDATE contact SET jobtitle = ? WHERE contactid = ?')
          .run([value, ada])
        const quoted = `'${value.replaceAll("'", "''")}'`
        const found = (filter: string) =>
          fixture.rows(`contacts?$select=jobtitle&$filter=${encodedText(filter)}`)[0]?.['jobtitle']

        expect(found(`jobtitle eq ${quoted}`)).toBe(value)
        expect(
          found(
            `Microsoft.Dynamics.CRM.In(PropertyName='jobtitle',PropertyValues=[${JSON.stringify(value)}])`,
          ),
        ).toBe(value)
        const escaped = value.replace(/[%_[]/g, '[$&]').replaceAll("'", "''")
        for (const name of ['contains', 'startswith', 'endswith']) {
          expect(found(`${name}(jobtitle,'${escaped}')`))
            .withContext(name)
            .toBe(value)
        }
      }),
      { numRuns: runs },
    )
  })
})

/** Percent-encoded; lone halves of surrogate pairs, which no URL can hold, are left out. */
function encodedText(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))
}
