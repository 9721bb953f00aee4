import { childOf, childrenOf, elementAt, textAt } from '../../../model/xml.js'
import type { XmlElement } from '../../../model/xml.js'
import { chartFacts } from './chart.js'
import type { ChartFacts } from './chart.js'
import { columnFacts } from './column.js'
import type { ColumnFacts } from './column.js'
import { tableForms } from './form.js'
import type { FormFacts } from './form.js'
import { placeAt } from './place.js'
import type { Files, Place } from './place.js'
import { viewFacts } from './view.js'
import type { ViewFacts } from './view.js'

/** An `Entity` of the package. */
export interface TableFacts {
  readonly logicalName: string
  /** The name in its own letter case: of `EntityInfo > entity`, else the text of `Name`. */
  readonly schemaName: string
  readonly node: XmlElement
  /** `EntityInfo > entity`; absent where the package only adds forms or views to the table. */
  readonly entity: XmlElement | undefined
  /** The package brings the table with all its columns (RootComponent behavior 0). */
  readonly whole: boolean
  /** Whole, and neither an activity nor the table of a business process flow. */
  readonly ordinary: boolean
  readonly ownership: string
  readonly columns: readonly ColumnFacts[]
  readonly forms: readonly FormFacts[]
  readonly views: readonly ViewFacts[]
  readonly charts: readonly ChartFacts[]
  readonly place: Place
}

/** Behaviours of root components of tables by logical name. */
export type Behaviors = ReadonlyMap<string, string>

export function tableFacts(node: XmlElement, files: Files, behaviors: Behaviors): TableFacts {
  const entity = elementAt(node, 'EntityInfo', 'entity')
  const schemaName = entity?.attributes.Name ?? textAt(node, 'Name') ?? ''
  const logicalName = schemaName.toLowerCase()
  const file = files.ending(`Entities/${schemaName}/Entity.xml`)
  const place = placeAt(file, `Entity ${schemaName || '(without name)'}`, node)
  const whole = entity !== undefined && (behaviors.get(logicalName) ?? '0') === '0'
  return {
    logicalName,
    schemaName,
    node,
    entity,
    whole,
    ordinary:
      whole && textAt(entity, 'IsActivity') !== '1' && textAt(entity, 'IsBPFEntity') !== '1',
    ownership: textAt(entity, 'OwnershipTypeMask') ?? '',
    columns: childrenOf(childOf(entity, 'attributes'), 'attribute').map((attribute) =>
      columnFacts(place, attribute),
    ),
    forms: tableForms(place, files, node),
    views: childrenOf(elementAt(node, 'SavedQueries', 'savedqueries'), 'savedquery').map((view) =>
      viewFacts(place, files, view),
    ),
    charts: childrenOf(childOf(node, 'Visualizations'), 'visualization').map((chart) =>
      chartFacts(place, files, chart),
    ),
    place,
  }
}

export function columnNamed(table: TableFacts, name: string): ColumnFacts | undefined {
  const logicalName = name.toLowerCase()
  return table.columns.find((column) => column.logicalName === logicalName)
}
