import { standardConnectionReference, withStandard } from '../../model/solution/index.js'
import type { ConnectionReference } from '../../model/solution/index.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { textElements } from '../elements.js'

/** `connectionreference` */
export function emitConnectionReference(reference: ConnectionReference): XmlElement {
  const { logicalName, label, connectorId, customConnectorId, settings } = reference
  return element('connectionreference', { connectionreferencelogicalname: logicalName }, [
    textElement('connectionreferencedisplayname', label),
    textElement('connectorid', connectorId),
    customConnectorId === undefined
      ? undefined
      : element('customconnectorid', {}, [textElement('connectorid', customConnectorId)]),
    ...textElements(withStandard(standardConnectionReference, settings)),
  ])
}
