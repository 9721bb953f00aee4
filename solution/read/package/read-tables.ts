import type { Solution } from '../../model/solution/index.js'
import type { XmlElement } from '../../model/xml.js'
import { otherRelationships, readChoice, readManyToMany } from '../tables/index.js'
import type { PackageLists } from './package-lists.js'
import { readTableComponent } from './table-component.js'
import type { TableSurroundings } from './table-component.js'

/** The tables of a package, with the choices and relationships that they are read with. */
export function readTables(
  lists: PackageLists,
  roots: readonly XmlElement[],
  source: string,
): Pick<Solution, 'tables' | 'choices' | 'manyToMany'> {
  const relationships = lists.all('EntityRelationships')
  const choices = lists.take('optionsets').map(readChoice)
  lists.take('EntityImageConfigs')
  const surroundings: TableSurroundings = {
    source,
    behaviors: new Map(
      roots
        .filter(({ attributes }) => attributes.type === '1')
        .map(({ attributes: { schemaName = '', behavior = '0' } }) => [
          schemaName.toLowerCase(),
          behavior,
        ]),
    ),
    relationships,
    choices,
    imageConfigs: lists.take('AttributeImageConfigs'),
  }
  const tables = lists.take('Entities').map((entity) => readTableComponent(entity, surroundings))
  const others = otherRelationships(
    relationships,
    tables.map(({ table }) => table),
  )
  lists.take('EntityRelationships', others)
  return { tables, choices, manyToMany: readManyToMany(relationships) }
}
