import type { Settings } from '../model/solution/index.js'
import { element, textElement } from '../model/xml.js'
import type { XmlElement } from '../model/xml.js'

/** The language of all labels: English. */
export const language = 1033

/** An element for each setting. */
export const textElements = (settings: Settings): readonly XmlElement[] =>
  Object.entries(settings).map(([name, text]) => textElement(name, text))

/** `<LocalizedNames>` with one name. */
export const localizedNames = (name: string): XmlElement =>
  element('LocalizedNames', {}, [
    element('LocalizedName', { description: name, languagecode: language }),
  ])

/** `<Descriptions>`, empty without one. */
export const descriptions = (description: string | undefined): XmlElement =>
  element('Descriptions', {}, [
    description === undefined || description === ''
      ? undefined
      : element('Description', { description, languagecode: language }),
  ])
