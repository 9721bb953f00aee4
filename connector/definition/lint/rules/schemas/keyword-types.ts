import { dynamicExtensions } from '../../facts/dynamic-calls.js'
import type { JsonType } from '../../facts/json.js'
import { methods } from '../../facts/operations.js'

/** The JSON type that each keyword of a kind of object has. */
export type Types = Readonly<Record<string, JsonType>>

function all(type: JsonType, keywords: readonly string[]): Types {
  return Object.fromEntries(keywords.map((keyword) => [keyword, type]))
}

export const rootTypes: Types = {
  ...all('object', [
    'info',
    'paths',
    'definitions',
    'parameters',
    'responses',
    'securityDefinitions',
    'x-ms-capabilities',
    'x-ms-api-annotation',
  ]),
  ...all('array', [
    'schemes',
    'consumes',
    'produces',
    'security',
    'tags',
    'x-ms-connector-metadata',
  ]),
}

export const infoTypes: Types = {
  ...all('string', ['title', 'description', 'version', 'termsOfService']),
  ...all('object', ['contact', 'license']),
}

export const contactTypes: Types = all('string', ['name'])

export const itemTypes: Types = {
  ...all('object', [...methods, 'x-ms-notification-content']),
  parameters: 'array',
}

export const operationTypes: Types = {
  ...all('string', [
    'operationId',
    'summary',
    'description',
    'x-ms-visibility',
    'x-ms-trigger',
    'x-ms-trigger-hint',
  ]),
  ...all('array', ['parameters', 'consumes', 'produces', 'schemes', 'security', 'tags']),
  ...all('object', ['responses', 'x-ms-pageable', 'x-ms-api-annotation', 'x-ms-notification']),
  deprecated: 'boolean',
}

export const responseTypes: Types = {
  description: 'string',
  ...all('object', ['schema', 'headers', 'examples']),
}

const valueTypes: Types = {
  ...all('string', ['type', 'format', 'pattern', 'description', 'x-ms-summary', 'x-ms-visibility']),
  ...all('number', ['minimum', 'maximum', 'multipleOf']),
  ...all('integer', ['minLength', 'maxLength', 'minItems', 'maxItems']),
  ...all('boolean', ['exclusiveMaximum', 'exclusiveMinimum', 'x-ms-notification-url']),
  ...all('array', ['enum', 'x-ms-enum-values']),
  ...all('object', ['items', ...dynamicExtensions]),
}

export const parameterTypes: Types = {
  ...valueTypes,
  ...all('string', ['name', 'in', 'collectionFormat', 'x-ms-url-encoding']),
  ...all('boolean', ['required', 'allowEmptyValue']),
  schema: 'object',
}

export const schemaTypes: Types = {
  ...valueTypes,
  ...all('string', ['$ref', 'title', 'discriminator']),
  ...all('integer', ['minProperties', 'maxProperties']),
  ...all('array', ['required', 'allOf']),
  properties: 'object',
  readOnly: 'boolean',
}

export const dynamicTypes: Types = {
  ...all('string', [
    'operationId',
    'value-collection',
    'value-path',
    'value-title',
    'itemsPath',
    'itemValuePath',
    'itemTitlePath',
  ]),
  parameters: 'object',
}
