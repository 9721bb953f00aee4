import { parseXml } from '../../solution/read/index.js'
import type { XmlElement } from '../../solution/model/xml.js'

type Files = ReadonlyMap<string, Uint8Array>

/**
 * Every difference of two folders, a sentence each: files that one of them lacks, and the first
 * element in which two XML files differ. `names` are those of the folders. The order of attributes
 * and of root components, white space between elements, and `Managed` (each package type has its
 * own value of it) are no difference.
 */
export function compareFiles(names: readonly [string, string], a: Files, b: Files): string[] {
  const paths = [...new Set([...a.keys(), ...b.keys()])].sort()
  return paths.flatMap((path) => {
    const [left, right] = [a.get(path), b.get(path)]
    if (!left) return [`${path}: only in ${names[1]}`]
    if (!right) return [`${path}: only in ${names[0]}`]
    if (Buffer.compare(left, right) === 0) return []
    if (!path.endsWith('.xml')) return [`${path}: other bytes in ${names.join(' and ')}`]
    const difference = compareElements(names, xml(path, left), xml(path, right))
    return difference === undefined ? [] : [`${path}: ${difference}`]
  })
}

function xml(path: string, content: Uint8Array): XmlElement {
  return parseXml(new TextDecoder().decode(content), path)
}

function compareElements(
  names: readonly [string, string],
  a: XmlElement,
  b: XmlElement,
  place = a.name,
): string | undefined {
  const told = (what: string, left: string, right: string) =>
    `${place} has ${what} ${left} in ${names[0]}, ${right} in ${names[1]}`
  if (a.name !== b.name) return told('the element', a.name, b.name)
  if (a.name === 'Managed') return undefined
  if (attributesOf(a) !== attributesOf(b)) {
    return told('the attributes', attributesOf(a), attributesOf(b))
  }
  if (a.text.trim() !== b.text.trim()) return told('the text', quoted(a.text), quoted(b.text))
  const children = (one: XmlElement) => one.children.map(({ name }) => name).join(', ')
  if (children(a) !== children(b)) return told('the children', children(a), children(b))
  const others = inOrder(b)
  for (const [at, child] of inOrder(a).entries()) {
    const other = others[at]
    if (!other) continue
    const index = a.children.slice(0, at).filter(({ name }) => name === child.name).length + 1
    const found = compareElements(names, child, other, `${place}/${child.name}[${index}]`)
    if (found !== undefined) return found
  }
  return undefined
}

/** The children; those of a list without an order in one of their own. */
function inOrder({ name, children }: XmlElement): readonly XmlElement[] {
  if (name !== 'RootComponents') return children
  return [...children].sort((a, b) => (attributesOf(a) < attributesOf(b) ? -1 : 1))
}

function attributesOf({ attributes }: XmlElement): string {
  const sorted = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))
  return sorted.length === 0
    ? 'none'
    : sorted.map(([name, value]) => `${name}="${value}"`).join(' ')
}

function quoted(text: string): string {
  return `'${text.length > 80 ? `${text.slice(0, 80)}...` : text}'`
}
