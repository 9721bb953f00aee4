import { pairKind } from '../../../controls/ValueMapCompare/model/pair.js'
import {
  countKinds,
  countMarks,
  shownRows,
} from '../../../controls/ValueMapCompare/model/shown-rows.js'
import type { Selection } from '../../../controls/ValueMapCompare/model/shown-rows.js'
import { mapping, matrixOf } from './mappings.js'

const matrix = matrixOf([
  mapping('IOC', 'NOR', 'NO', { canonicalLabel: 'Norway', sourceLabel: 'Norvège' }),
  mapping('ISO', 'NOR', 'NO', { canonicalLabel: 'Norway' }),
  mapping('IOC', 'GER', 'DE', { canonicalLabel: 'Germany' }),
  mapping('ISO', 'DEU', 'DE', { canonicalLabel: 'Germany' }),
  mapping('ISO', 'CIV', 'CI', { canonicalLabel: "Côte d'Ivoire", confidence: 0.5 }),
  mapping('HRIS', 'X', 'AQ'),
])

function shown(over: Partial<Selection>): readonly string[] {
  const selection: Selection = {
    systems: matrix.systems,
    pair: undefined,
    search: '',
    marks: [],
    kinds: [],
    sort: { key: { by: 'code' }, descending: false },
    ...over,
  }
  return shownRows(matrix, selection).map(({ code }) => code)
}

describe('The rows shown', () => {
  it('are all rows where nothing is asked for', () => {
    expect(shown({})).toEqual(['AQ', 'CI', 'DE', 'NO'])
  })

  it('are found without case and accents, by codes and labels of the systems shown', () => {
    expect(shown({ search: 'NORVEGE' })).toEqual(['NO'])
    expect(shown({ search: 'cote' })).toEqual(['CI'])
    expect(shown({ search: 'deu' })).toEqual(['DE'])
    expect(shown({ search: 'deu', systems: ['IOC'] })).toEqual([])
  })

  it('hold every word of the search', () => {
    expect(shown({ search: ' germany   ger ' })).toEqual(['DE'])
    expect(shown({ search: 'germany nor' })).toEqual([])
  })

  it('bear any of the marks asked for, on a system that is shown', () => {
    expect(shown({ marks: ['low'] })).toEqual(['CI'])
    expect(shown({ marks: ['low'], systems: ['IOC'] })).toEqual([])
    expect(shown({ marks: ['gap'], systems: ['IOC'] })).toEqual(['AQ', 'CI'])
    expect(shown({ marks: ['gap', 'low'], systems: ['IOC', 'ISO'] })).toEqual(['AQ', 'CI'])
  })

  it('are ordered by a system with its gaps last, in both directions', () => {
    const key = { by: 'system', system: 'IOC' } as const

    expect(shown({ sort: { key, descending: false } })).toEqual(['DE', 'NO', 'AQ', 'CI'])
    expect(shown({ sort: { key, descending: true } })).toEqual(['NO', 'DE', 'AQ', 'CI'])
  })

  it('are ordered by label where that is asked for', () => {
    const sort = { key: { by: 'label' }, descending: true } as const

    expect(shown({ sort })).toEqual(['NO', 'DE', 'CI', 'AQ'])
  })

  it('of a pair are those that compare as asked for', () => {
    const pair = { first: 'IOC', second: 'ISO' }

    expect(shown({ pair, kinds: ['different'] })).toEqual(['DE'])
    expect(shown({ pair, kinds: ['same', 'onlySecond'] })).toEqual(['CI', 'NO'])
  })
})

describe('The counts', () => {
  it('of marks are cells of the systems shown', () => {
    expect(countMarks(matrix, ['IOC', 'ISO'])).toEqual({ gap: 3, conflict: 0, several: 0, low: 1 })
  })

  it('of a pair add up to all rows', () => {
    expect(countKinds(matrix, { first: 'IOC', second: 'ISO' })).toEqual({
      different: 1,
      onlyFirst: 0,
      onlySecond: 1,
      neither: 1,
      same: 1,
    })
  })
})

describe('pairKind', () => {
  it('takes the codes of a cell as a set', () => {
    const { rows } = matrixOf([
      mapping('A', 'x', '1'),
      mapping('A', 'y', '1'),
      mapping('B', 'y', '1'),
      mapping('B', 'x', '1'),
    ])

    expect(rows.map((row) => pairKind(row, { first: 'A', second: 'B' }))).toEqual(['same'])
  })
})
