import { bracedId, standardFlow, withStandard } from '../../model/solution/index.js'
import type { Flow } from '../../model/solution/index.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { descriptions, localizedNames, textElements } from '../elements.js'

/** `Workflow` */
export function emitFlow(flow: Flow): XmlElement {
  const { id, name, description, settings, rest = [] } = flow
  return element('Workflow', { WorkflowId: bracedId(id), Name: name, Description: description }, [
    textElement('JsonFileName', `/${flowPath(flow)}`),
    ...textElements(withStandard(standardFlow, settings)),
    localizedNames(name),
    description === undefined ? undefined : descriptions(description),
    ...rest,
  ])
}

/** As exports name it: the name's letters, digits and hyphens, and the id. */
export const flowPath = ({ id, name }: Flow): string =>
  `Workflows/${name.replace(/[^\w-]/g, '')}-${id.toUpperCase()}.json`
