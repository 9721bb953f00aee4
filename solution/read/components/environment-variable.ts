import { environmentVariableType, standardEnvironmentVariable } from '../../model/solution/index.js'
import type { EnvironmentVariable, EnvironmentVariableType } from '../../model/solution/index.js'
import { childOf, textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { SolutionFormatError } from '../error.js'
import { given, requiredAttribute, requiredText, settingElements } from '../parts.js'
import { parseXml } from '../xml.js'
import type { PackageFiles } from './package-files.js'

const known = new Set(['defaultvalue', 'description', 'displayname', 'isrequired', 'type'])

/** All environment variables: the platform keeps each in a file of its own. */
export function readEnvironmentVariables(files: PackageFiles): readonly EnvironmentVariable[] {
  const definitions = [...files.left().keys()].filter((path) =>
    /^environmentvariabledefinitions\/[^/]+\/environmentvariabledefinition\.xml$/.test(path),
  )
  return definitions.sort().map((path) => {
    const source = `${files.source}/${path}`
    return readEnvironmentVariable(parseXml(files.takeText(path), source), source)
  })
}

function readEnvironmentVariable(definition: XmlElement, source: string): EnvironmentVariable {
  const schemaName = requiredAttribute(definition, 'schemaname', source)
  return {
    schemaName,
    label: labelOf(definition, 'displayname') ?? schemaName,
    type: typeOf(definition, source),
    ...given({
      description: labelOf(definition, 'description'),
      defaultValue: textAt(definition, 'defaultvalue'),
      required: textAt(definition, 'isrequired') === '1' ? true : undefined,
      settings: settingElements(definition, { standard: standardEnvironmentVariable, known }),
    }),
  }
}

const labelOf = (definition: XmlElement, name: string): string | undefined =>
  childOf(definition, name)?.attributes.default

function typeOf(definition: XmlElement, source: string): EnvironmentVariableType {
  const text = requiredText(definition, 'type', source)
  const names = Object.keys(environmentVariableType) as EnvironmentVariableType[]
  const type = names.find((name) => String(environmentVariableType[name]) === text)
  if (type) return type
  const expected = Object.values(environmentVariableType).join(', ')
  throw new SolutionFormatError(source, `type '${text}' is none of ${expected}.`, definition.line)
}
