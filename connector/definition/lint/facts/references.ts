import { isNode, textOf } from './json.js'
import type { Node } from './json.js'
import { at } from './place.js'
import type { Place } from './place.js'

/** An object of a file and where it stands there. */
export interface Located {
  readonly node: Node
  readonly place: Place
}

export type Resolve = (from: Located) => Located | undefined

/** More references in a row than anybody writes: a ring of them ends here. */
const mostHops = 20

/**
 * Follows `$ref` to what it stands for; gives back what has none.
 *
 * @returns undefined where a reference leads nowhere.
 */
export function resolver(root: Located): Resolve {
  return (from) => {
    let found: Located | undefined = from
    for (let hops = 0; hops < mostHops && found; hops += 1) {
      const reference = textOf(found.node['$ref'])
      if (reference === undefined) return found
      found = target(root, reference)
    }
    return undefined
  }
}

/** What a reference such as `#/definitions/Job` names, if it is there. */
export function target(root: Located, reference: string): Located | undefined {
  const steps = stepsOf(reference)
  if (!steps) return undefined
  let node: unknown = root.node
  for (const step of steps) node = isNode(node) ? node[step] : undefined
  return isNode(node) ? { node, place: at(root.place, ...steps) } : undefined
}

/** The steps of a JSON pointer into the same document; undefined for anything else. */
export function stepsOf(reference: string): readonly string[] | undefined {
  if (!/^#\/([^~]|~[01])*$/.test(reference)) return undefined
  return reference
    .slice(2)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}
