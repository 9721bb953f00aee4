import { readFileSync } from 'node:fs'

import type { JsonSchema } from '../../../../connector/service/http/json-schema.js'

export interface Parameter {
  readonly name: string
  readonly in: 'query' | 'path' | 'body'
  readonly required?: boolean
  readonly description?: string
  readonly schema?: JsonSchema
  readonly maxLength?: number
  readonly 'x-ms-summary'?: string
  readonly 'x-ms-visibility'?: string
  readonly 'x-ms-url-encoding'?: string
}

export interface OperationObject {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly parameters: readonly Parameter[]
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description: string
        readonly schema?: JsonSchema
        readonly examples?: Readonly<Record<string, unknown>>
      }
    >
  >
  readonly 'x-ms-visibility'?: string
  readonly 'x-ms-pageable'?: { readonly nextLinkName: string }
}

export interface Swagger {
  readonly info: { readonly title: string; readonly description: string }
  readonly host: string
  readonly basePath: string
  readonly schemes: readonly string[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>
  readonly definitions: Readonly<Record<string, JsonSchema>>
}

const folder = new URL('../../../../connector/definition/', import.meta.url)

export function definitionFile(name: string): Buffer {
  return readFileSync(new URL(name, folder))
}

const file: unknown = JSON.parse(definitionFile('apiDefinition.swagger.json').toString('utf8'))

/** The definition with each reference replaced by what it points at. */
export const swagger = resolved(file) as Swagger

function resolved(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(resolved)
  if (typeof node !== 'object' || node === null) return node
  const reference: unknown = '$ref' in node ? node.$ref : undefined
  if (typeof reference === 'string') return resolved(target(reference))
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, resolved(value)]))
}

function target(reference: string): unknown {
  let node: unknown = file
  for (const name of reference.split('/').slice(1)) {
    node = (node as Readonly<Record<string, unknown>>)[name]
  }
  return node
}

/** A path item holds more than methods: what a webhook sends, for example. */
export const operations = Object.entries(swagger.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => !method.startsWith('x-'))
    .map(([method, operation]) => ({ path, method, operation })),
)

export const definitions = { Error: {}, ...swagger.definitions }

/** An answer as the definition has it; undefined for a status or path that it does not have. */
export function responseOf(
  method: string,
  path: string,
  status: number,
): { readonly schema?: JsonSchema } | undefined {
  const found = operations.find(
    (entry) =>
      entry.method === method.toLowerCase() &&
      new RegExp(`^${swagger.basePath}${entry.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  )
  return found?.operation.responses[String(status)]
}

/** The schema of an answer; undefined for one without, or that the definition does not have. */
export function successSchemas(
  method: string,
  path: string,
  status: number,
): JsonSchema | undefined {
  return responseOf(method, path, status)?.schema
}
