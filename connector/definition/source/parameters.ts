import type { Parameter, ParameterReference, Schema } from './swagger.js'

/** A parameter of the query, described by a schema; its example becomes the test value. */
export function query(
  name: string,
  schema: Schema,
  options: { readonly required?: true } = {},
): Parameter {
  const { items } = schema
  return {
    name,
    in: 'query',
    ...options,
    ...plain(schema),
    ...(items ? { items: bare(items), collectionFormat: 'csv' as const } : {}),
  }
}

/** A parameter in the path. The platform wants its encoding told. */
export function path(name: string, schema: Schema): Parameter {
  return { name, in: 'path', required: true, ...plain(schema), 'x-ms-url-encoding': 'single' }
}

export function body(description: string, schema: Schema): Parameter {
  return {
    name: 'body',
    in: 'body',
    required: true,
    schema,
    description,
    'x-ms-summary': 'Body',
    'x-ms-visibility': 'important',
  }
}

/** A parameter that several operations share, by its name in `sharedParameters`. */
export function shared(name: keyof typeof sharedParameters): ParameterReference {
  return { $ref: `#/parameters/${name}` }
}

function plain({
  example,
  items: _,
  required: __,
  properties: ___,
  ...schema
}: Schema): Omit<Parameter, 'name' | 'in' | 'items'> {
  const test =
    typeof example === 'string' || typeof example === 'number' ? { 'x-ms-test-value': example } : {}
  return { ...schema, ...test }
}

function bare({ type, format, enum: values }: Schema): Schema {
  return {
    ...(type ? { type } : {}),
    ...(format ? { format } : {}),
    ...(values ? { enum: values } : {}),
  }
}

const pageSize = (otherwise: number) =>
  query('pageSize', {
    type: 'integer',
    format: 'int32',
    minimum: 1,
    maximum: 5000,
    default: otherwise,
    description: 'The most entries of one page.',
    'x-ms-summary': 'Page Size',
    'x-ms-visibility': 'advanced',
  })

export const sharedParameters = {
  PageSize: pageSize(1000),
  PickerPageSize: pageSize(5000),
  PageToken: query('pageToken', {
    type: 'string',
    minLength: 1,
    maxLength: 8000,
    description: 'Where to go on, as the next link of the page before names it.',
    'x-ms-summary': 'Page Token',
    'x-ms-visibility': 'internal',
  }),
  JobId: path('jobId', {
    type: 'string',
    format: 'uuid',
    description: 'Id of the job, a GUID.',
    'x-ms-summary': 'Job ID',
    'x-ms-visibility': 'important',
    example: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
  }),
} as const
