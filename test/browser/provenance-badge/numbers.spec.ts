import * as fc from 'fast-check'

import { fieldText, readText } from '../../../controls/ProvenanceBadge/model/field-text.js'
import { readNumber } from '../../../controls/ProvenanceBadge/model/number-text.js'
import { fieldWith, numberData, styleOf, textData } from './texts.js'

const problemOf = (text: string, over: Parameters<typeof numberData>[1] = {}, locale = 'en-US') =>
  readText(fieldWith(numberData(null, over)), text, styleOf(locale)).problem?.key
const outputOf = (text: string, over: Parameters<typeof numberData>[1] = {}, locale = 'en-US') =>
  readText(fieldWith(numberData(null, over)), text, styleOf(locale)).output

describe('A number that is typed', () => {
  for (const locale of ['en-US', 'de-DE', 'fr-FR', 'sv-SE']) {
    it(`is read as it was formatted, in ${locale}`, () => {
      const style = styleOf(locale)
      const cents = fc.integer({ min: -9_999_999_999, max: 9_999_999_999 })
      fc.assert(
        fc.property(cents, fc.constantFrom('$', 'kr.', 'US$', '₹'), (value, symbol) => {
          for (const data of [
            numberData(value / 100),
            numberData(value / 100, { style: 'money', symbol }),
          ]) {
            const field = fieldWith(data)
            expect(readText(field, fieldText(data, style), style).output).toBe(value / 100)
          }
        }),
      )
    })
  }

  it("goes by the user's separators, and never takes a comma of elsewhere for a group", () => {
    expect(outputOf('1,234.5')).toBe(1234.5)
    expect(outputOf('1.234,5', {}, 'de-DE')).toBe(1234.5)
    expect(problemOf('1,5')).toBe('Problem_NoNumber')
    expect(problemOf('1.5.2')).toBe('Problem_NoNumber')
    expect(problemOf('12,34')).toBe('Problem_NoNumber')
    expect(problemOf('abc')).toBe('Problem_NoNumber')
    expect(problemOf('1e5')).toBe('Problem_NoNumber')
  })

  it('is grouped as the user groups digits', () => {
    const indian = { ...styleOf().number, groupSizes: [3, 2] }
    const read = (text: string) => readNumber(text, indian, { precision: 2 })
    expect(read('5,27,92,521.8')).toEqual({ value: 52_792_521.8 })
    expect(read('52,792,521.8')).toEqual({ problem: 'notNumber' })
  })

  it('keeps to the decimals, limits and exactness of its column', () => {
    expect(problemOf('1.234')).toBe('Problem_TooPrecise')
    expect(problemOf('1.5', { precision: 0, style: 'integer' })).toBe('Problem_NotWhole')
    expect(outputOf('1.500', { precision: 1 })).toBe(1.5)
    expect(problemOf('-1', { min: 0 })).toBe('Problem_OutOfRange')
    expect(problemOf('101', { max: 100 })).toBe('Problem_OutOfRange')
    expect(problemOf('12345678901234567.89')).toBe('Problem_NotExact')
    expect(outputOf('9007199254740991', { precision: 0 })).toBe(Number.MAX_SAFE_INTEGER)
  })

  it('may be negative in the ways that people write it', () => {
    for (const text of ['-5', '\u22125', '5-', '(5)', '-$5', '$-5']) {
      expect(outputOf(text, { style: 'money', symbol: '$' }))
        .withContext(text)
        .toBe(-5)
    }
  })

  it('is a number or a problem, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { output, problem } = readText(fieldWith(numberData(null)), text, styleOf())
        expect((output === undefined) !== (problem === undefined)).toBeTrue()
      }),
    )
  })
})

describe('A text that is typed', () => {
  it('is not put out beyond its length, and says how long it is', () => {
    const field = fieldWith(textData('', { maxLength: 3 }))
    expect(readText(field, 'abcd', styleOf())).toEqual({
      problem: { key: 'Problem_TooLong', values: ['4', '3'] },
    })
    expect(readText(field, 'abc', styleOf()).output).toBe('abc')
  })

  it('is missing from the form, too, where it is required and cleared', () => {
    const reading = readText(fieldWith(textData('x'), { isRequired: true }), '  ', styleOf())
    expect(reading.output).toBeNull()
    expect(reading.problem?.key).toBe('Problem_Required')
  })
})
