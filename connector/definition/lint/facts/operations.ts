import { nodeOf, nodesOf, textOf } from './json.js'
import type { Node } from './json.js'
import { parametersOf } from './parameters.js'
import type { Parameter } from './parameters.js'
import { at } from './place.js'
import type { Located, Resolve } from './references.js'

export const methods: readonly string[] = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
]

export interface PathItem extends Located {
  readonly path: string
  /** The parameters that all operations of the path take. */
  readonly parameters: readonly Parameter[]
}

export interface Response extends Located {
  readonly status: string
  readonly schema: Located | undefined
}

export interface Operation extends Located {
  readonly item: PathItem
  readonly path: string
  readonly method: string
  /** The operationId; empty where there is none. */
  readonly id: string
  /** What messages call it: its id, else its method and path. */
  readonly title: string
  /** Its own parameters, and those of its path that it does not replace. */
  readonly parameters: readonly Parameter[]
  readonly responses: readonly Response[]
  readonly isInternal: boolean
  readonly isTrigger: boolean
  /** A trigger whose path says what is sent to it. */
  readonly isWebhook: boolean
  readonly annotation: Node
}

export function pathItemsOf(root: Located, resolve: Resolve): readonly PathItem[] {
  return nodesOf(root.node['paths'])
    .filter(([path]) => !path.startsWith('x-'))
    .map(([path, node]) => {
      const place = at(root.place, 'paths', path)
      return { path, node, place, parameters: parametersOf({ node, place }, resolve) }
    })
}

export function operationsOf(items: readonly PathItem[], resolve: Resolve): readonly Operation[] {
  return items.flatMap((item) =>
    nodesOf(item.node)
      .filter(([method]) => methods.includes(method))
      .map(([method, node]) => operationOf(item, method, node, resolve)),
  )
}

function operationOf(item: PathItem, method: string, node: Node, resolve: Resolve): Operation {
  const place = at(item.place, method)
  const own = parametersOf({ node, place }, resolve)
  const inherited = item.parameters.filter(
    (parameter) => !own.some((other) => other.name === parameter.name && other.in === parameter.in),
  )
  const id = textOf(node['operationId']) ?? ''
  const isTrigger = 'x-ms-trigger' in node
  return {
    item,
    path: item.path,
    method,
    node,
    place,
    id,
    title: id || `${method.toUpperCase()} ${item.path}`,
    parameters: [...own, ...inherited],
    responses: responsesOf({ node, place }, resolve),
    isInternal: node['x-ms-visibility'] === 'internal',
    isTrigger,
    isWebhook: isTrigger && 'x-ms-notification-content' in item.node,
    annotation: nodeOf(node['x-ms-api-annotation']),
  }
}

function responsesOf(operation: Located, resolve: Resolve): readonly Response[] {
  return nodesOf(operation.node['responses'])
    .filter(([status]) => !status.startsWith('x-'))
    .flatMap(([status, node]) => {
      const found = resolve({ node, place: at(operation.place, 'responses', status) })
      return found ? [{ ...found, status, schema: schemaOf(found) }] : []
    })
}

/** The schema that a body parameter, a response or a notification has. */
export function schemaOf({ node, place }: Located): Located | undefined {
  return 'schema' in node ? { node: nodeOf(node['schema']), place: at(place, 'schema') } : undefined
}

/** The response that makes the operation's outputs in the designer: the first success with a schema. */
export function outputOf(operation: Operation): Located | undefined {
  return operation.responses.find(({ status, schema }) => status.startsWith('2') && schema)?.schema
}
