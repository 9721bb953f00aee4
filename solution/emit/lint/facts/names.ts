export { bareId } from '../../../model/solution/id.js'

const guid = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i

export function isGuid(id: string): boolean {
  return guid.test(id.trim())
}

/** The id that stands for "none" and "this one" in bindings. */
export const emptyId = '00000000-0000-0000-0000-000000000000'

/** Names in a sentence: `"a", "b" and "c"`. */
export function list(names: Iterable<string>): string {
  const quoted = [...names].map((name) => `"${name}"`)
  const last = quoted.pop()
  return quoted.length === 0 ? (last ?? 'none') : `${quoted.join(', ')} and ${last ?? ''}`
}

/** Groups by key, in order of first appearance. */
export function groupBy<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
