/** A schema of the definition: the part of Swagger 2.0 that it uses and the service checks. */
export interface JsonSchema {
  readonly type?: SchemaType
  readonly format?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly enum?: readonly string[]
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minProperties?: number
  /** Lists of a query: `csv` is `a,b`. */
  readonly collectionFormat?: string
  /** What a parameter of a query means when it is not given. */
  readonly default?: string | number | boolean
  /** Swagger 2.0 has no word for null; this is the usual one. */
  readonly 'x-nullable'?: boolean
}

export type SchemaType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object'

/** What the schema takes, in words, for example `a text of at most 100 characters`. */
export function inWords(schema: JsonSchema): string {
  return schema['x-nullable'] === true ? `${valueInWords(schema)}, or null` : valueInWords(schema)
}

function valueInWords(schema: JsonSchema): string {
  const { type = 'object' } = schema
  if (schema.enum) return `one of: ${schema.enum.join(', ')}`
  switch (type) {
    case 'string':
      return textInWords(schema)
    case 'integer':
      return `a whole number${range(schema)}`
    case 'number':
      return `a number${range(schema)}`
    case 'boolean':
      return 'true or false'
    case 'array':
      return listInWords(schema)
    case 'object':
      return schema.minProperties === undefined
        ? 'an object'
        : `an object of at least ${schema.minProperties} property`
  }
}

function textInWords({ format, minLength = 0, maxLength }: JsonSchema): string {
  if (format === 'date-time') return 'a time with its zone, such as 2026-11-21T10:00:00Z'
  if (format === 'uuid') return 'a GUID such as 6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21'
  if (maxLength === undefined) return 'a text'
  return minLength > 0
    ? `a text of ${minLength} to ${maxLength} characters`
    : `a text of at most ${maxLength} characters`
}

function listInWords({ minItems = 0, maxItems }: JsonSchema): string {
  return maxItems === undefined ? 'a list' : `a list of ${minItems} to ${maxItems} entries`
}

function range({ minimum, maximum }: JsonSchema): string {
  if (minimum === undefined) return ''
  return maximum === undefined ? ` of at least ${minimum}` : ` from ${minimum} to ${maximum}`
}
