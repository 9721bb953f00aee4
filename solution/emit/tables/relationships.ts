import type { Column, LookupRelationship } from '../../model/column.js'
import type { Deviations } from '../../model/deviations.js'
import { columnRelationships } from '../../model/solution/relationship.js'
import {
  relationshipStandard,
  systemRelationshipStandard,
} from '../../model/solution/relationship-settings.js'
import type { TableComponent } from '../../model/solution/solution.js'
import type { Standard } from '../../model/solution/standard.js'
import { textsOf } from '../../model/solution/standard.js'
import { systemColumnsOf } from '../../model/solution/system-columns.js'
import type { SystemColumn } from '../../model/solution/system-columns.js'
import type { Table } from '../../model/table.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { descriptions, labelList } from './children.js'
import { schemaNameOf } from './schema-names.js'

/**
 * The `EntityRelationship` elements of the solution's tables: those that come with a table, and one
 * for each target of each lookup; by name, as exports have them. Of a table of another solution:
 * those of the columns that were read of it.
 *
 * @param tables all tables that lookups may point at, besides those of the platform.
 * @throws Error naming the table and the column when a lookup points at none of these.
 */
export function emitRelationships(
  components: readonly Pick<TableComponent, 'table' | 'include'>[],
  tables: readonly Table[],
): readonly XmlElement[] {
  return components
    .filter(({ table, include }) => include === 'all' || table.listed)
    .flatMap(({ table }) => relationshipsOf(table, tables))
    .sort((a, b) => (sortName(a) < sortName(b) ? -1 : 1))
}

function sortName({ attributes }: XmlElement): string {
  return (attributes['Name'] ?? '').toLowerCase()
}

function relationshipsOf(table: Table, tables: readonly Table[]): readonly XmlElement[] {
  const own = Object.values(table.columns).flatMap((column) =>
    columnRelationships(table, column).map((relationship) =>
      columnRelationship(table, column, relationship, tables),
    ),
  )
  const system = systemColumnsOf(table).flatMap((column) => systemRelationship(table, column) ?? [])
  return [...own, ...system]
}

function columnRelationship(
  table: Table,
  column: Column,
  relationship: LookupRelationship,
  tables: readonly Table[],
): XmlElement {
  const referenced = schemaNameOf(table, column, relationship, tables)
  const ends = { referencing: table.schemaName, referenced }
  const usual = relationshipStandard(table, column, relationship, ends)
  return relationshipElement(relationship.schemaName, usual, relationship)
}

function systemRelationship(table: Table, column: SystemColumn): XmlElement | undefined {
  const parts = table.systemColumns?.[column.logicalName] ?? {}
  if (!column.relationship || parts === 'absent' || parts.relationship === 'absent') {
    return undefined
  }
  const { description = column.description, relationship: deviations = {} } = parts
  const usual = systemRelationshipStandard(
    table,
    column.schemaName,
    column.relationship,
    description,
  )
  return relationshipElement(column.relationship.name(table), usual, deviations)
}

function relationshipElement(name: string, usual: Standard, deviations: Deviations): XmlElement {
  const texts = textsOf(usual, deviations)
  const children = [...texts].flatMap(([child, text]) => {
    if (child.startsWith(rolePrefix)) return []
    if (child === 'EntityRelationshipRoles') return rolesElement(texts)
    return child === description ? describedBy(text) : textElement(child, text)
  })
  if (!texts.has(description))
    children.splice(placeOfDescription(children), 0, element(description))
  return element('EntityRelationship', { Name: name }, [...children, ...(deviations.rest ?? [])])
}

const rolePrefix = 'role'
const description = 'RelationshipDescription'

function describedBy(text: string): XmlElement {
  return element(description, {}, [descriptions(text)])
}

function placeOfDescription(children: readonly XmlElement[]): number {
  return children.findIndex(({ name }) => name === 'ReferencingAttributeName') + 1
}

function rolesElement(texts: ReadonlyMap<string, string>): XmlElement {
  const roles = ['role1.', 'role0.'].flatMap((prefix) => {
    const own = [...texts].filter(([name]) => name.startsWith(prefix))
    if (own.length === 0) return []
    const children = own.map(([name, text]) => roleChild(name.slice(prefix.length), text))
    return element('EntityRelationshipRole', {}, children)
  })
  return element('EntityRelationshipRoles', {}, roles)
}

function roleChild(name: string, text: string): XmlElement {
  return name === 'CustomLabels'
    ? labelList('CustomLabels', 'CustomLabel', text)
    : textElement(name, text)
}
