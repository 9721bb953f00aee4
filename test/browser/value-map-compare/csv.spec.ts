import * as fc from 'fast-check'

import { csvOf } from '../../../controls/ValueMapCompare/model/csv.js'
import { exportRows } from '../../../controls/ValueMapCompare/model/matrix-csv.js'
import { hostileText, mapping, matrixOf } from './mappings.js'

/** Reads CSV as RFC 4180 has it. */
function parseCsv(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    let cell = ''
    expect(text[at]).toBe('"')
    for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
      if (text[at] === '"') at += 1
      if (at >= text.length) throw new Error('The text ends within a cell.')
      cell += text.charAt(at)
    }
    row.push(cell)
    at += 1
    if (text[at] === separator) at += 1
    else {
      expect(text.slice(at, at + 2)).toBe('\r\n')
      at += 2
      rows.push(row)
      row = []
    }
  }
  return rows
}

describe('csvOf', () => {
  it('quotes every cell and doubles quotes', () => {
    expect(
      csvOf(
        [
          ['a', 'b "c"'],
          ['1,2', ''],
        ],
        ',',
      ),
    ).toBe('"a","b ""c"""\r\n"1,2",""\r\n')
  })

  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r=1', '\n']) {
    it(`does not let a spreadsheet run ${JSON.stringify(text)}`, () => {
      expect(csvOf([[text]], ',')).toBe(`"'${text}"\r\n`)
    })
  }

  it('gives back every text, at most behind an apostrophe, whatever it holds', () => {
    const rows = fc.integer({ min: 1, max: 4 }).chain((columns) =>
      fc.array(fc.array(hostileText, { minLength: columns, maxLength: columns }), {
        minLength: 1,
      }),
    )
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';'), (table, separator) => {
        const read = parseCsv(csvOf(table, separator), separator)

        expect(read.length).toBe(table.length)
        read.forEach((row, y) =>
          row.forEach((cell, x) => {
            const text = table[y]?.[x] ?? ''
            expect([text, `'${text}`]).toContain(cell)
            expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
          }),
        )
      }),
    )
  })
})

describe('exportRows', () => {
  const texts = {
    canonicalCode: 'Code',
    canonicalLabel: 'Label',
    comparison: 'Comparison',
    systemColumns: (system: string) => ({
      code: `${system} code`,
      label: `${system} label`,
      confidence: `${system} confidence`,
      marks: `${system} marks`,
    }),
    mark: (mark: string) => mark.toUpperCase(),
    kind: (kind: string) => kind,
    confidence: () => '1.00',
  }
  const { rows } = matrixOf([
    mapping('IOC', 'NOR', 'NO', { sourceLabel: 'Norway' }),
    mapping('IOC', 'NRW', 'NO'),
    mapping('ISO', 'SWE', 'SE'),
  ])

  it('has the systems shown and their marks, several mappings on lines of their own', () => {
    expect(exportRows(rows, ['IOC'], undefined, texts)).toEqual([
      ['Code', 'Label', 'IOC code', 'IOC label', 'IOC confidence', 'IOC marks'],
      ['NO', '', 'NOR\nNRW', 'Norway\n', '1.00\n1.00', 'SEVERAL'],
      ['SE', '', '', '', '', 'GAP'],
    ])
  })

  it('says of a pair how it compares', () => {
    const pair = { first: 'IOC', second: 'ISO' }
    const table = exportRows(rows, ['IOC', 'ISO'], pair, texts)

    expect(table.map((row) => row[row.length - 1])).toEqual([
      'Comparison',
      'onlyFirst',
      'onlySecond',
    ])
  })
})
