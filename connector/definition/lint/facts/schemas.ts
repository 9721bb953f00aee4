import { isNode, nodeOf, nodesOf } from './json.js'
import type { Node } from './json.js'
import { schemaOf } from './operations.js'
import type { Operation, PathItem } from './operations.js'
import type { Parameter } from './parameters.js'
import { at } from './place.js'
import type { Place } from './place.js'
import type { Located } from './references.js'

/** What a schema belongs to as it is written; `parameter`: one outside of a body, with its entries. */
export type SchemaRoot =
  'definition' | 'body' | 'response' | 'notification' | 'parameter' | 'header'

/** A schema where it is written: references are not followed, so each stands here once. */
export interface Schema extends Located {
  readonly root: SchemaRoot
  /** Whether it is the whole of what it belongs to, not a part. */
  readonly isTop: boolean
  /** The name of the property that it is, if it is one. */
  readonly property: string | undefined
}

interface Sources {
  readonly root: Located
  readonly items: readonly PathItem[]
  readonly operations: readonly Operation[]
  readonly parameters: readonly Parameter[]
}

/** Every schema of the definition, with all their parts. */
export function schemasOf({ root, items, operations, parameters }: Sources): readonly Schema[] {
  const responses = [
    ...operations.flatMap((operation) => operation.responses),
    ...nodesOf(root.node['responses']).map(([name, node]) => ({
      node,
      place: at(root.place, 'responses', name),
    })),
  ]
  const found = [
    ...nodesOf(root.node['definitions']).flatMap(([name, node]) =>
      whole('definition', { node, place: at(root.place, 'definitions', name) }),
    ),
    ...parameters.flatMap((parameter) =>
      parameter.in === 'body' ? whole('body', schemaOf(parameter)) : whole('parameter', parameter),
    ),
    ...responses.flatMap((response) => [
      ...whole('response', schemaOf(response)),
      ...nodesOf(response.node['headers']).flatMap(([name, node]) =>
        whole('header', { node, place: at(response.place, 'headers', name) }),
      ),
    ]),
    ...items.flatMap(({ node, place }) => {
      const content = node['x-ms-notification-content']
      if (!isNode(content)) return []
      const located = { node: content, place: at(place, 'x-ms-notification-content') }
      return whole('notification', schemaOf(located))
    }),
  ]
  return [...new Map(found.map((schema) => [JSON.stringify(schema.place.steps), schema])).values()]
}

function whole(root: SchemaRoot, top: Located | undefined): readonly Schema[] {
  return top ? [...parts({ ...top, root, isTop: true, property: undefined })] : []
}

function* parts(schema: Schema): Generator<Schema> {
  yield schema
  for (const { node, place, property } of childrenOf(schema)) {
    yield* parts({ root: schema.root, node, place, property, isTop: false })
  }
}

interface Child extends Located {
  readonly property: string | undefined
}

/** The schemas right below one, as written. */
export function childrenOf({ node, place }: { node: Node; place: Place }): readonly Child[] {
  const single = ['items', 'additionalProperties'].flatMap((keyword) => {
    const child = node[keyword]
    return isNode(child) ? [{ node: child, place: at(place, keyword), property: undefined }] : []
  })
  const all = Array.isArray(node['allOf']) ? (node['allOf'] as readonly unknown[]) : []
  return [
    ...nodesOf(node['properties']).map(([name, child]) => ({
      node: child,
      place: at(place, 'properties', name),
      property: name,
    })),
    ...single,
    ...all.map((child, index) => ({
      node: nodeOf(child),
      place: at(place, 'allOf', index),
      property: undefined,
    })),
  ]
}
