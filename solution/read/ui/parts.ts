import { bareId } from '../../model/solution/id.js'
import { childrenOf, elementAt, textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { SolutionFormatError } from '../error.js'
import { given as fieldsOf, labelAt } from '../parts.js'

/** The file that forms, views, charts and dashboards stand in. */
const source = 'customizations.xml'

export { bareId }

type Given<T> = {
  [Key in keyof T]: object extends Pick<T, Key> ? T[Key] | undefined : T[Key]
}

/** A whole model value without the optional fields that are undefined. */
export const given = <T extends object>(parts: Given<T>): T => fieldsOf(parts) as T

/** The id in a child element. Throws SolutionFormatError where there is none. */
export function idAt(parent: XmlElement, name: string): string {
  const id = bareId(textAt(parent, name))
  if (id !== '') return id
  throw new SolutionFormatError(source, `<${parent.name}> has no <${name}>.`, parent.line)
}

/** The element at the end of a path. Throws SolutionFormatError where a step is missing. */
export function requiredAt(parent: XmlElement, ...path: readonly string[]): XmlElement {
  const found = elementAt(parent, ...path)
  if (found) return found
  throw new SolutionFormatError(
    source,
    `<${parent.name}> has no <${path.join('><')}>, expected one.`,
    parent.line,
  )
}

export const isTrue = (text: string | undefined): boolean =>
  text === '1' || text?.toLowerCase() === 'true'

/** The label of a part of a form: in the base language, else the first. */
export const labelOf = (part: XmlElement): string => labelAt(part, 'labels') ?? ''

export const nameOf = (component: XmlElement): string => labelAt(component, 'LocalizedNames') ?? ''

export const descriptionOf = (component: XmlElement): string | undefined =>
  labelAt(component, 'Descriptions')

/** The attributes that are none of `names`; undefined where there are none. */
export function otherAttributes(
  { attributes }: XmlElement,
  ...names: readonly string[]
): Readonly<Record<string, string>> | undefined {
  const others = Object.entries(attributes).filter(([name]) => !names.includes(name))
  return others.length === 0 ? undefined : Object.fromEntries(others)
}

/** The children that have none of `names`; undefined where there are none. */
export function otherChildren(
  { children }: XmlElement,
  ...names: readonly string[]
): readonly XmlElement[] | undefined {
  const others = children.filter(({ name }) => !names.includes(name))
  return others.length === 0 ? undefined : others
}

/** The texts of the children that `standard` has names for. */
export function standardTexts(
  parent: XmlElement,
  standard: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const texts = parent.children.filter(({ name }) => name in standard)
  return Object.fromEntries(texts.map(({ name, text }) => [name, text]))
}

/** The parameters that are no words of the model and not as the standard has them. */
export function furtherParameters(
  parameters: XmlElement | undefined,
  words: readonly string[],
  standard: Readonly<Record<string, string>>,
): readonly XmlElement[] | undefined {
  const further = childrenOf(parameters).filter(
    ({ name, text, children }) =>
      !words.includes(name) && !(standard[name] === text && children.length === 0),
  )
  return further.length === 0 ? undefined : further
}
