import { standardConnector, withStandard } from '../../model/solution/index.js'
import type { Connector } from '../../model/solution/index.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { textElements } from '../elements.js'

/** `Connector` */
export function emitConnector(connector: Connector): XmlElement {
  const { id, name, label, description, iconColor } = connector
  return element('Connector', {}, [
    textElement('connectorid', id),
    textElement('description', description),
    textElement('displayname', label),
    textElement('iconbrandcolor', iconColor),
    textElement('name', name),
    ...textElements(withStandard(standardConnector, connector.settings)),
    ...partsOf(connector).map(({ part, path }) => textElement(part, `/${path}`)),
  ])
}

export const connectorFiles = (
  connector: Connector,
): readonly (readonly [path: string, content: Uint8Array])[] =>
  partsOf(connector).map(({ path, content }) => [path, content])

interface ConnectorPart {
  readonly part: string
  readonly path: string
  readonly content: Uint8Array
}

/** The definition and the connection's parameters are always there, the others where they say something. */
function partsOf(connector: Connector): readonly ConnectorPart[] {
  const file = (part: string, extension: string, content: Uint8Array | string): ConnectorPart => ({
    part,
    path: `Connector/${connector.name}_${part}.${extension}`,
    content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  })
  const policies = connector.policyTemplateInstances
  return [
    file('openapidefinition', 'json', connector.openApiDefinition),
    file('connectionparameters', 'json', connector.connectionParameters),
    ...(policies === '' ? [] : [file('policytemplateinstances', 'json', policies)]),
    ...(connector.icon.length === 0 ? [] : [file('iconblob', 'Png', connector.icon)]),
  ]
}
