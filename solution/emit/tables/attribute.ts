import type { Column } from '../../model/column.js'
import { columnStandard } from '../../model/solution/column-settings.js'
import { standardStates } from '../../model/solution/states.js'
import { systemColumnStandard } from '../../model/solution/system-columns.js'
import type { SystemColumn } from '../../model/solution/system-columns.js'
import { introducedVersion } from '../../model/solution/table-settings.js'
import { yesNoOptions } from '../../model/solution/yes-no.js'
import type { SystemColumnParts, Table } from '../../model/table.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { childrenInOrder, descriptions, displayNames } from './children.js'
import {
  checkValues,
  emitOption,
  emitOwnChoice,
  emitState,
  emitStatusReason,
  emitYesNoOption,
} from './choice.js'

/** The `attribute` element of a declared or read column. */
export function emitColumn(column: Column, table: Table): XmlElement {
  const { schemaName, label, description } = column
  const children = childrenInOrder(columnStandard(column, table), column, {
    optionset: column.globalChoice ? undefined : columnChoice(column, table),
    displaynames: displayNames(label),
    Descriptions: descriptions(description),
  })
  return element('attribute', { PhysicalName: schemaName }, children)
}

function columnChoice(column: Column, table: Table): XmlElement | undefined {
  const values = valuesOf(column)
  if (!values) return undefined
  checkValues(values, `Table ${table.schemaName}, column ${column.schemaName}`)
  const isYesNo = column.kind === 'yesNo'
  return emitOwnChoice({
    type: isYesNo ? 'bit' : 'picklist',
    name: `${table.logicalName}_${column.logicalName}`,
    label: column.label,
    description: column.description,
    described: !column.without?.includes('Descriptions'),
    version: column.settings?.['IntroducedVersion'] ?? introducedVersion(table),
    parts: column.choiceParts,
    values: values.map(isYesNo ? emitYesNoOption : emitOption),
  })
}

function valuesOf({ kind, options }: Column) {
  if (options) return Object.values(options)
  return kind === 'yesNo' ? yesNoOptions : undefined
}

/** The `attribute` element of a column that the platform adds; undefined where the table lacks it. */
export function emitSystemColumn(column: SystemColumn, table: Table): XmlElement | undefined {
  const parts = table.systemColumns?.[column.logicalName] ?? {}
  if (parts === 'absent') return undefined
  const children = childrenInOrder(systemColumnStandard(table, column), parts, {
    LookupTypes: column.logicalName === 'ownerid' ? ownerTypes : undefined,
    optionset: systemChoice(column, parts, table),
    displaynames: displayNames(parts.label ?? column.label),
    Descriptions: descriptions(parts.description ?? column.description),
  })
  return element('attribute', { PhysicalName: column.schemaName }, children)
}

/** Users (8) and teams (9), by the platform's type codes. */
const ownerTypes = element(
  'LookupTypes',
  {},
  ['8', '9'].map((code) => ({
    ...textElement('LookupType', code),
    attributes: { id: '00000000-0000-0000-0000-000000000000' },
  })),
)

function systemChoice(
  { logicalName, label, description }: SystemColumn,
  parts: SystemColumnParts,
  table: Table,
): XmlElement | undefined {
  if (logicalName !== 'statecode' && logicalName !== 'statuscode') return undefined
  const isState = logicalName === 'statecode'
  const { statusReasons, states = standardStates(statusReasons) } = table
  const place = `Table ${table.schemaName}, column ${logicalName}`
  checkValues(isState ? states : statusReasons, place)
  return emitOwnChoice({
    type: isState ? 'state' : 'status',
    name: `${table.logicalName}_${logicalName}`,
    label: parts.label ?? label,
    description: parts.description ?? description,
    described: !parts.without?.includes('Descriptions'),
    version: parts.settings?.['IntroducedVersion'] ?? introducedVersion(table),
    parts: parts.choiceParts,
    values: isState ? states.map(emitState) : statusReasons.map(emitStatusReason),
  })
}
