/** Consecutive parts of a list, each of at most `size` values. */
export function slices<V>(values: readonly V[], size: number): V[][] {
  const parts: V[][] = []
  for (let start = 0; start < values.length; start += size) {
    parts.push(values.slice(start, start + size))
  }
  return parts
}
