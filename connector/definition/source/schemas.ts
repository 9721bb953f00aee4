import type { Schema, Visibility } from './swagger.js'

/** Builders of schemas. `title` is what the designer shows, in Title Case; `description` a sentence. */
interface Shown {
  readonly visibility?: Visibility
  readonly example?: unknown
}

type TextOptions = Shown &
  Pick<Schema, 'minLength' | 'maxLength' | 'x-nullable' | 'default'> &
  Dynamic

type Dynamic = Pick<Schema, 'x-ms-dynamic-values' | 'x-ms-dynamic-list'>

/** A property that must be there. */
export interface Required {
  readonly required: Schema
}

export function required(schema: Schema): Required {
  return { required: schema }
}

function shown(title: string, description: string, visibility: Visibility = 'important') {
  return { description, 'x-ms-summary': title, 'x-ms-visibility': visibility }
}

export function text(
  title: string,
  description: string,
  { visibility, ...options }: TextOptions = {},
): Schema {
  return { type: 'string', ...shown(title, description, visibility), ...options }
}

/** A GUID, lower case in answers. */
export function guid(
  title: string,
  description: string,
  { visibility, example = exampleId, ...options }: Shown & Pick<Schema, 'x-nullable'> = {},
): Schema {
  return {
    type: 'string',
    format: 'uuid',
    ...shown(title, description, visibility),
    ...options,
    example,
  }
}

/** A time with its zone, UTC in answers: `2026-11-21T10:00:00Z`. */
export function dateTime(
  title: string,
  description: string,
  { visibility, example = '2026-11-21T10:00:00Z' }: Shown = {},
): Schema {
  return {
    type: 'string',
    format: 'date-time',
    ...shown(title, description, visibility),
    example,
  }
}

/** A whole number of at least 0 unless told. */
export function integer(
  title: string,
  description: string,
  {
    visibility,
    minimum = 0,
    ...options
  }: Shown & Pick<Schema, 'minimum' | 'maximum' | 'default'> = {},
): Schema {
  return {
    type: 'integer',
    format: 'int32',
    ...shown(title, description, visibility),
    minimum,
    ...options,
  }
}

export function number(
  title: string,
  description: string,
  { visibility, ...options }: Shown & Pick<Schema, 'minimum' | 'maximum'> = {},
): Schema {
  return {
    type: 'number',
    format: 'double',
    ...shown(title, description, visibility),
    ...options,
  }
}

export function flag(
  title: string,
  description: string,
  { visibility, ...options }: Shown & Pick<Schema, 'default'> = {},
): Schema {
  return { type: 'boolean', ...shown(title, description, visibility), ...options }
}

/** One of several texts; `values` gives the display name of each. */
export function oneOf(
  title: string,
  description: string,
  values: Readonly<Record<string, string>>,
  { visibility, ...options }: Shown & Pick<Schema, 'default'> = {},
): Schema {
  return {
    type: 'string',
    ...shown(title, description, visibility),
    enum: Object.keys(values),
    'x-ms-enum-values': Object.entries(values).map(([value, displayName]) => ({
      value,
      displayName,
    })),
    ...options,
  }
}

/** The labels of a declared choice, each standing for itself. */
export function labels(
  options: Readonly<Record<string, { readonly label: string }>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.values(options).map(({ label }) => [label, label]))
}

export function list(
  title: string,
  description: string,
  items: Schema,
  { visibility, ...options }: Shown & Pick<Schema, 'minItems' | 'maxItems'> = {},
): Schema {
  return { type: 'array', ...shown(title, description, visibility), ...options, items }
}

export function object(
  title: string,
  description: string,
  properties: Readonly<Record<string, Schema | Required>>,
  { visibility, ...options }: Shown & Pick<Schema, 'minProperties'> = {},
): Schema {
  const entries = Object.entries(properties)
  const names = entries.filter(([, property]) => isRequired(property)).map(([name]) => name)
  return {
    type: 'object',
    ...shown(title, description, visibility),
    ...(names.length > 0 ? { required: names } : {}),
    properties: Object.fromEntries(
      entries.map(([name, property]) => [
        name,
        isRequired(property) ? property.required : property,
      ]),
    ),
    ...options,
  }
}

/** An object whose properties only the caller or the data knows. */
export function anyObject(
  title: string,
  description: string,
  {
    visibility,
    ...options
  }: Shown & Pick<Schema, 'minProperties' | 'x-ms-dynamic-schema' | 'x-ms-dynamic-properties'> = {},
): Schema {
  return { type: 'object', ...shown(title, description, visibility), ...options }
}

/** A schema of the definition by name. The platform takes nothing beside a reference. */
export function ref(name: string): Schema {
  return { $ref: `#/definitions/${name}` }
}

/** A page of a list; `facts`: what is said of the list as a whole. */
export function page(
  title: string,
  description: string,
  entry: string,
  facts: Readonly<Record<string, Schema | Required>> = {},
): Schema {
  return object(title, description, {
    ...facts,
    value: required(list('Value', 'The entries of this page.', ref(entry))),
    nextLink: text('Next Link', 'Address of the next page. Absent on the last page.', {
      visibility: 'advanced',
      example: `${exampleBase}/sync-jobs?pageToken=eyJ0IjoiIn0`,
    }),
  })
}

export const exampleBase = 'https://data-integration.example.com/v1'

export const exampleId = '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21'

export function isRequired(property: Schema | Required): property is Required {
  return typeof property.required === 'object' && !Array.isArray(property.required)
}
