import fc from 'fast-check'

import { likePattern } from '../../../solution/local/app/client/grid/quick-find.js'
import { addressOf, routeOf } from '../../../solution/local/app/client/route.js'
import type { Route } from '../../../solution/local/app/client/route.js'

describe('addresses of the local app', () => {
  const text = fc.string({ unit: 'grapheme' })
  const routes: fc.Arbitrary<Route> = fc.record({
    app: text,
    place: fc.record(
      {
        kind: fc.constant('table' as const),
        table: fc.string({ minLength: 1 }),
        search: text,
        page: fc.integer({ min: 1, max: 1_000_000 }),
        viewId: text,
        sort: fc.record({ column: text, descending: fc.boolean() }),
      },
      { requiredKeys: ['kind', 'table', 'search', 'page'] },
    ),
  })

  it('are read as they were written, whatever is searched for', () => {
    fc.assert(
      fc.property(routes, (route) => {
        expect(routeOf(addressOf(route))).toEqual(route)
      }),
    )
  })

  it('lead to the start of the app when they make no sense', () => {
    for (const hash of ['', '#', '#/', '#/a/b/c', '#/%E0%A4%A/table/', '#/x/table']) {
      expect(routeOf(hash).place).toEqual({ kind: 'start' })
    }
    expect(routeOf('#/x/table/y?page=-3').place).toEqual(routeOf('#/x/table/y').place)
  })

  it('search for wildcards as the characters that they are', () => {
    expect(likePattern('50%_[a]')).toBe('50[%][_][[]a]%')
    expect(likePattern('*end')).toBe('%end%')
  })
})
