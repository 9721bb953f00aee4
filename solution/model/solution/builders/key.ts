/** The part of a component's path that stands for its name: `Pending Certification` -> `pending-certification`. */
export function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/** Refuses a key that occurs twice, since ids are made of keys. */
export function checkUnique(keys: readonly string[], place: string): void {
  const twice = keys.find((key, at) => keys.indexOf(key) !== at)
  if (twice === undefined) return
  throw new Error(`${place} holds ${twice} twice; each needs a name of its own.`)
}
