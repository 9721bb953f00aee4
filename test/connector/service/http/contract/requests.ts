import fc from 'fast-check'

import type { JsonSchema } from '../../../../../connector/service/http/json-schema.js'
import { swagger } from '../contract.js'
import type { Parameter, operations } from '../contract.js'
import type { RawRequest } from '../service-under-test.js'
import { broken, brokenText } from './broken.js'
import { valid } from './valid.js'
import type { Pool } from './valid.js'

export type Operation = (typeof operations)[number]

/** What a request says, by parameter; absent: not said. */
type Said = Readonly<Record<string, unknown>>

/** Any request that the definition of an operation lets through. */
export function validRequests(operation: Operation, pool: Pool): fc.Arbitrary<RawRequest> {
  return said(operation, pool).map((values) => requestOf(operation, values))
}

/** Requests with one fault each; none where an operation takes nothing that could be wrong. */
export function brokenRequests(
  operation: Operation,
  pool: Pool,
): fc.Arbitrary<RawRequest> | undefined {
  const good = said(operation, pool)
  const faults = operation.operation.parameters.flatMap((parameter) =>
    faultsOf(parameter, pool).map((fault) =>
      fc.tuple(good, fault).map(([values, bad]) => ({ ...values, [parameter.name]: bad })),
    ),
  )
  const missing = operation.operation.parameters
    .filter((parameter) => parameter.required && parameter.in === 'query')
    .map(({ name }) =>
      good.map((values) =>
        Object.fromEntries(Object.entries(values).filter(([other]) => other !== name)),
      ),
    )
  const all = [...faults, ...missing]
  return all.length === 0
    ? undefined
    : fc.oneof(...all).map((values) => requestOf(operation, values))
}

/** Positions are only ever those of a page before, so a made-up one is tried rarely. */
const seldom = new Set(['pageToken'])

function said({ operation }: Operation, pool: Pool): fc.Arbitrary<Said> {
  const entries = operation.parameters.map((parameter) => {
    const value = valid(schemaOf(parameter), parameter.name, pool)
    const freq = seldom.has(parameter.name) ? 20 : 1
    const isOptional = !parameter.required && parameter.in !== 'path'
    const given = isOptional
      ? fc.oneof(
          { weight: freq, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: value },
        )
      : value
    return [parameter.name, given] as const
  })
  return fc.record(Object.fromEntries(entries))
}

function schemaOf(parameter: Parameter): JsonSchema {
  if (parameter.schema) return parameter.schema
  const { required: _, ...schema } = parameter
  return schema
}

/** Text for a parameter that it does not take, or a body that its schema does not take. */
function faultsOf(parameter: Parameter, pool: Pool): fc.Arbitrary<unknown>[] {
  const schema = schemaOf(parameter)
  if (parameter.in === 'body') return broken(schema, parameter.name, pool)
  if (parameter.in === 'path') return schema.format === 'uuid' ? [fc.constant('no-guid')] : []
  const { type = 'object' } = schema
  switch (type) {
    case 'integer':
    case 'number':
      return [
        fc.constantFrom('many', '1e3', '--1'),
        ...limits(schema).map((limit) => fc.constant(String(limit))),
      ]
    case 'boolean':
      return [fc.constantFrom('maybe', '1', 'TRUE')]
    case 'array':
      return brokenText(schema.items ?? {}).map((one) => one.map((bad) => [bad]))
    case 'string':
    case 'object':
      return brokenText(schema)
  }
}

function limits({ minimum, maximum }: JsonSchema): readonly number[] {
  return [
    ...(minimum === undefined ? [] : [minimum - 1]),
    ...(maximum === undefined ? [] : [maximum + 1]),
  ]
}

function requestOf({ path, method, operation }: Operation, values: Said): RawRequest {
  const at = (place: Parameter['in']) =>
    operation.parameters.filter(
      (parameter) => parameter.in === place && values[parameter.name] !== undefined,
    )
  const address = at('path').reduce(
    (rest, { name }) => rest.replace(`{${name}}`, encodeURIComponent(textOf(values[name]))),
    path,
  )
  const query = new URLSearchParams(
    Object.fromEntries(at('query').map(({ name }) => [name, textOf(values[name])])),
  )
  const [body] = at('body')
  return {
    method: method.toUpperCase() as RawRequest['method'],
    url: `${swagger.basePath}${address}${query.size > 0 ? `?${query.toString()}` : ''}`,
    ...(body && {
      payload: JSON.stringify(values[body.name]),
      headers: { 'content-type': 'application/json' },
    }),
  }
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(',') : String(value)
}
