import { isNode, nodeOf } from './json.js'
import { at } from './place.js'
import type { Located, Resolve } from './references.js'

/**
 * The schema at a path string below a schema: `value/id`, by properties; entries of lists are passed
 * through.
 *
 * @returns undefined where there is none.
 */
export function propertyAt(
  top: Located,
  path: readonly string[],
  resolve: Resolve,
): Located | undefined {
  let found = resolve(top)
  for (const name of path) {
    if (!found) return undefined
    const next: Located | undefined = property(entryOf(found, resolve), name, resolve)
    found = next && resolve(next)
  }
  return found
}

/** The schema of a list's entries; of anything else, itself. */
export function entryOf(schema: Located, resolve: Resolve): Located {
  const items = schema.node['items']
  if (!isNode(items)) return schema
  return resolve({ node: items, place: at(schema.place, 'items') }) ?? schema
}

function property({ node, place }: Located, name: string, resolve: Resolve): Located | undefined {
  const own = nodeOf(node['properties'])[name]
  if (isNode(own)) return { node: own, place: at(place, 'properties', name) }
  const parts = Array.isArray(node['allOf']) ? (node['allOf'] as readonly unknown[]) : []
  return parts
    .map((part, index) => resolve({ node: nodeOf(part), place: at(place, 'allOf', index) }))
    .flatMap((part) => (part ? [property(part, name, resolve)] : []))
    .find((found) => found !== undefined)
}

export function pathOf(text: string): readonly string[] {
  return text.split('/').filter((step) => step !== '')
}

/** Whether a schema says nothing of its properties, so that any may be there. */
export function isOpen({ node }: Located): boolean {
  return (
    !('properties' in node) &&
    !('allOf' in node) &&
    (node['type'] === undefined || node['type'] === 'object')
  )
}
