import { isNode, listOf, nodesOf, textOf } from './json.js'
import { at } from './place.js'
import type { Place } from './place.js'
import type { Located, Resolve } from './references.js'

export interface Parameter extends Located {
  readonly name: string
  readonly in: string
  readonly isRequired: boolean
  readonly isInternal: boolean
  /** Where the list that uses it names it; for a shared one not the place where it is declared. */
  readonly usedAt: Place
}

/** The parameters of a list, shared ones resolved; references that lead nowhere are left out. */
export function parametersOf(list: Located, resolve: Resolve): readonly Parameter[] {
  return listOf(list.node['parameters']).flatMap((entry, index) => {
    if (!isNode(entry)) return []
    const usedAt = at(list.place, 'parameters', index)
    const found = resolve({ node: entry, place: usedAt })
    return found ? [parameterOf(found, usedAt)] : []
  })
}

/** The parameters that the definition declares for all its operations. */
export function sharedParameters(root: Located): readonly Parameter[] {
  return nodesOf(root.node['parameters']).flatMap(([name, node]) => {
    const place = at(root.place, 'parameters', name)
    return '$ref' in node ? [] : [parameterOf({ node, place }, place)]
  })
}

function parameterOf({ node, place }: Located, usedAt: Place): Parameter {
  return {
    node,
    place,
    usedAt,
    name: textOf(node['name']) ?? '',
    in: textOf(node['in']) ?? '',
    isRequired: node['required'] === true,
    isInternal: node['x-ms-visibility'] === 'internal',
  }
}
