import fc from 'fast-check'

import type { JsonSchema } from '../../../../../connector/service/http/json-schema.js'

/** Values that lead somewhere, by the name of the property, list or parameter that takes them. */
export type Pool = Readonly<Record<string, readonly unknown[]>>

/**
 * Any value that a schema takes, the extremes of its limits included; where the pool knows values
 * for the name, often one of those.
 */
export function valid(schema: JsonSchema, name: string, pool: Pool): fc.Arbitrary<unknown> {
  const any = anyValue(schema, name, pool)
  const known = schema.type === 'array' ? undefined : pool[name]
  const value = known
    ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: any })
    : any
  return schema['x-nullable'] === true ? fc.option(value, { freq: 5 }) : value
}

function anyValue(schema: JsonSchema, name: string, pool: Pool): fc.Arbitrary<unknown> {
  const { type = 'object' } = schema
  switch (type) {
    case 'string':
      return text(schema)
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -(2 ** 31), max: schema.maximum ?? 2 ** 31 - 1 })
    case 'number':
      return thousandths(schema)
    case 'boolean':
      return fc.boolean()
    case 'array':
      return list(schema, name, pool)
    case 'object':
      return schema.properties ? object(schema, schema.properties, pool) : dictionary(schema)
  }
}

/** What every store and every address keeps as it is. */
function isStorable(value: string): boolean {
  return !/\p{Cc}|\p{Cs}|[\ufffe\uffff]/u.test(value)
}

function text(schema: JsonSchema): fc.Arbitrary<string> {
  const { minLength = 0, maxLength = 40, format } = schema
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (format === 'uuid') return fc.uuid().map((id) => id)
  if (format === 'date-time') return dateTime
  const longest = Math.min(maxLength, minLength + 24)
  return fc
    .string({ unit: 'grapheme', minLength, maxLength: longest })
    .filter((value) => isStorable(value) && value.length >= minLength && value.length <= maxLength)
}

const dateTime = fc
  .date({
    min: new Date('1753-01-03T00:00:00Z'),
    max: new Date('9999-12-29T00:00:00Z'),
    noInvalidDate: true,
  })
  .chain((date) =>
    fc.constantFrom(
      date.toISOString(),
      `${date.toISOString().slice(0, 19)}Z`,
      `${date.toISOString().slice(0, 19)}+05:30`,
    ),
  )

/** Numbers that a query writes without an exponent. */
function thousandths({ minimum = -1_000, maximum = 1_000 }: JsonSchema): fc.Arbitrary<number> {
  return fc
    .integer({ min: Math.ceil(minimum * 1_000), max: Math.floor(maximum * 1_000) })
    .map((count) => count / 1_000)
}

function list(schema: JsonSchema, name: string, pool: Pool): fc.Arbitrary<readonly unknown[]> {
  const { items = {}, minItems = 0, maxItems = Infinity } = schema
  return fc.array(valid(items, name, pool), {
    minLength: minItems,
    maxLength: Math.min(maxItems, minItems + 3),
  })
}

function object(
  schema: JsonSchema,
  properties: Readonly<Record<string, JsonSchema>>,
  pool: Pool,
): fc.Arbitrary<object> {
  const { required = [], minProperties = 0 } = schema
  const entries = Object.entries(properties).map(
    ([name, property]) => [name, valid(property, name, pool)] as const,
  )
  return fc
    .record(Object.fromEntries(entries), { requiredKeys: [...required] })
    .filter((value) => Object.keys(value).length >= minProperties)
}

function dictionary({ minProperties = 0 }: JsonSchema): fc.Arbitrary<object> {
  const name = fc.constantFrom('firstname', 'lastname', 'jobtitle', 'emailaddress1', 'nothing')
  const scalar = fc.oneof(text({ maxLength: 100 }), fc.integer(), fc.boolean(), fc.constant(null))
  return fc.dictionary(name, scalar, { minKeys: minProperties, maxKeys: 5 })
}
