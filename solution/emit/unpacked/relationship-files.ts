import { element, textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'

/** The index of the relationships, and a file for each table that is pointed at. */
export function relationshipFiles(
  relationships: readonly XmlElement[],
): readonly (readonly [path: string, root: XmlElement])[] {
  const byTable = new Map<string, XmlElement[]>()
  for (const relationship of relationships) {
    const table =
      textAt(relationship, 'ReferencedEntityName') ?? textAt(relationship, 'FirstEntityName') ?? ''
    byTable.set(table, [...(byTable.get(table) ?? []), relationship])
  }
  const index = relationships.map(({ attributes: { Name } }) =>
    element('EntityRelationship', { Name }),
  )
  return [
    ['Other/Relationships.xml', element('EntityRelationships', {}, index)],
    ...[...byTable].map(
      ([table, entries]) =>
        [`Other/Relationships/${table}.xml`, element('EntityRelationships', {}, entries)] as const,
    ),
  ]
}
