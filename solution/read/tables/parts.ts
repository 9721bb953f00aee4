import type { Deviations } from '../../model/deviations.js'
import { deviationsFrom } from '../../model/solution/standard.js'
import type { Standard } from '../../model/solution/standard.js'
import { childOf, childrenOf } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { SolutionFormatError } from '../error.js'

/** The children of an element, sorted out for the model. */
export interface Parts {
  readonly element: XmlElement
  /** Texts of those that hold only text, in order; '' for those in `structures`. */
  readonly texts: ReadonlyMap<string, string>
  /** Those with children of their own that the model has words for. */
  readonly structures: ReadonlyMap<string, XmlElement>
  /** All others. */
  readonly rest: readonly XmlElement[]
}

/** @param structured names of the children that the model reads itself. */
export function partsOf(element: XmlElement, structured: readonly string[]): Parts {
  const texts = new Map<string, string>()
  const structures = new Map<string, XmlElement>()
  const rest: XmlElement[] = []
  for (const child of element.children) {
    const { name, children, attributes, text } = child
    if (texts.has(name)) rest.push(child)
    else if (structured.includes(name)) {
      structures.set(name, child)
      texts.set(name, '')
    } else if (children.length === 0 && Object.keys(attributes).length === 0) texts.set(name, text)
    else rest.push(child)
  }
  return { element, texts, structures, rest }
}

/** What of the element differs from the standard of its kind. */
export function deviationsOf(usual: Standard, { texts, rest }: Parts): Deviations {
  return { ...deviationsFrom(usual, texts), ...(rest.length === 0 ? {} : { rest }) }
}

/** The one language of the model: English (United States), or the first that there is. */
const language = '1033'

/** The text of a list of labels; undefined where the list is missing or empty. */
export function labelOf(list: XmlElement | undefined): string | undefined {
  const labels = childrenOf(list)
  const label =
    labels.find(({ attributes }) => attributes['languagecode'] === language) ?? labels[0]
  return label?.attributes['description']
}

export function displayName(parent: XmlElement): string | undefined {
  return labelOf(childOf(parent, 'displaynames'))
}

export function descriptionOf(parent: XmlElement): string | undefined {
  return labelOf(childOf(parent, 'Descriptions'))
}

/** An error about an element of customizations.xml. */
export function formatError({ line }: XmlElement, message: string): SolutionFormatError {
  return new SolutionFormatError('customizations.xml', message, line)
}

/** The attribute of this name; throws SolutionFormatError where the element has none. */
export function attributeOf(element: XmlElement, name: string, place: string): string {
  const value = element.attributes[name]
  if (value === undefined || value === '') {
    throw formatError(element, `${place}: <${element.name}> needs the attribute ${name}.`)
  }
  return value
}

/** The number in a text; throws SolutionFormatError for anything else. */
export function numberOf(text: string, element: XmlElement, place: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (Number.isFinite(value)) return value
  throw formatError(element, `${place}: expected a number in <${element.name}>, found '${text}'.`)
}
