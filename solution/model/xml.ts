/** An element of a platform file. Text stands only where an element has no element children. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The text of an element without children, entities resolved; empty for none. */
  readonly text: string
  /** Where a parser found it: the line of its start tag, from 1. Absent on elements of our making. */
  readonly line?: number
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** An element with children or text; attributes and children that are `undefined` are left out. */
export function element(
  name: string,
  attributes: Attributes = {},
  content: readonly (XmlElement | undefined)[] | string | number = [],
): XmlElement {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)] as const],
  )
  const children = Array.isArray(content)
    ? (content as readonly (XmlElement | undefined)[]).filter((child) => child !== undefined)
    : []
  return Object.freeze({
    name,
    attributes: Object.freeze(Object.fromEntries(given)),
    children: Object.freeze(children),
    text: Array.isArray(content) ? '' : String(content as string | number),
  })
}

/** An element that holds only text: `<Managed>0</Managed>`. Flags are written 1 and 0. */
export function textElement(name: string, value: string | number | boolean): XmlElement {
  return element(name, {}, typeof value === 'boolean' ? Number(value) : value)
}

/** The first child of this name, or undefined. */
export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((child) => child.name === name)
}

/** All children of this name, in order; of all names when none is given. */
export function childrenOf(parent: XmlElement | undefined, name?: string): readonly XmlElement[] {
  const children = parent?.children ?? []
  return name === undefined ? children : children.filter((child) => child.name === name)
}

/** The element at the end of a path of child names, or undefined where a step is missing. */
export function elementAt(
  parent: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(childOf, parent)
}

/** The text at the end of a path of child names, or undefined where a step is missing. */
export function textAt(
  parent: XmlElement | undefined,
  ...path: readonly string[]
): string | undefined {
  return elementAt(parent, ...path)?.text
}

/** The element itself and everything below it, depth first, in document order. */
export function* descendants(root: XmlElement): Generator<XmlElement> {
  yield root
  for (const child of root.children) yield* descendants(child)
}
