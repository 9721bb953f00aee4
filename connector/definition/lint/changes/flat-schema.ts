import { isNode, nodeOf, nodesOf, textsOf } from '../facts/json.js'
import type { Node } from '../facts/json.js'
import { at } from '../facts/place.js'
import type { Located, Resolve } from '../facts/references.js'

/** A schema with what it refers to and is composed of in one piece. */
export interface FlatSchema extends Located {
  readonly properties: ReadonlyMap<string, Located>
  readonly required: ReadonlySet<string>
  readonly items: Located | undefined
}

/** @returns undefined where a reference leads nowhere, or around in a ring. */
export function flat(schema: Located, resolve: Resolve, depth = 0): FlatSchema | undefined {
  const found = resolve(schema)
  if (!found || depth > 20) return undefined
  const { node, place } = found
  const all = Array.isArray(node['allOf']) ? (node['allOf'] as readonly unknown[]) : []
  const parts = all.flatMap((part, index) => {
    const one = flat({ node: nodeOf(part), place: at(place, 'allOf', index) }, resolve, depth + 1)
    return one ? [one] : []
  })
  const own = nodesOf(node['properties']).map(
    ([name, property]) => [name, { node: property, place: at(place, 'properties', name) }] as const,
  )
  return {
    node: Object.assign({}, ...parts.map((part) => part.node), node) as Node,
    place,
    properties: new Map([...parts.flatMap((part) => [...part.properties]), ...own]),
    required: new Set([
      ...parts.flatMap((part) => [...part.required]),
      ...textsOf(node['required']),
    ]),
    items: isNode(node['items']) ? { node: node['items'], place: at(place, 'items') } : undefined,
  }
}
