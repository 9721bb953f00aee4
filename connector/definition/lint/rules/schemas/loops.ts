import type { Facts } from '../../facts/facts.js'
import { nodesOf, textOf, textsOf } from '../../facts/json.js'
import type { Node } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import { target } from '../../facts/references.js'
import type { Located } from '../../facts/references.js'
import { childrenOf } from '../../facts/schemas.js'
import { problem, rule } from '../../rule.js'

export const referenceLoop = rule(
  'SchemaRefLoopNotAllowed',
  'No definition is a part of itself.',
  (facts) =>
    loops(facts, 'any').map(({ name, ring }) =>
      problem(
        at(facts.root.place, 'definitions', name),
        `The definition ${ring.join(' > ')} > ${name} leads back to itself; expected an end.`,
      ),
    ),
)

export const requiredLoop = rule(
  'RequiredLoopInSchemaNotAllowed',
  'No definition requires itself: no value could ever be complete.',
  (facts) =>
    loops(facts, 'required').map(({ name, ring }) =>
      problem(
        at(facts.root.place, 'definitions', name),
        `The definition ${ring.join(' > ')} > ${name} requires itself; expected an end.`,
      ),
    ),
)

interface Loop {
  readonly name: string
  /** The definitions on the way, the first one being the one that comes first in the file. */
  readonly ring: readonly string[]
}

/** Each ring of definitions once; those of required properties alone are no `any` ring. */
function loops(facts: Facts, kind: 'any' | 'required'): readonly Loop[] {
  const definitions = nodesOf(facts.root.node['definitions'])
  const order = definitions.map(([name]) => name)
  const edges = (required: boolean) =>
    new Map(definitions.map(([name, node]) => [name, referred(facts, node, name, required)]))
  const [all, required] = [edges(false), edges(true)]
  const graph = kind === 'any' ? all : required
  return order.flatMap((name, index) => {
    const ring = ringOf(graph, name, new Set(order.slice(0, index)))
    if (!ring) return []
    return kind === 'any' && ringOf(required, name, new Set(order.slice(0, index)))
      ? []
      : [{ name, ring }]
  })
}

type Graph = ReadonlyMap<string, readonly string[]>

/** A way from a definition back to it that does not pass the excluded ones. */
function ringOf(graph: Graph, start: string, excluded: ReadonlySet<string>): string[] | undefined {
  const seen = new Set(excluded)
  const ways: string[][] = [[start]]
  for (let way = ways.pop(); way; way = ways.pop()) {
    for (const next of graph.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return way
      if (!seen.has(next)) {
        seen.add(next)
        ways.push([...way, next])
      }
    }
  }
  return undefined
}

function referred(facts: Facts, node: Node, name: string, required: boolean): readonly string[] {
  const top = { node, place: at(facts.root.place, 'definitions', name) }
  return [...references(top, required)].flatMap((reference) => {
    const found = target(facts.root, reference)
    const [folder, definition] = found?.place.steps ?? []
    return folder === 'definitions' && typeof definition === 'string' ? [definition] : []
  })
}

function* references(schema: Located, requiredOnly: boolean): Generator<string> {
  const reference = textOf(schema.node['$ref'])
  if (reference !== undefined) yield reference
  const required = textsOf(schema.node['required'])
  for (const child of childrenOf(schema)) {
    // An entry of a list or a free property may be absent; a part of `allOf` may not.
    const must =
      child.property === undefined
        ? child.place.steps.includes('allOf')
        : required.includes(child.property)
    if (must || !requiredOnly) yield* references(child, requiredOnly)
  }
}
