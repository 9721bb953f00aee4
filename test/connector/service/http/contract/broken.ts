import fc from 'fast-check'

import type { JsonSchema } from '../../../../../connector/service/http/json-schema.js'
import { valid } from './valid.js'
import type { Pool } from './valid.js'

/** Longest text and list that is written out to break a limit. */
const longestText = 10_000
const longestList = 5_000

/**
 * Values that a schema does not take, each for one fault: a wrong type, a limit passed by one, a
 * missing or an unknown property; at the top or deep inside of what is valid otherwise. None where
 * a schema takes anything.
 */
export function broken(schema: JsonSchema, name: string, pool: Pool): fc.Arbitrary<unknown>[] {
  return [...wrongTypes(schema), ...brokenWithin(schema, name, pool)]
}

function wrongTypes(schema: JsonSchema): fc.Arbitrary<unknown>[] {
  const { type } = schema
  if (type === undefined) return []
  const values: readonly unknown[] = ['text', 7, 0.5, true, [], {}]
  const others = values.filter((value) => !isOfType(type, value))
  return [fc.constantFrom(...others, ...(schema['x-nullable'] === true ? [] : [null]))]
}

function isOfType(type: JsonSchema['type'], value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return typeof value === 'object' && !Array.isArray(value)
  return typeof value === type
}

function brokenWithin(schema: JsonSchema, name: string, pool: Pool): fc.Arbitrary<unknown>[] {
  const { type = 'object' } = schema
  switch (type) {
    case 'string':
      return brokenText(schema)
    case 'integer':
    case 'number':
      return brokenNumber(schema)
    case 'array':
      return brokenList(schema, name, pool)
    case 'boolean':
      return []
    case 'object':
      return schema.properties ? brokenObject(schema, schema.properties, pool) : []
  }
}

/** Texts alone: what a query or a path can say. */
export function brokenText(schema: JsonSchema): fc.Arbitrary<string>[] {
  const { minLength = 0, maxLength = Infinity, format } = schema
  return [
    ...(minLength > 0 ? [fc.constant('')] : []),
    ...(maxLength <= longestText ? [fc.constant('x'.repeat(maxLength + 1))] : []),
    ...(schema.enum || format === 'uuid' || format === 'date-time'
      ? [fc.constantFrom('x', 'Nothing', '2026-02-30T00:00:00Z', '6f1d6bdc-53a6-5b1c-9a3e')]
      : []),
  ]
}

function brokenNumber({ minimum, maximum, type }: JsonSchema): fc.Arbitrary<number>[] {
  return [
    ...(minimum === undefined ? [] : [fc.constant(minimum - 1)]),
    ...(maximum === undefined ? [] : [fc.constant(maximum + 1)]),
    ...(type === 'integer' ? [fc.constant((minimum ?? 0) + 0.5)] : []),
  ]
}

function brokenList(schema: JsonSchema, name: string, pool: Pool): fc.Arbitrary<unknown>[] {
  const { items = {}, minItems = 0, maxItems = Infinity } = schema
  const item = valid(items, name, pool)
  const repeated = (count: number) => item.map((value) => Array<unknown>(count).fill(value))
  return [
    ...(minItems > 0 ? [repeated(minItems - 1)] : []),
    ...(maxItems <= longestList ? [repeated(maxItems + 1)] : []),
    ...broken(items, name, pool).map((one) =>
      fc.tuple(fc.array(item, { maxLength: 2 }), one).map(([before, last]) => [...before, last]),
    ),
  ]
}

function brokenObject(
  schema: JsonSchema,
  properties: Readonly<Record<string, JsonSchema>>,
  pool: Pool,
): fc.Arbitrary<unknown>[] {
  const whole = valid({ ...schema, 'x-nullable': false }, '', pool) as fc.Arbitrary<object>
  const { required = [] } = schema
  const without = required.map((name) =>
    whole.map((value) =>
      Object.fromEntries(Object.entries(value).filter(([other]) => other !== name)),
    ),
  )
  const within = Object.entries(properties).flatMap(([name, property]) =>
    broken(property, name, pool).map((one) =>
      fc.tuple(whole, one).map(([value, bad]) => ({ ...value, [name]: bad })),
    ),
  )
  const unknown = whole.map((value) => ({ ...value, notOfTheDefinition: 1 }))
  return [...without, ...within, unknown]
}
