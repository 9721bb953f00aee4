import type { Column, LookupRelationship } from '../../model/column.js'
import type { Deviations } from '../../model/deviations.js'
import { platformSchemaName } from '../../model/solution/platform-tables.js'
import { columnRelationships } from '../../model/solution/relationship.js'
import {
  relationshipStandard,
  systemRelationshipStandard,
} from '../../model/solution/relationship-settings.js'
import type { SystemColumn } from '../../model/solution/system-columns.js'
import type { Table } from '../../model/table.js'
import { childOf, childrenOf, textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { attributeOf, descriptionOf, deviationsOf, labelOf, partsOf } from './parts.js'
import type { Parts } from './parts.js'
import { columnKey } from './relationship-index.js'
import type { RelationshipIndex } from './relationship-index.js'

/** The column with the tables it points at, and its relationships where they are not as usual. */
export function withRelationships(column: Column, table: Table, index: RelationshipIndex): Column {
  if (column.kind !== 'lookup' && column.kind !== 'file') return column
  const elements = index.ofColumn.get(columnKey(table.logicalName, column.logicalName)) ?? []
  const targets = elements.map((element) => targetOf(element).toLowerCase())
  const pointing = column.kind === 'lookup' ? { ...column, targets } : column
  const read = elements.map((element) => readRelationship(element, pointing, table, index))
  const usual = columnRelationships(table, pointing)
  const isUsual =
    read.length === usual.length &&
    read.every(
      (one, at) => Object.keys(one).length === 2 && one.schemaName === usual[at]?.schemaName,
    )
  return isUsual ? pointing : { ...pointing, relationships: read }
}

/** How the relationship of a system column differs; undefined where it does not. */
export function systemRelationshipParts(
  column: SystemColumn,
  description: string,
  table: Table,
  index: RelationshipIndex,
): Deviations | 'absent' | undefined {
  if (!column.relationship) return undefined
  const name = column.relationship.name(table)
  const element = index.ofColumn
    .get(columnKey(table.logicalName, column.logicalName))
    ?.find(({ attributes }) => attributes['Name'] === name)
  if (!element) return 'absent'
  const usual = systemRelationshipStandard(
    table,
    column.schemaName,
    column.relationship,
    description,
  )
  const deviations = deviationsOf(usual, relationshipParts(element))
  return Object.keys(deviations).length === 0 ? undefined : deviations
}

function targetOf(element: XmlElement): string {
  return textAt(element, 'ReferencedEntityName') ?? ''
}

function readRelationship(
  element: XmlElement,
  column: Column,
  table: Table,
  index: RelationshipIndex,
): LookupRelationship {
  const place = `Table ${table.schemaName}, column ${column.schemaName}`
  const target = targetOf(element).toLowerCase()
  const relationship = { schemaName: attributeOf(element, 'Name', place), target }
  const usual = relationshipStandard(table, column, relationship, {
    referencing: table.schemaName,
    referenced: platformSchemaName(target) ?? index.tableNames.get(target),
  })
  return { ...relationship, ...deviationsOf(usual, relationshipParts(element)) }
}

const description = 'RelationshipDescription'
const roles = 'EntityRelationshipRoles'

/** The relationship's texts with those of its description and its roles, as their list names them. */
function relationshipParts(element: XmlElement): Parts {
  const parts = partsOf(element, [description, roles])
  const texts = new Map(parts.texts)
  const described = childOf(element, description)
  const text = described && descriptionOf(described)
  if (text === undefined) texts.delete(description)
  else texts.set(description, text)
  for (const [at, role] of childrenOf(childOf(element, roles)).entries()) {
    const prefix = `role${textAt(role, 'RelationshipRoleType') ?? (at === 0 ? '1' : '0')}.`
    for (const child of role.children) {
      texts.set(
        prefix + child.name,
        child.name === 'CustomLabels' ? (labelOf(child) ?? '') : child.text,
      )
    }
  }
  return { ...parts, texts }
}
