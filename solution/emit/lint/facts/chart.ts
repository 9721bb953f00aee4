import { elementAt, textAt } from '../../../model/xml.js'
import type { XmlElement } from '../../../model/xml.js'
import { bareId } from './names.js'
import { placeAt } from './place.js'
import type { Files, Place } from './place.js'

/** A `visualization` of a table. */
export interface ChartFacts {
  readonly id: string
  /** `datadescription > datadefinition` */
  readonly definition: XmlElement | undefined
  readonly place: Place
}

export function chartFacts(table: Place, files: Files, node: XmlElement): ChartFacts {
  const id = bareId(textAt(node, 'savedqueryvisualizationid'))
  const file = id === '' ? files.customizations : files.ending(`/Visualizations/{${id}}.xml`)
  return {
    id,
    definition: elementAt(node, 'datadescription', 'datadefinition'),
    place: placeAt(file, `${table.element} > visualization {${id}}`, node),
  }
}
