import { element } from '../../../solution/model/xml.js'
import { SolutionFormatError, parseXml } from '../../../solution/read/index.js'

const parse = (text: string) => parseXml(text, 'some.xml')

function refusal(text: string): SolutionFormatError {
  try {
    parse(text)
  } catch (error) {
    if (error instanceof SolutionFormatError) return error
    throw error
  }
  throw new Error('It was parsed.')
}

describe('parseXml', () => {
  it('reads elements, attributes and texts, entities resolved', () => {
    const text = '<a x="1 &lt; 2">\n  <b>R&amp;D &#x41;</b>\n  <!-- no --><c />\n</a>'

    expect(parse(text)).toEqual(
      element('a', { x: '1 < 2' }, [element('b', {}, 'R&D A'), element('c')]),
    )
  })

  it('keeps the text of an element exactly, also the space around it', () => {
    expect(parse('<a>  two\n words </a>').text).toBe('  two\n words ')
    expect(parse('<a> </a>').text).toBe(' ')
    expect(parse('<a><![CDATA[ <b> ]]></a>').text).toBe(' <b> ')
  })

  it('takes white space with a line break for a list without entries, unless it is to be kept', () => {
    expect(parse('<a>\n  </a>').text).toBe('')
    expect(parse('<a xml:space="preserve"><b>\n</b></a>').children[0]?.text).toBe('\n')
    expect(parse('<a><![CDATA[\n]]></a>').text).toBe('\n')
  })

  it('knows the line of each element without it being part of the value', () => {
    const [child] = parse('<a>\n\n  <b /></a>').children

    expect(child?.line).toBe(3)
    expect(child).toEqual(element('b'))
    expect(Object.keys(child ?? {})).not.toContain('line')
  })

  it('ignores a byte order mark and the declaration', () => {
    expect(parse('\uFEFF<?xml version="1.0" encoding="utf-8"?>\r\n<a />')).toEqual(element('a'))
  })

  it('names the source and the line of what is not well formed', () => {
    expect(refusal('<a>\n<b></a>').message).toMatch(/^some\.xml, line 2: not well-formed XML: /)
    expect(refusal('<a x=1 />').line).toBe(1)
    expect(refusal('').message).toContain('some.xml')
    expect(refusal('<a /><b />').source).toBe('some.xml')
  })

  it('refuses a document type and never expands entities of its making', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]>\n<a>&y;</a>'

    expect(refusal(bomb).message).toContain('<!DOCTYPE')
    expect(refusal('<a>&unknown;</a>').message).toContain('entity')
  })

  it('refuses text beside elements instead of losing it', () => {
    expect(refusal('<a>\n<b>lost <c /></b></a>').message).toBe(
      "some.xml, line 2: <b> holds text beside elements: 'lost'.",
    )
  })

  it('refuses nesting that no file of the platform has', () => {
    expect(refusal('<a>'.repeat(100_000)).message).toContain('nest deeper than 250 levels')
  })

  it('takes names that objects have of their own for ordinary names', () => {
    const parsed = parse('<constructor toString="1" />')

    expect(parsed.name).toBe('constructor')
    expect(Object.entries(parsed.attributes)).toEqual([['toString', '1']])
  })
})
