import { bareId, deviations } from '../model/solution/index.js'
import type { Settings } from '../model/solution/index.js'
import { childOf, childrenOf, textAt } from '../model/xml.js'
import type { XmlElement } from '../model/xml.js'
import { SolutionFormatError } from './error.js'

type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> }

/** The parts that are there: optional properties are left out, never undefined. */
export function given<T extends object>(parts: T): Given<T> {
  return Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined),
  ) as Given<T>
}

/** A list that has entries, or undefined. */
export const filled = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length > 0 ? list : undefined

/** The text of a child that must be there. */
export function requiredText(parent: XmlElement, name: string, source: string): string {
  const text = textAt(parent, name)
  if (text !== undefined && text !== '') return text
  throw new SolutionFormatError(source, `<${parent.name}> has no <${name}>.`, parent.line)
}

/** An attribute that must be there. */
export function requiredAttribute(parent: XmlElement, name: string, source: string): string {
  const value = parent.attributes[name]
  if (value !== undefined && value !== '') return value
  throw new SolutionFormatError(source, `<${parent.name}> has no ${name}.`, parent.line)
}

/** The id in a child that must be there, as the model has it. */
export const requiredId = (parent: XmlElement, name: string, source: string): string =>
  bareId(requiredText(parent, name, source))

/** The text of a `LocalizedNames` or `Descriptions` below `parent`; English where it is there. */
export function labelAt(parent: XmlElement, list: string): string | undefined {
  const labels = childrenOf(childOf(parent, list))
  const label = labels.find(({ attributes }) => attributes.languagecode === '1033') ?? labels[0]
  return label?.attributes.description
}

interface SettingsParts {
  readonly standard: Settings
  /** Children and attributes that the model has words for. */
  readonly known: ReadonlySet<string>
}

/** The children that hold only text, where they deviate from the standard. */
export function settingElements(parent: XmlElement, { standard, known }: SettingsParts) {
  const texts = parent.children.filter(
    ({ name, children, attributes }) =>
      !known.has(name) && children.length === 0 && Object.keys(attributes).length === 0,
  )
  return deviations(standard, Object.fromEntries(texts.map(({ name, text }) => [name, text])))
}

/** The attributes, where they deviate from the standard. */
export function settingAttributes(parent: XmlElement, { standard, known }: SettingsParts) {
  const others = Object.entries(parent.attributes).filter(([name]) => !known.has(name))
  return deviations(standard, Object.fromEntries(others))
}

/** The children that are neither known nor text. */
export const restOf = (
  parent: XmlElement,
  known: ReadonlySet<string>,
): readonly XmlElement[] | undefined =>
  filled(
    parent.children.filter(
      ({ name, children, attributes }) =>
        !known.has(name) && (children.length > 0 || Object.keys(attributes).length > 0),
    ),
  )
