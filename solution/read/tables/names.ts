/** The prefix of a publisher in a schema name: `govcdm_`. */
const prefix = /^[a-z][a-z0-9]{1,7}_/

/** Whether a name is a solution's; those of the platform have no prefix. */
export function hasPrefix(schemaName: string): boolean {
  return prefix.test(schemaName)
}

/** The name our code gives to a column: `govcdm_TargetID` -> `targetId`. */
export function columnName(schemaName: string): string {
  return camelCase(schemaName.replace(prefix, '')) ?? schemaName.toLowerCase()
}

/** The name our code gives to an option: `Completed With Errors` -> `completedWithErrors`. */
export function optionName(label: string, value: number): string {
  return camelCase(label) ?? `value${value < 0 ? 'Minus' : ''}${Math.abs(value)}`
}

/**
 * The entries by name, in their order; where two would have one name, the later takes its other one.
 * Names are never numbers: an object would put those first.
 */
export function byName<T>(
  entries: readonly T[],
  nameOf: (entry: T) => string,
  otherNameOf: (entry: T) => string,
): Readonly<Record<string, T>> {
  const named = new Map<string, T>()
  for (const entry of entries) {
    let name = nameOf(entry)
    if (named.has(name)) name = otherNameOf(entry)
    while (named.has(name)) name = `${name}_`
    named.set(name, entry)
  }
  return Object.fromEntries(named)
}

/** Undefined where the text has no letter or digit. */
function camelCase(text: string): string | undefined {
  const words = text
    .replace(/['’]/g, '')
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
  const [first, ...others] = words.map((word) => word.toLowerCase())
  if (first === undefined) return undefined
  const name = [first, ...others.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join(
    '',
  )
  return /^\p{N}/u.test(name) ? `_${name}` : name
}
