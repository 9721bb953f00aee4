import type { XmlElement } from '../model/xml.js'

export const xmlDeclaration = '<?xml version="1.0" encoding="utf-8"?>'

/**
 * The text of a platform file: declaration, two spaces a level, an element's text exactly as it is.
 * What the parser of `solution/read` reads from it is equal to `root`.
 *
 * @throws Error for a character that XML cannot hold, with the element's name.
 */
export function writeXml(root: XmlElement): string {
  return `${xmlDeclaration}\n${writeFragment(root)}`
}

/** The same without declaration, for the files that the platform reads only without one. */
export function writeFragment(root: XmlElement): string {
  const lines: string[] = []
  write(root, '', lines)
  return `${lines.join('\n')}\n`
}

function write(element: XmlElement, indent: string, lines: string[]): void {
  const { name, children, text } = element
  const start = `${indent}<${name}${attributesOf(element)}`
  if (children.length > 0) {
    lines.push(`${start}>`)
    for (const child of children) write(child, `${indent}  `, lines)
    lines.push(`${indent}</${name}>`)
  } else if (text === '') lines.push(`${start} />`)
  else lines.push(`${start}>${textOf(element)}</${name}>`)
}

function attributesOf(element: XmlElement): string {
  return Object.entries(element.attributes)
    .map(([key, value]) => {
      const checked = writable(value, `attribute ${key} of <${element.name}>`)
      return ` ${key}="${checked.replace(/[&<>"\t\n\r]/g, escaped)}"`
    })
    .join('')
}

/** White space with a line break would be taken for formatting; an empty section marks it as text. */
function textOf({ name, text }: XmlElement): string {
  const checked = writable(text, `<${name}>`).replace(/[&<>\r]/g, escaped)
  return /^\s*\n\s*$/.test(text) ? `<![CDATA[]]>${checked}` : checked
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function escaped(character: string): string {
  return entities[character] ?? `&#${character.charCodeAt(0)};`
}

/** Everything but the `Char` of XML 1.0 (section 2.2), half a surrogate pair included. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

function writable(text: string, place: string): string {
  const found = unwritable.exec(text)
  if (!found) return text
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  throw new Error(`The ${place} holds U+${code} at ${found.index}, which XML cannot hold.`)
}
