import { readFileSync } from 'node:fs'

import type { JsonSchema } from './json-schema.js'

/** The part of the Swagger 2.0 file that the service reads itself; routes come from all of it. */
export interface Definition {
  readonly basePath: string
  readonly paths: Readonly<Record<string, PathItem>>
  readonly definitions: Readonly<Record<string, JsonSchema>>
}

type PathItem = Readonly<Record<string, { readonly operationId: string }>>

/** The contract: what is uploaded as the connector is what the service routes and validates by. */
export const definition = JSON.parse(
  readFileSync(new URL('../../definition/apiDefinition.swagger.json', import.meta.url), 'utf8'),
) as Definition

const methods = new Set(['get', 'post', 'put', 'patch', 'delete'])

/** The methods that a path of the definition takes, in upper case; empty for a path it lacks. */
export function methodsAt(path: string): readonly string[] {
  return paths.find(({ pattern }) => pattern.test(path))?.methods ?? []
}

const paths = Object.entries(definition.paths).map(([template, item]) => ({
  pattern: new RegExp(`^${definition.basePath}${template.replace(/\{\w+\}/g, '[^/]+')}$`),
  methods: Object.keys(item)
    .filter((name) => methods.has(name))
    .map((name) => name.toUpperCase()),
}))
