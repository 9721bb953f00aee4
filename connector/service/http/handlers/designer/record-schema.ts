import type { WritableColumn } from './writable-columns.js'

type Property = Readonly<Record<string, unknown>>

/**
 * A JSON schema of records with these columns, as the designer shows typed fields by. No column is
 * required: an item brings what it brings.
 */
export function recordSchema(columns: readonly WritableColumn[]): object {
  const inOrder = [...columns].sort((a, b) =>
    a.label.toLowerCase() < b.label.toLowerCase() ? -1 : 1,
  )
  return {
    type: 'object',
    properties: Object.fromEntries(
      inOrder.map((column) => [column.logicalName, propertyOf(column)]),
    ),
  }
}

function propertyOf(column: WritableColumn): Property {
  const { description, ...type } = typeOf(column)
  const { label } = column
  return { ...type, title: label, 'x-ms-summary': label, description }
}

function typeOf(column: WritableColumn): Property & { readonly description: string } {
  const { kind, maxLength, minValue, maxValue, options = [], targets = [] } = column
  const limits = {
    ...(minValue === undefined ? {} : { minimum: minValue }),
    ...(maxValue === undefined ? {} : { maximum: maxValue }),
  }
  switch (kind) {
    case 'text':
    case 'memo':
      return {
        type: 'string',
        ...(maxLength === undefined ? {} : { maxLength }),
        description:
          maxLength === undefined ? 'Text.' : `Text of at most ${String(maxLength)} characters.`,
      }
    case 'integer':
      return { type: 'integer', format: 'int32', ...limits, description: 'A whole number.' }
    case 'bigInteger':
      return { type: 'integer', format: 'int64', description: 'A whole number.' }
    case 'decimal':
    case 'float':
    case 'money':
      return { type: 'number', format: 'double', ...limits, description: 'A number.' }
    case 'yesNo':
      return { type: 'boolean', description: 'True or false.' }
    case 'choice':
      return {
        type: 'integer',
        format: 'int32',
        enum: options.map(({ value }) => value),
        'x-ms-enum-values': options.map(({ value, label }) => ({ value, displayName: label })),
        description: 'One of the choices, by its number or its label.',
      }
    case 'choices':
      return {
        type: 'string',
        description: `Choices by number or label, separated by ; of: ${options.map(({ label }) => label).join(', ')}.`,
      }
    case 'dateTime':
      return {
        type: 'string',
        format: 'date-time',
        description: 'A time with its zone, such as 2026-11-21T10:00:00Z.',
      }
    case 'date':
      return { type: 'string', format: 'date', description: 'A day, such as 2026-11-21.' }
    case 'uniqueIdentifier':
      return { type: 'string', format: 'uuid', description: 'A GUID.' }
    case 'lookup':
      return { type: 'string', description: lookupWords(targets.map(({ table }) => table)) }
  }
}

function lookupWords(tables: readonly string[]): string {
  const ids =
    tables.length === 1
      ? `The id of a record of ${tables.join()}`
      : `${tables.map((table) => `${table}/id`).join(' or ')} of a record`
  return `${ids}. Where only its key in the source system is known, send a relationship instead.`
}
