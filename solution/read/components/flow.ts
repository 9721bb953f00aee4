import { bareId, standardFlow } from '../../model/solution/index.js'
import type { Flow } from '../../model/solution/index.js'
import { textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { given, requiredAttribute, restOf, settingElements } from '../parts.js'
import type { PackageFiles } from './package-files.js'

const known = new Set(['JsonFileName', 'LocalizedNames', 'Descriptions'])

/** Whether a process is a cloud flow: category 5, defined in JSON. */
export const isFlow = (process: XmlElement): boolean =>
  textAt(process, 'Category') === '5' && textAt(process, 'JsonFileName') !== undefined

/** @throws SolutionFormatError for a flow without id or name. */
export function readFlow(flow: XmlElement, files: PackageFiles): Flow {
  return {
    id: bareId(requiredAttribute(flow, 'WorkflowId', files.source)),
    name: requiredAttribute(flow, 'Name', files.source),
    definition: files.takeText(textAt(flow, 'JsonFileName')),
    ...given({
      description: flow.attributes.Description,
      settings: settingElements(flow, { standard: standardFlow, known }),
      rest: restOf(flow, known),
    }),
  }
}
