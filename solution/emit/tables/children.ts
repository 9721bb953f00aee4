import type { Deviations } from '../../model/deviations.js'
import type { Standard } from '../../model/solution/standard.js'
import { textsOf } from '../../model/solution/standard.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'

/** The one language of our texts: English (United States). */
const languagecode = '1033'

/** A list with one label: `<displaynames><displayname description="..." languagecode="1033" />`. */
export function labelList(list: string, entry: string, text: string): XmlElement {
  return element(list, {}, [element(entry, { description: text, languagecode })])
}

export function displayNames(label: string): XmlElement {
  return labelList('displaynames', 'displayname', label)
}

export function descriptions(text: string): XmlElement {
  return labelList('Descriptions', 'Description', text)
}

/**
 * The children of an element in the order of its standard list.
 *
 * @param parts elements with children, by name: each stands where its list has its name.
 */
export function childrenInOrder(
  usual: Standard,
  deviations: Deviations,
  parts: Readonly<Record<string, XmlElement | undefined>>,
): readonly XmlElement[] {
  const named = [...textsOf(usual, deviations)].map(
    ([name, text]) => parts[name] ?? textElement(name, text),
  )
  return [...named, ...(deviations.rest ?? [])]
}
