import { parseConfidence } from '../../../controls/ValueMapCompare/model/confidence.js'
import {
  draftOf,
  emptyDraft,
  mappingOf,
  problemsOf,
} from '../../../controls/ValueMapCompare/model/draft.js'
import { mapping, matrixOf } from './mappings.js'

const matrix = matrixOf([mapping('IOC', 'NOR', 'NO'), mapping('IOC', 'SWE', 'SE')])
const draft = { ...emptyDraft, system: 'IOC', sourceCode: 'DEN', canonicalCode: 'DK' }

describe('A confidence as written', () => {
  for (const [text, value] of [
    ['', null],
    ['  ', null],
    ['0.85', 0.85],
    ['0,85', 0.85],
    ['.5', 0.5],
    ['1', 1],
    ['0', 0],
  ] as const) {
    it(`${JSON.stringify(text)} is ${value ?? 'nothing'}`, () => {
      expect(parseConfidence(text, ',')).toBe(value)
    })
  }

  for (const text of ['1.1', '-0.5', '85%', '0,8,5', '1e-3', 'NaN', '0x1', '٠٫٥']) {
    it(`${text} is refused`, () => {
      expect(parseConfidence(text, ',')).toBeUndefined()
    })
  }
})

describe('A draft', () => {
  it('of a mapping that nobody changed has no problem and is that mapping', () => {
    const before = mapping('IOC', ' NOR ', 'NO', { confidence: 0.5 })
    const unchanged = draftOf(before, ',')

    expect(unchanged.confidence).toBe('0,5')
    expect(problemsOf(unchanged, matrixOf([before]), ',', before)).toEqual({})
    expect({ ...mappingOf(unchanged, 'Country', ',', before), id: before.id }).toEqual(before)
  })

  it('needs a source code and a canonical code; blanks are none', () => {
    expect(problemsOf({ ...draft, sourceCode: '  ', canonicalCode: '' }, matrix, '.')).toEqual({
      sourceCode: { kind: 'required' },
      canonicalCode: { kind: 'required' },
    })
  })

  it('may not take a code that the system has mapped, and says to what', () => {
    expect(problemsOf({ ...draft, sourceCode: ' NOR' }, matrix, '.')).toEqual({
      sourceCode: { kind: 'taken', canonicalCode: 'NO' },
    })
  })

  it('may take a code of another system, and one that differs in case', () => {
    expect(problemsOf({ ...draft, sourceCode: 'NOR', system: 'ISO' }, matrix, '.')).toEqual({})
    expect(problemsOf({ ...draft, sourceCode: 'nor' }, matrix, '.')).toEqual({})
  })

  it('loses the blanks around what was typed', () => {
    const typed = { ...draft, sourceCode: ' DEN ', sourceLabel: 'Denmark ', confidence: ' 1 ' }

    expect(mappingOf(typed, 'Country', '.')).toEqual({
      codeList: 'Country',
      system: 'IOC',
      sourceCode: 'DEN',
      sourceLabel: 'Denmark',
      canonicalCode: 'DK',
      canonicalLabel: '',
      confidence: 1,
    })
  })
})
