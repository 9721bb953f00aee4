import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import type { Settings } from '../../model/solution/index.js'

/** The language of the texts in the model: English, United States. */
const language = '1033'

/** An id as exports write it: in braces. An empty one is not written. */
export const braced = (id: string | undefined): string | undefined => (id ? `{${id}}` : undefined)

/** The label of a part of a form. */
export function labels(label: string): XmlElement {
  return element('labels', {}, [element('label', { description: label, languagecode: language })])
}

/** `LocalizedNames`, then `Descriptions` where there is one. */
export function namesOf({ name, description }: NamedComponent): readonly XmlElement[] {
  const names = element('LocalizedNames', {}, [
    element('LocalizedName', { description: name, languagecode: language }),
  ])
  if (description === undefined) return [names]
  const text = element('Description', { description, languagecode: language })
  return [names, element('Descriptions', {}, [text])]
}

interface NamedComponent {
  readonly name: string
  readonly description?: string
}

/** An element for each setting that is given, in the order of `names`. */
export function settingElements(
  settings: Settings,
  ...names: readonly string[]
): readonly XmlElement[] {
  return names.flatMap((name) => {
    const value = settings[name]
    return value === undefined ? [] : [textElement(name, value)]
  })
}

/** What is left of the standard's parameters beside `given` ones, then those. */
export function parametersOver(
  standard: Settings,
  given: readonly XmlElement[] = [],
): readonly XmlElement[] {
  const names = new Set(given.map(({ name }) => name))
  const kept = Object.entries(standard).filter(([name]) => !names.has(name))
  return [...kept.map(([name, value]) => textElement(name, value)), ...given]
}
