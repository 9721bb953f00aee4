import type { Operation, Parameter, Schema } from './definition.js'

/** What a flow gives to an operation, by parameter; of a body, by path: `body/items`. */
export type Given = Readonly<Record<string, unknown>>

/** A request below the connector's base path. */
export interface OperationRequest {
  readonly method: string
  readonly path: string
  readonly body?: unknown
}

/**
 * Puts the parameters of a flow's action where the definition has them.
 *
 * @throws Error naming a parameter that the operation does not have, or one that is missing.
 */
export function requestOf(operation: Operation, given: Given): OperationRequest {
  const { operationId, method, parameters } = operation
  const unknown = Object.keys(given).filter((name) => !isParameter(operation, name))
  if (unknown.length > 0) throw new Error(`${operationId} has no parameter ${unknown.join(', ')}.`)
  const missing = missingParameters(operation, given)
  if (missing.length > 0) throw new Error(`${operationId} lacks ${missing.join(', ')}.`)
  const path = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce(
      (rest, parameter) => rest.replace(`{${parameter.name}}`, encoded(parameter, given)),
      operation.path,
    )
  const query = parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap((parameter) => {
      const value = given[parameter.name] ?? parameter.default ?? null
      return value === null ? [] : [[parameter.name, written(parameter, value)] as const]
    })
  const body = parameters.find((parameter) => parameter.in === 'body')
  return {
    method,
    path:
      query.length > 0
        ? `${path}?${new URLSearchParams(Object.fromEntries(query)).toString()}`
        : path,
    ...(body && { body: bodyOf(body.name, given) }),
  }
}

/** Whether the operation has the parameter, or the property of its body, of that name. */
export function isParameter({ parameters }: Operation, name: string): boolean {
  return parameters.some((parameter) => schemaAt(parameter, name) !== undefined)
}

/** The schema of a parameter, or of a property within a body; undefined where it has none. */
export function schemaAt(parameter: Parameter, name: string): Schema | undefined {
  const [first, ...steps] = name.split('/')
  if (first !== parameter.name) return undefined
  if (parameter.in !== 'body') return steps.length === 0 ? parameter : undefined
  return steps.reduce<Schema | undefined>(
    (schema, step) => schema?.properties?.[step],
    parameter.schema,
  )
}

/** Names of required parameters, and required properties of a body, that were not given. */
export function missingParameters({ parameters }: Operation, given: Given): readonly string[] {
  return parameters.flatMap((parameter) => {
    if (parameter.in !== 'body') {
      return parameter.isRequired && (given[parameter.name] ?? parameter.default ?? null) === null
        ? [parameter.name]
        : []
    }
    if (parameter.name in given) return []
    const { required = [], properties = {} } = parameter.schema ?? {}
    return required
      .filter((name) => properties[name]?.['x-ms-notification-url'] !== true)
      .map((name) => `${parameter.name}/${name}`)
      .filter(
        (name) => !Object.keys(given).some((one) => one === name || one.startsWith(`${name}/`)),
      )
  })
}

function encoded(parameter: Parameter, given: Given): string {
  const once = encodeURIComponent(String(given[parameter.name]))
  return parameter['x-ms-url-encoding'] === 'double' ? encodeURIComponent(once) : once
}

function written({ collectionFormat }: Parameter, value: unknown): string {
  if (!Array.isArray(value)) return String(value)
  if (collectionFormat !== undefined && collectionFormat !== 'csv') {
    throw new Error(`Lists of ${collectionFormat} are not known.`)
  }
  return value.map(String).join(',')
}

function bodyOf(name: string, given: Given): unknown {
  if (name in given) return given[name]
  const body: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(given)) {
    if (path.startsWith(`${name}/`)) put(body, path.split('/').slice(1), value)
  }
  return body
}

function put(into: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first = '', ...rest] = path
  if (rest.length === 0) into[first] = value
  else put((into[first] ??= {}) as Record<string, unknown>, rest, value)
}
