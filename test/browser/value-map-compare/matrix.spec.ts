import * as fc from 'fast-check'

import { cellOf, otherMeanings } from '../../../controls/ValueMapCompare/model/matrix.js'
import type { Matrix } from '../../../controls/ValueMapCompare/model/matrix.js'
import { hostileMappings, mapping, matrixOf } from './mappings.js'

function cell(matrix: Matrix, code: string, system: string) {
  const row = matrix.rows.find((each) => each.code === code)
  if (!row) throw new Error(`There is no row ${code}.`)
  return cellOf(row, system)
}

describe('buildMatrix', () => {
  it('has a row for each canonical code and a column for each source system, any source last', () => {
    const { rows, systems } = matrixOf([
      mapping('', 'Norway', 'NO'),
      mapping('ISO', 'NOR', 'NO'),
      mapping('IOC', 'SWE', 'SE'),
    ])

    expect(rows.map(({ code }) => code)).toEqual(['NO', 'SE'])
    expect(systems).toEqual(['IOC', 'ISO', ''])
  })

  it('orders codes as people count: 2 before 10', () => {
    const matrix = matrixOf([mapping('A', 'x', '10'), mapping('A', 'y', '2')])

    expect(matrix.rows.map(({ code }) => code)).toEqual(['2', '10'])
  })

  it('names a row by the first label that any of its mappings has', () => {
    const { rows } = matrixOf([
      mapping('A', 'x', 'NO'),
      mapping('B', 'y', 'NO', { canonicalLabel: 'Norway' }),
    ])

    expect(rows[0]?.label).toBe('Norway')
  })

  it('marks a gap where neither the source nor any source has a code', () => {
    const matrix = matrixOf([mapping('IOC', 'NOR', 'NO'), mapping('ISO', 'SWE', 'SE')])

    expect(cell(matrix, 'NO', 'ISO').marks).toEqual(['gap'])
    expect(cell(matrix, 'NO', 'IOC').marks).toEqual([])
  })

  it('takes a mapping for any source for one of each source without its own', () => {
    const forAny = mapping('', 'Norway', 'NO')
    const matrix = matrixOf([forAny, mapping('IOC', 'SWE', 'SE')])

    expect(cell(matrix, 'NO', 'IOC')).toEqual({ mappings: [], inherited: [forAny], marks: [] })
  })

  it('does not take a mapping for any source whose code means something else to the source', () => {
    const matrix = matrixOf([mapping('', 'BRN', 'BN'), mapping('IOC', 'BRN', 'BH')])

    expect(cell(matrix, 'BN', 'IOC')).toEqual({ mappings: [], inherited: [], marks: ['gap'] })
  })

  it('never calls the column of any source a gap', () => {
    const matrix = matrixOf([mapping('', 'Norway', 'NO'), mapping('IOC', 'SWE', 'SE')])

    expect(cell(matrix, 'SE', '').marks).toEqual([])
  })

  it('marks one source code on two canonical codes in both rows, and says which', () => {
    const toNorway = mapping('IOC', 'X', 'NO')
    const matrix = matrixOf([toNorway, mapping('IOC', 'X', 'SE'), mapping('ISO', 'X', 'NO')])

    expect(cell(matrix, 'NO', 'IOC').marks).toEqual(['conflict'])
    expect(cell(matrix, 'SE', 'IOC').marks).toEqual(['conflict'])
    expect(otherMeanings(matrix, toNorway)).toEqual(['SE'])
  })

  it('sees no conflict between sources, nor between codes that differ in case', () => {
    const matrix = matrixOf([
      mapping('IOC', 'x', 'NO'),
      mapping('IOC', 'X', 'SE'),
      mapping('ISO', 'x', 'SE'),
    ])

    expect(matrix.rows.flatMap((row) => cellOf(row, 'IOC').marks)).toEqual([])
  })

  it('marks several source codes on one canonical code', () => {
    const matrix = matrixOf([mapping('IOC', 'B', 'NO'), mapping('IOC', 'A', 'NO')])
    const { marks, mappings } = cell(matrix, 'NO', 'IOC')

    expect(marks).toEqual(['several'])
    expect(mappings.map(({ sourceCode }) => sourceCode)).toEqual(['A', 'B'])
  })

  it('marks a confidence below the limit; none at all is certain', () => {
    const matrix = matrixOf([
      mapping('A', 'x', 'low', { confidence: 0.79 }),
      mapping('A', 'y', 'limit', { confidence: 0.8 }),
      mapping('A', 'z', 'certain'),
    ])

    expect(cell(matrix, 'low', 'A').marks).toEqual(['low'])
    expect(cell(matrix, 'limit', 'A').marks).toEqual([])
    expect(cell(matrix, 'certain', 'A').marks).toEqual([])
  })

  it('says nothing of gaps and conflicts while rows are missing', () => {
    const mappings = [
      mapping('IOC', 'X', 'NO'),
      mapping('IOC', 'X', 'SE'),
      mapping('ISO', 'SWE', 'SE'),
    ]
    const all = matrixOf(mappings, false).rows.flatMap((row) =>
      [...row.cells.values()].flatMap(({ marks }) => marks),
    )

    expect(all).toEqual([])
  })

  it('shows every mapping in exactly one cell of its own, whatever the texts hold', () => {
    fc.assert(
      fc.property(hostileMappings, (mappings) => {
        const { rows, systems } = matrixOf(mappings)
        const shown = rows.flatMap((row) =>
          systems.flatMap((system) =>
            cellOf(row, system).mappings.map((each) => {
              expect(each.system).toBe(system)
              expect(each.canonicalCode).toBe(row.code)
              return each.id
            }),
          ),
        )

        expect(shown.sort()).toEqual(mappings.map(({ id }) => id).sort())
      }),
    )
  })

  it('marks a gap exactly where translation of no code of the source gives the canonical code', () => {
    fc.assert(
      fc.property(hostileMappings, (mappings) => {
        const matrix = matrixOf(mappings)
        for (const row of matrix.rows) {
          for (const system of matrix.systems.filter((each) => each !== '')) {
            const own = mappings.filter((each) => each.system === system)
            const reaches = mappings.some(
              (each) =>
                each.canonicalCode === row.code &&
                (each.system === system ||
                  (each.system === '' &&
                    !own.some(({ sourceCode }) => sourceCode === each.sourceCode))),
            )
            expect(cellOf(row, system).marks.includes('gap')).toBe(!reaches)
          }
        }
      }),
    )
  })
})
