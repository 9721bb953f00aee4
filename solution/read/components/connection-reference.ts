import { bareId, standardConnectionReference } from '../../model/solution/index.js'
import type { ConnectionReference } from '../../model/solution/index.js'
import { textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { given, requiredAttribute, settingElements } from '../parts.js'

const known = new Set(['connectionreferencedisplayname', 'connectorid', 'customconnectorid'])

/** @throws SolutionFormatError for a connection reference without a logical name. */
export function readConnectionReference(
  reference: XmlElement,
  source: string,
): ConnectionReference {
  const logicalName = requiredAttribute(reference, 'connectionreferencelogicalname', source)
  const customConnector = textAt(reference, 'customconnectorid', 'connectorid')
  return {
    logicalName,
    label: textAt(reference, 'connectionreferencedisplayname') ?? logicalName,
    connectorId: textAt(reference, 'connectorid') ?? '',
    ...given({
      customConnectorId: customConnector === undefined ? undefined : bareId(customConnector),
      settings: settingElements(reference, { standard: standardConnectionReference, known }),
    }),
  }
}
