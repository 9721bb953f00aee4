/** A JSON object whose members are not known yet: a definition may hold anything anywhere. */
export type Node = Readonly<Record<string, unknown>>

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value itself where it is an object; else an object without members. */
export function nodeOf(value: unknown): Node {
  return isNode(value) ? value : {}
}

/** The members of an object that are objects themselves; none of anything else. */
export function nodesOf(value: unknown): readonly (readonly [string, Node])[] {
  return Object.entries(nodeOf(value)).filter((entry): entry is [string, Node] => isNode(entry[1]))
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : []
}

/** The texts of a list; whatever else is in it is left out. */
export function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((entry) => typeof entry === 'string')
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

/** A value as a message shows it: as JSON, cut after 80 characters. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}

export type JsonType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'null'

export function jsonType(value: unknown): JsonType {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  if (typeof value === 'string' || typeof value === 'boolean') {
    return typeof value as 'string' | 'boolean'
  }
  return 'object'
}

/** Whether a value is of a type; every integer is a number, too. */
export function isOfType(value: unknown, type: string): boolean {
  const found = jsonType(value)
  return found === type || (found === 'integer' && type === 'number')
}

/** The entries of a list that stand in it more than once, each once. */
export function duplicates(list: readonly unknown[]): readonly unknown[] {
  const texts = list.map((entry) => JSON.stringify(entry))
  const twice = texts.filter((text, index) => texts.indexOf(text) !== index)
  return [...new Set(twice)].map((text) => list[texts.indexOf(text)])
}

/** The members of groups by what they have in common. */
export function grouped<T>(list: readonly T[], key: (entry: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const entry of list) {
    const name = key(entry)
    groups.set(name, [...(groups.get(name) ?? []), entry])
  }
  return groups
}
