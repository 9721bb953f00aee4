import { textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'

/** The one-to-many relationships of a package, found by the column that they are of. */
export interface RelationshipIndex {
  /** By `table.column`, logical names. */
  readonly ofColumn: ReadonlyMap<string, readonly XmlElement[]>
  /** Schema names, by logical name, of the tables that the package brings. */
  readonly tableNames: ReadonlyMap<string, string>
}

const indexes = new WeakMap<readonly XmlElement[], RelationshipIndex>()

/** The index of these `EntityRelationship` elements; made once for a list. */
export function indexRelationships(elements: readonly XmlElement[]): RelationshipIndex {
  const known = indexes.get(elements)
  if (known) return known
  const index = build(elements)
  indexes.set(elements, index)
  return index
}

export function columnKey(table: string, column: string): string {
  return `${table}.${column}`.toLowerCase()
}

function build(elements: readonly XmlElement[]): RelationshipIndex {
  const ofColumn = new Map<string, XmlElement[]>()
  const tableNames = new Map<string, string>()
  for (const element of elements) {
    const table = textAt(element, 'ReferencingEntityName')
    const column = textAt(element, 'ReferencingAttributeName')
    if (table === undefined || column === undefined) continue
    const key = columnKey(table, column)
    const others = ofColumn.get(key)
    if (others) others.push(element)
    else ofColumn.set(key, [element])
    const logicalName = table.toLowerCase()
    if (element.attributes['Name'] === `lk_${logicalName}_createdby`)
      tableNames.set(logicalName, table)
  }
  return { ofColumn, tableNames }
}
