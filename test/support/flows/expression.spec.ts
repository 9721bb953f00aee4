import { resolve } from './expression/evaluate.js'
import type { Scope } from './expression/evaluate.js'

const scope: Scope = {
  body: (name) => ({ List: { value: [{ key: 'E-1' }], 'odd/name': 1 } })[name],
  item: () => ({ 'body/value': [1] }),
}

describe('An expression of a flow', () => {
  const cases: readonly (readonly [source: string, value: unknown])[] = [
    ['plain', 'plain'],
    ['@@literal', '@literal'],
    ["@body('List')?['value'][0]?['key']", 'E-1'],
    ["@body('List')?['value']?[5]?['key']", null],
    ["@body('List').value", [{ key: 'E-1' }]],
    ["@body('List')?['odd/name']", 1],
    ["@item()?['body/value']", [1]],
    ["Key @{first(body('List')?['value'])?['key']}, @{length(createArray(1,2))}.", 'Key E-1, 2.'],
    ["@{if(equals(1, 1), 'a}b', body('nothing'))}", 'a}b'],
    ["@concat('it''s ', null, true, 4)", "it's True4"],
    ['@div(add(20001, 19999), 20000)', 2],
    ['@range(1, 3)', [1, 2, 3]],
    ["@take(skip(split('a,b,c', ','), 1), 1)", ['b']],
    ["@coalesce(null, 'x')", 'x'],
    ["@and(greater(2, 1), not(contains('abc', 'd')))", true],
  ]

  for (const [source, expected] of cases) {
    it(`reads ${source}`, () => {
      expect(resolve(source, scope)).toEqual(expected)
    })
  }

  it('is worked out wherever it stands in a value', () => {
    expect(resolve({ a: [{ "@{toUpper('b')}": '@add(1, 1)' }], c: 3 }, scope)).toEqual({
      a: [{ B: 2 }],
      c: 3,
    })
  })

  const faults: readonly (readonly [source: string, message: string])[] = [
    ['@concat(', '"nothing" where a value'],
    ["@body('List'", 'where ")"'],
    ['@nothing()', 'function nothing is not there'],
    ['@{add(1, 1)', 'without its "}"'],
    ["@add('1', 1)", 'Numbers were expected'],
  ]

  for (const [source, message] of faults) {
    it(`is refused where it is ${source}`, () => {
      expect(() => resolve(source, scope)).toThrowError(
        new RegExp(message.replace(/[()]/g, '\\$&')),
      )
    })
  }
})
