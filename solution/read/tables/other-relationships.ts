import { columnRelationships } from '../../model/solution/relationship.js'
import type { ManyToManyRelationship } from '../../model/solution/solution.js'
import { systemColumnsOf } from '../../model/solution/system-columns.js'
import type { Table } from '../../model/table.js'
import { textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { attributeOf } from './parts.js'

const manyToMany = 'ManyToMany'

/** The many-to-many relationships among these `EntityRelationship` elements. */
export function readManyToMany(elements: readonly XmlElement[]): readonly ManyToManyRelationship[] {
  return elements.filter(isManyToMany).map((element) => ({
    schemaName: attributeOf(element, 'Name', 'A relationship'),
    firstTable: (textAt(element, 'FirstEntityName') ?? '').toLowerCase(),
    secondTable: (textAt(element, 'SecondEntityName') ?? '').toLowerCase(),
    intersectTable: (textAt(element, 'IntersectEntityName') ?? '').toLowerCase(),
    definition: element,
  }))
}

/**
 * The relationships that are neither of a column of these tables nor many-to-many: such as those of
 * notes and tasks that point at a table. They are kept as read.
 */
export function otherRelationships(
  elements: readonly XmlElement[],
  tables: readonly Table[],
): readonly XmlElement[] {
  const known = new Set(tables.flatMap(relationshipNames))
  return elements.filter(
    (element) => !isManyToMany(element) && !known.has(element.attributes['Name'] ?? ''),
  )
}

function relationshipNames(table: Table): readonly string[] {
  const own = Object.values(table.columns).flatMap((column) => columnRelationships(table, column))
  const system = systemColumnsOf(table).flatMap(({ logicalName, relationship }) => {
    const parts = table.systemColumns?.[logicalName]
    const isMissing = parts === 'absent' || parts?.relationship === 'absent'
    return relationship && !isMissing ? relationship : []
  })
  return [...own.map(({ schemaName }) => schemaName), ...system.map(({ name }) => name(table))]
}

function isManyToMany(element: XmlElement): boolean {
  return textAt(element, 'EntityRelationshipType') === manyToMany
}
