import type { XmlElement } from '../../../../solution/model/xml.js'

/**
 * What `emitted` says otherwise than `original`, a line each. Attributes and children of different
 * names stand in any order, those of one name in theirs; ids compare without case and braces.
 */
export function differences(original: XmlElement, emitted: XmlElement): readonly string[] {
  return compare(original, emitted, original.name)
}

function compare(original: XmlElement, emitted: XmlElement, path: string): readonly string[] {
  const attributes = union(Object.keys(original.attributes), Object.keys(emitted.attributes))
  return [
    ...attributes.flatMap((name) =>
      compareTexts(original.attributes[name], emitted.attributes[name], `${path}@${name}`),
    ),
    ...compareTexts(original.text, emitted.text, path),
    ...union(namesOf(original), namesOf(emitted)).flatMap((name) =>
      compareChildren(named(original, name), named(emitted, name), `${path}/${name}`),
    ),
  ]
}

function compareChildren(
  originals: readonly XmlElement[],
  emitted: readonly XmlElement[],
  path: string,
): readonly string[] {
  const length = Math.max(originals.length, emitted.length)
  return Array.from({ length }, (_, at) => {
    const [one, other] = [originals[at], emitted[at]]
    if (one && other) return compare(one, other, path)
    return [`${path} is ${one ? 'lost' : 'added'}`]
  }).flat()
}

function compareTexts(
  original: string | undefined,
  emitted: string | undefined,
  path: string,
): readonly string[] {
  if (normal(original) === normal(emitted)) return []
  return [`${path} is ${shown(emitted)} instead of ${shown(original)}`]
}

const id = /\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?/gi
const isIds = new RegExp(`^(?:${id.source},?)+$`, 'i')

const normal = (text: string | undefined): string | undefined =>
  text !== undefined && isIds.test(text)
    ? text.replace(id, (_, bare: string) => bare.toLowerCase())
    : text

const shown = (text: string | undefined): string => (text === undefined ? 'nothing' : `'${text}'`)
const namesOf = ({ children }: XmlElement) => children.map(({ name }) => name)
const named = ({ children }: XmlElement, name: string) =>
  children.filter((one) => one.name === name)
const union = (...lists: readonly (readonly string[])[]) => [...new Set(lists.flat())]
