import type { Schema } from './swagger.js'

type Picker = Pick<Schema, 'x-ms-dynamic-values' | 'x-ms-dynamic-list'>

type FieldPicker = Pick<Schema, 'x-ms-dynamic-schema' | 'x-ms-dynamic-properties'>

/**
 * Where the designer finds what another field was given: the name of a parameter, or the place of a
 * property in the body, for example `body/entityType`.
 */
export type Place = string

export const pickSourceSystem: Picker = picker('ListSourceSystems', 'sourceSystemKey')

export const pickTable: Picker = picker('ListTables', 'targetTable', 'title')

export const pickCodeList: Picker = picker('ListCodeLists', 'codeList')

export const pickTemplate: Picker = picker('ListPolicyTemplates', 'templateId', 'title')

/** Columns of the table that another field names. */
export function pickColumn(table: Place): Picker {
  return picker('ListColumns', 'fieldName', 'title', { targetTable: table })
}

/** A typed field for each column of the table that another field names. */
export function fieldsOfTable(table: Place): FieldPicker {
  const operationId = 'GetRecordSchema'
  return {
    'x-ms-dynamic-schema': {
      operationId,
      'value-path': 'schema',
      parameters: { targetTable: { parameter: lastName(table) } },
    },
    'x-ms-dynamic-properties': {
      operationId,
      itemValuePath: 'schema',
      parameters: { targetTable: { parameterReference: table } },
    },
  }
}

/** Both forms: old designers know the first, and only the second can name a property of a body. */
function picker(
  operationId: string,
  value: string,
  title: string = value,
  places: Readonly<Record<string, Place>> = {},
): Picker {
  const names = Object.entries(places)
  const old = names.map(([name, place]) => [name, { parameter: lastName(place) }] as const)
  const newer = names.map(([name, place]) => [name, { parameterReference: place }] as const)
  return {
    'x-ms-dynamic-values': {
      operationId,
      'value-collection': 'value',
      'value-path': value,
      'value-title': title,
      ...(names.length > 0 ? { parameters: Object.fromEntries(old) } : {}),
    },
    'x-ms-dynamic-list': {
      operationId,
      itemsPath: 'value',
      itemValuePath: value,
      itemTitlePath: title,
      ...(names.length > 0 ? { parameters: Object.fromEntries(newer) } : {}),
    },
  }
}

function lastName(place: Place): string {
  return place.slice(place.lastIndexOf('/') + 1)
}
