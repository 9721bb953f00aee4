import {
  environmentVariableType,
  standardEnvironmentVariable,
  withStandard,
} from '../../model/solution/index.js'
import type { EnvironmentVariable } from '../../model/solution/index.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { language, textElements } from '../elements.js'

/** `environmentvariabledefinition`; the platform reads its file only without an XML declaration. */
export function emitEnvironmentVariable(variable: EnvironmentVariable): XmlElement {
  const { schemaName, label, description, type, defaultValue, required = false } = variable
  const children = [
    ...textElements(withStandard(standardEnvironmentVariable, variable.settings)),
    defaultValue === undefined ? undefined : textElement('defaultvalue', defaultValue),
    description === undefined ? undefined : labelled('description', description),
    labelled('displayname', label),
    textElement('isrequired', required),
    textElement('type', environmentVariableType[type]),
  ]
  const given = children.filter((child) => child !== undefined)
  return element(
    'environmentvariabledefinition',
    { schemaname: schemaName },
    given.sort((a, b) => (a.name < b.name ? -1 : 1)),
  )
}

const labelled = (name: string, text: string): XmlElement =>
  element(name, { default: text }, [
    element('label', { description: text, languagecode: language }),
  ])

export const environmentVariablePath = ({ schemaName }: EnvironmentVariable): string =>
  `environmentvariabledefinitions/${schemaName}/environmentvariabledefinition.xml`
