import { introducedVersion } from '../../model/solution/table-settings.js'
import { systemColumnStandard } from '../../model/solution/system-columns.js'
import type { SystemColumn } from '../../model/solution/system-columns.js'
import type { SystemColumnParts, Table } from '../../model/table.js'
import { childOf, textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { readChoiceParts } from './choice.js'
import { attributeStructures } from './column.js'
import { descriptionOf, deviationsOf, displayName, partsOf } from './parts.js'
import { systemRelationshipParts } from './relationship.js'
import type { RelationshipIndex } from './relationship-index.js'

/** How a column that the platform adds differs from the usual one; undefined where it does not. */
export function readSystemColumn(
  column: SystemColumn,
  element: XmlElement | undefined,
  table: Table,
  index: RelationshipIndex,
): SystemColumnParts | 'absent' | undefined {
  if (!element) return 'absent'
  const label = displayName(element) ?? column.label
  const description = descriptionOf(element) ?? column.description
  const choiceParts = choicePartsOf(element, column, table)
  const relationship = systemRelationshipParts(column, description, table, index)
  const structures = [
    ...attributeStructures,
    ...(column.logicalName === 'ownerid' ? ['LookupTypes'] : []),
  ]
  const parts: SystemColumnParts = {
    ...(label === column.label ? {} : { label }),
    ...(description === column.description ? {} : { description }),
    ...(choiceParts === undefined ? {} : { choiceParts }),
    ...(relationship === undefined ? {} : { relationship }),
    ...deviationsOf(systemColumnStandard(table, column), partsOf(element, structures)),
  }
  return Object.keys(parts).length === 0 ? undefined : parts
}

function choicePartsOf(element: XmlElement, column: SystemColumn, table: Table) {
  const optionset = childOf(element, 'optionset')
  if (!optionset) return undefined
  const description = descriptionOf(element)
  return readChoiceParts(optionset, column.logicalName === 'statecode' ? 'state' : 'status', {
    choiceName: `${table.logicalName}_${column.logicalName}`,
    label: displayName(element) ?? column.label,
    description: description ?? column.description,
    described: description !== undefined,
    version: textAt(element, 'IntroducedVersion') ?? introducedVersion(table),
  })
}
