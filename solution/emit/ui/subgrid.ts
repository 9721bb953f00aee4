import { standardSubgrid } from '../../model/solution/index.js'
import type { SubgridControl } from '../../model/solution/index.js'
import { textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { parametersOver } from './parts.js'

/** The children of `parameters` of a subgrid. */
export function subgridParameters(control: SubgridControl): readonly XmlElement[] {
  const { source, recordsPerPage, parameters } = control
  const { table, viewId, relationship = '', viewPicker = false, viewIds = [viewId] } = source
  return [
    textElement('ViewId', `{${viewId}}`),
    textElement('RelationshipName', relationship),
    textElement('TargetEntityType', table),
    textElement('EnableViewPicker', String(viewPicker)),
    textElement('ViewIds', viewIds.map((id) => `{${id}}`).join(',')),
    textElement('RecordsPerPage', recordsPerPage),
    ...parametersOver(standardSubgrid, parameters),
  ]
}
