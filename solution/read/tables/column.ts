import type { Column, ColumnKind } from '../../model/column.js'
import type { GlobalChoice, Options } from '../../model/option.js'
import {
  columnStandard,
  columnType,
  dateOnlyBehavior,
  mediaSize,
  usualFormat,
} from '../../model/solution/column-settings.js'
import { introducedVersion } from '../../model/solution/table-settings.js'
import { yesNoOptions } from '../../model/solution/yes-no.js'
import type { Table } from '../../model/table.js'
import { textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { readChoiceParts, readOptions } from './choice.js'
import {
  attributeOf,
  descriptionOf,
  deviationsOf,
  displayName,
  formatError,
  numberOf,
  partsOf,
} from './parts.js'

/** Types that no declaration makes, as the kind that holds their values. */
const otherTypes: Readonly<Record<string, ColumnKind>> = {
  customer: 'lookup',
  owner: 'lookup',
  partylist: 'lookup',
  primarykey: 'uniqueIdentifier',
  state: 'choice',
  status: 'choice',
  timestamp: 'bigInteger',
  entityname: 'text',
  managedproperty: 'text',
  virtual: 'text',
}

const kinds: ReadonlyMap<string, ColumnKind> = new Map<string, ColumnKind>([
  ...Object.entries(columnType).map(([kind, type]) => [type, kind as ColumnKind] as const),
  ...Object.entries(otherTypes),
  [columnType.dateTime, 'dateTime'],
])

export const attributeStructures: readonly string[] = ['optionset', 'displaynames', 'Descriptions']

/**
 * Reads one `attribute` element, without what its relationships say.
 *
 * @throws SolutionFormatError naming table and column for a type that is none of the platform's.
 */
export function readColumn(
  element: XmlElement,
  table: Table,
  choices: readonly GlobalChoice[],
): Column {
  const schemaName = attributeOf(element, 'PhysicalName', `Table ${table.schemaName}`)
  const place = `Table ${table.schemaName}, column ${schemaName}`
  const parts = partsOf(element, attributeStructures)
  const kind = kindOf(element, place)
  const base = {
    kind,
    schemaName,
    logicalName: (textAt(element, 'LogicalName') ?? schemaName).toLowerCase(),
    label: displayName(element) ?? schemaName,
    description: descriptionOf(element) ?? '',
    required: /required$/.test(textAt(element, 'RequiredLevel') ?? ''),
    additive: false,
    secured: textAt(element, 'IsSecured') === '1',
    primaryName: (textAt(element, 'DisplayMask') ?? '').split('|').includes('PrimaryName'),
  }
  const typed = { ...base, ...kindParts(element, kind, place) }
  const optionset = parts.structures.get('optionset')
  const column: Column = { ...typed, ...choiceOf(element, optionset, typed, table, choices) }
  return { ...column, ...deviationsOf(columnStandard(column, table), parts) }
}

function kindOf(element: XmlElement, place: string): ColumnKind {
  const type = textAt(element, 'Type') ?? ''
  const kind = kinds.get(type)
  if (!kind) throw formatError(element, `${place}: '${type}' is no type of the platform's columns.`)
  return kind === 'dateTime' && textAt(element, 'Behavior') === dateOnlyBehavior ? 'date' : kind
}

function kindParts(element: XmlElement, kind: ColumnKind, place: string): Partial<Column> {
  const number = (name: string) => {
    const text = textAt(element, name)
    return text === undefined || text === '' ? undefined : numberOf(text, element, place)
  }
  const optional = <Name extends keyof Column>(name: Name, value: Column[Name], usual?: unknown) =>
    value === undefined || value === usual ? {} : { [name]: value }
  const format = optional('format', textAt(element, 'Format'), usualFormat[kind])
  const most = optional('maxValue', number('MaxValue'))
  const range = { ...optional('minValue', number('MinValue')), ...most }
  switch (kind) {
    case 'text':
      return {
        ...format,
        ...optional('maxLength', number('MaxLength')),
        ...optional('autoNumberFormat', textAt(element, 'AutoNumberFormat'), ''),
      }
    case 'memo':
      return { ...format, ...optional('maxLength', number('MaxLength')) }
    case 'integer':
      return { ...format, ...range }
    case 'bigInteger':
      return range
    case 'decimal':
    case 'float':
    case 'money':
      return { ...range, ...optional('precision', number('Accuracy')) }
    case 'yesNo':
      return optional('defaultValue', number('AppDefaultValue'), 0)
    case 'choice':
      return optional('defaultValue', number('AppDefaultValue'), -1)
    case 'dateTime':
    case 'date':
      return format
    case 'file':
      return optional('maxValue', number('MaxValue'), mediaSize.fileKilobytes)
    case 'image':
      return {
        ...format,
        ...optional('maxLength', number('MaxLength'), mediaSize.imageLength),
        ...optional('maxValue', number('MaxValue'), mediaSize.imageKilobytes),
      }
    case 'choices':
    case 'lookup':
    case 'uniqueIdentifier':
      return {}
  }
}

function choiceOf(
  element: XmlElement,
  optionset: XmlElement | undefined,
  column: Column,
  table: Table,
  choices: readonly GlobalChoice[],
): Partial<Column> {
  const name = textAt(element, 'OptionSetName')
  if (name !== undefined) {
    const globalChoice = choiceNamed(name, choices)
    return { options: globalChoice.options, globalChoice }
  }
  if (!optionset) return {}
  const options = readOptions(optionset, `Table ${table.schemaName}, column ${column.schemaName}`)
  const choiceParts = readChoiceParts(optionset, column.kind === 'yesNo' ? 'bit' : 'picklist', {
    choiceName: `${table.logicalName}_${column.logicalName}`,
    label: column.label,
    description: column.description,
    described: descriptionOf(element) !== undefined,
    version: textAt(element, 'IntroducedVersion') ?? introducedVersion(table),
  })
  return {
    ...(column.kind === 'yesNo' && isPlainYesNo(options) ? {} : { options }),
    ...(choiceParts === undefined ? {} : { choiceParts }),
  }
}

/** A choice that the package does not bring is known by its name only. */
function choiceNamed(name: string, choices: readonly GlobalChoice[]): GlobalChoice {
  const found = choices.find((choice) => choice.name.toLowerCase() === name.toLowerCase())
  return found ?? { name, label: name, options: {} }
}

function isPlainYesNo(options: Options): boolean {
  return JSON.stringify(Object.values(options)) === JSON.stringify(yesNoOptions)
}
