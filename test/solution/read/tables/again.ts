import { writeXml } from '../../../../solution/emit/xml.js'
import {
  emitEntity,
  emitImageConfigs,
  emitRelationships,
} from '../../../../solution/emit/tables/index.js'
import type { GlobalChoice } from '../../../../solution/model/option.js'
import type { Table } from '../../../../solution/model/table.js'
import { childrenOf, element } from '../../../../solution/model/xml.js'
import type { XmlElement } from '../../../../solution/model/xml.js'
import { readTable } from '../../../../solution/read/tables/index.js'
import { parseXml } from '../../../../solution/read/xml.js'

/** The same tables, written as text and read from it. */
export function again(
  tables: readonly Table[],
  choices: readonly GlobalChoice[],
  known: readonly Table[] = tables,
): readonly Table[] {
  const components = tables.map((table) => ({
    table,
    include: table.listed ? ('listed' as const) : ('all' as const),
  }))
  const relationships = throughText(emitRelationships(components, known))
  const images = throughText(childrenOf(emitImageConfigs(tables)[1]))
  return throughText(tables.map((table) => emitEntity(table, known))).map((entity) =>
    readTable(entity, relationships, choices, images),
  )
}

export function throughText(elements: readonly XmlElement[]): readonly XmlElement[] {
  return parseXml(writeXml(element('all', {}, elements)), 'again.xml').children
}
