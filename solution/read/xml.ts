import { SaxesParser } from 'saxes'

import type { XmlElement } from '../model/xml.js'
import { SolutionFormatError } from './error.js'

/** Deeper than any file of the platform; keeps what walks a tree by recursion from running out of stack. */
const deepest = 250

interface OpenElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  readonly line: number
  readonly keepsSpace: boolean
  text: string
  hasCdata: boolean
}

/**
 * Parses one XML document. Names keep their prefixes; comments and processing instructions are left
 * out. White space between elements is formatting; the text of an element without children is kept
 * as it is, unless it is white space with a line break (a list without entries). `line` of an
 * element is not enumerable: two elements are equal wherever they were found.
 *
 * @throws SolutionFormatError for what is not well formed, a document type (entities are never
 *   expanded), text beside elements and nesting deeper than 250 levels.
 */
export function parseXml(text: string, source: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false as const, position: true })
  const open: OpenElement[] = []
  let document: XmlElement | undefined
  const refuse = (message: string, line = parser.line): never => {
    throw new SolutionFormatError(source, message, line)
  }

  parser.on('error', (error) => refuse(`not well-formed XML: ${withoutPlace(error.message)}.`))
  parser.on('doctype', () => refuse('a document type (<!DOCTYPE) is not accepted.'))
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= deepest) refuse(`elements nest deeper than ${deepest} levels.`)
    const space = attributes['xml:space']
    const keepsSpace =
      space === undefined ? (open.at(-1)?.keepsSpace ?? false) : space === 'preserve'
    const line = parser.line
    open.push({ name, attributes, children: [], line, keepsSpace, text: '', hasCdata: false })
  })
  parser.on('text', (part) => {
    const top = open.at(-1)
    if (top) top.text += part
  })
  parser.on('cdata', (part) => {
    const top = open.at(-1)
    if (!top) return
    top.text += part
    top.hasCdata = true
  })
  parser.on('closetag', () => {
    const top = open.pop()
    if (!top) return
    if (top.children.length > 0 && top.text.trim() !== '') {
      refuse(`<${top.name}> holds text beside elements: '${shorten(top.text.trim())}'.`, top.line)
    }
    const parsed = closed(top)
    const parent = open.at(-1)
    if (parent) parent.children.push(parsed)
    else document = parsed
  })
  parser.write(text).close()
  return document ?? refuse('expected an element, found none.')
}

function closed({ name, attributes, children, line, ...content }: OpenElement): XmlElement {
  const isFormatting = !content.keepsSpace && !content.hasCdata && /^\s*\n\s*$/.test(content.text)
  const parsed = {
    name,
    attributes: Object.freeze({ ...attributes }),
    children: Object.freeze(children),
    text: children.length > 0 || isFormatting ? '' : content.text,
  }
  Object.defineProperty(parsed, 'line', { value: line })
  return Object.freeze(parsed)
}

/** The library starts its messages with `line:column: `. */
function withoutPlace(message: string): string {
  return message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text
}
