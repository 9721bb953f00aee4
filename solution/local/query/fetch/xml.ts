import { refuseQuery } from '../refuse.js'

export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** The text directly inside the element, trimmed. */
  readonly text: string
}

interface OpenElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  text: string
}

const deepest = 30
const markup =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/([\w-]+)\s*>|<([\w-]+)((?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const attribute = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

/** Parses a small XML document without DTD or CDATA. Throws 400 with the position otherwise. */
export function parseXml(source: string): XmlElement {
  const root: OpenElement = { name: '', attributes: new Map(), children: [], text: '' }
  const open: OpenElement[] = [root]
  let at = 0
  while (at < source.length) {
    const top = open.at(-1) ?? root
    if (source[at] !== '<') {
      const end = source.indexOf('<', at)
      top.text += decoded(source.slice(at, end < 0 ? undefined : end))
      at = end < 0 ? source.length : end
      continue
    }
    markup.lastIndex = at
    const match = markup.exec(source)
    if (!match) refuseXml(at, 'expected an element')
    const [whole, closed, opened, attributes = '', empty] = match
    if (closed !== undefined) closeElement(open, closed, at)
    if (opened !== undefined) openElement(open, opened, attributes, at)
    if (empty === '/' && opened !== undefined) closeElement(open, opened, at)
    at += whole.length
  }
  const [document, ...more] = root.children
  if (open.length > 1) refuseXml(at, `expected </${open.at(-1)?.name ?? ''}>`)
  if (!document || more.length > 0 || root.text.trim() !== '') {
    refuseXml(at, 'expected exactly one element')
  }
  return document
}

function openElement(open: OpenElement[], name: string, attributes: string, at: number): void {
  if (open.length > deepest) refuseXml(at, `elements nest deeper than ${deepest} levels`)
  const values = new Map<string, string>()
  for (const [, key = '', double, single] of attributes.matchAll(attribute)) {
    if (values.has(key)) refuseXml(at, `the attribute ${key} is given twice`)
    values.set(key, decoded(double ?? single ?? ''))
  }
  open.push({ name, attributes: values, children: [], text: '' })
}

function closeElement(open: OpenElement[], name: string, at: number): void {
  const element = open.pop()
  const parent = open.at(-1)
  if (!element || !parent || element.name !== name) refuseXml(at, `unexpected </${name}>`)
  parent.children.push({ ...element, text: element.text.trim() })
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return entities[name] ?? whole
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

function refuseXml(at: number, why: string): never {
  refuseQuery(`Invalid XML in fetchXml at position ${at}: ${why}.`)
}
