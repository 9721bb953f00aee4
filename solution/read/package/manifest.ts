import { bareId } from '../../model/solution/index.js'
import type { ComponentReference, Publisher, Requirement } from '../../model/solution/index.js'
import { childOf, childrenOf, textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { SolutionFormatError } from '../error.js'
import { filled, given, labelAt, requiredAttribute, requiredText } from '../parts.js'

/** What solution.xml says. */
export interface Manifest {
  readonly uniqueName: string
  readonly label: string
  readonly description: string
  readonly version: string
  readonly publisher: Publisher
  readonly requires: readonly Requirement[]
  /** The `RootComponent` elements. */
  readonly rootComponents: readonly XmlElement[]
}

/** @throws SolutionFormatError for a manifest without names, version or publisher. */
export function readManifest(root: XmlElement, packageSource: string): Manifest {
  const source = `${packageSource}/solution.xml`
  const manifest = requiredChild(root, 'SolutionManifest', source)
  const uniqueName = requiredText(manifest, 'UniqueName', source)
  return {
    uniqueName,
    label: labelAt(manifest, 'LocalizedNames') ?? uniqueName,
    description: labelAt(manifest, 'Descriptions') ?? '',
    version: requiredText(manifest, 'Version', source),
    publisher: readPublisher(requiredChild(manifest, 'Publisher', source), source),
    requires: childrenOf(childOf(manifest, 'MissingDependencies')).map((dependency) =>
      readRequirement(dependency, source),
    ),
    rootComponents: childrenOf(childOf(manifest, 'RootComponents')),
  }
}

function requiredChild(parent: XmlElement, name: string, source: string): XmlElement {
  const child = childOf(parent, name)
  if (child) return child
  throw new SolutionFormatError(source, `<${parent.name}> has no <${name}>.`, parent.line)
}

function readPublisher(publisher: XmlElement, source: string): Publisher {
  const uniqueName = requiredText(publisher, 'UniqueName', source)
  const optional = (name: string) => {
    const text = textAt(publisher, name)
    return text === '' ? undefined : text
  }
  return {
    uniqueName,
    label: labelAt(publisher, 'LocalizedNames') ?? uniqueName,
    description: labelAt(publisher, 'Descriptions') ?? '',
    prefix: requiredText(publisher, 'CustomizationPrefix', source),
    optionValuePrefix: Number(requiredText(publisher, 'CustomizationOptionValuePrefix', source)),
    ...given({ email: optional('EMailAddress'), website: optional('SupportingWebsiteUrl') }),
  }
}

function readRequirement(dependency: XmlElement, source: string): Requirement {
  const required = requiredChild(dependency, 'Required', source)
  const { solution = '', ...attributes } = required.attributes
  return {
    required: {
      ...readReference(required, source, attributes),
      solution,
      ...given({ packages: filled(required.children) }),
    },
    dependent: readReference(requiredChild(dependency, 'Dependent', source), source),
  }
}

function readReference(
  reference: XmlElement,
  source: string,
  attributes = reference.attributes,
): ComponentReference {
  const { type: _, id, schemaName, displayName, ...others } = attributes
  const { parentSchemaName, parentDisplayName, ...settings } = others
  return {
    type: requiredAttribute(reference, 'type', source),
    ...given({
      schemaName,
      displayName,
      parentSchemaName,
      parentDisplayName,
      id: id === undefined ? undefined : bareId(id),
      settings: Object.keys(settings).length > 0 ? settings : undefined,
    }),
  }
}
