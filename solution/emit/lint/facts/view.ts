import { childOf, childrenOf, descendants, elementAt, textAt } from '../../../model/xml.js'
import type { XmlElement } from '../../../model/xml.js'
import { bareId } from './names.js'
import { placeAt } from './place.js'
import type { Files, Place } from './place.js'

/** A `savedquery` of a table. */
export interface ViewFacts {
  readonly id: string
  readonly name: string
  /** `querytype`: 0 public, 1 advanced find, 2 associated, 4 quick find, 64 lookup, 8192 mine. */
  readonly type: string
  readonly isDefault: boolean
  readonly node: XmlElement
  readonly grid: XmlElement | undefined
  readonly row: XmlElement | undefined
  readonly cells: readonly XmlElement[]
  /** `fetch > entity` */
  readonly query: XmlElement | undefined
  readonly place: Place
}

export function viewFacts(table: Place, files: Files, node: XmlElement): ViewFacts {
  const id = bareId(textAt(node, 'savedqueryid'))
  const name =
    elementAt(node, 'LocalizedNames', 'LocalizedName')?.attributes.description ?? '(without name)'
  const file = id === '' ? files.customizations : files.ending(`/SavedQueries/{${id}}.xml`)
  const grid = elementAt(node, 'layoutxml', 'grid')
  const row = childOf(grid, 'row')
  return {
    id,
    name,
    type: textAt(node, 'querytype') ?? '',
    isDefault: textAt(node, 'isdefault') === '1',
    node,
    grid,
    row,
    cells: childrenOf(row, 'cell'),
    query: elementAt(node, 'fetchxml', 'fetch', 'entity'),
    place: placeAt(file, `${table.element} > savedquery "${name}" {${id}}`, node),
  }
}

/** `link-entity` elements of a query at any depth. */
export function linksOf(query: XmlElement | undefined): readonly XmlElement[] {
  return query ? [...descendants(query)].filter(({ name }) => name === 'link-entity') : []
}
