import fc from 'fast-check'

import { writeFragment, writeXml } from '../../../solution/emit/xml.js'
import { element, textElement } from '../../../solution/model/xml.js'
import type { XmlElement } from '../../../solution/model/xml.js'
import { parseXml } from '../../../solution/read/xml.js'

const xmlText = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(' ', '\t', '\r', '\n', '&', '<', '>', '"', "'", ']'),
      fc.string({ unit: 'binary' }),
    ),
  })
  .map((text) => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''))

const name = fc.stringMatching(/^[A-Za-z_][\w.-]{0,8}$/)

const { tree } = fc.letrec<{ tree: XmlElement }>((tie) => ({
  tree: fc
    .tuple(
      name,
      fc.dictionary(name, xmlText, { maxKeys: 3 }),
      fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        xmlText,
        fc.array(tie('tree'), { maxLength: 3 }),
      ),
    )
    .map(([tag, attributes, content]) => element(tag, attributes, content)),
}))

describe('writeXml', () => {
  it('indents by two spaces and puts text on one line with its element', () => {
    const root = element('a', { x: '1', y: 'R&D "2"' }, [
      textElement('b', 'a < b'),
      element('c', {}, [element('d')]),
    ])

    expect(writeXml(root)).toBe(
      [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<a x="1" y="R&amp;D &quot;2&quot;">',
        '  <b>a &lt; b</b>',
        '  <c>',
        '    <d />',
        '  </c>',
        '</a>',
        '',
      ].join('\n'),
    )
  })

  it('writes a fragment without declaration', () => {
    expect(writeFragment(textElement('a', ' x '))).toBe('<a> x </a>\n')
  })

  it('keeps line ends and tabs of attributes and carriage returns of texts', () => {
    expect(writeFragment(element('a', { x: '\t\r\n' }, '\r\n'))).toBe(
      '<a x="&#9;&#13;&#10;"><![CDATA[]]>&#13;\n</a>\n',
    )
  })

  it('names the element or attribute with a character that XML cannot hold', () => {
    expect(() => writeXml(textElement('Description', 'a\0'))).toThrowError(
      'The <Description> holds U+0000 at 1, which XML cannot hold.',
    )
    expect(() => writeXml(element('a', { label: '\uD800' }))).toThrowError(
      'The attribute label of <a> holds U+D800 at 0, which XML cannot hold.',
    )
  })

  it('is read back as what was written, whatever the texts are', () => {
    fc.assert(
      fc.property(tree, (root) => {
        expect(parseXml(writeXml(root), 'x')).toEqual(root)
      }),
      { numRuns: 300 },
    )
  })
})
