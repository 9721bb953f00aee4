/** The JSON array in a job's Code Lists column. */
export function readCodeLists(text: string | null): readonly string[] {
  if (text === null) return []
  const parsed: unknown = JSON.parse(text)
  return Array.isArray(parsed) ? parsed.filter((name) => typeof name === 'string') : []
}

/** Null where there are none. */
export function writeCodeLists(names: Iterable<string>): string | null {
  const distinct = [...new Set(names)].sort()
  return distinct.length === 0 ? null : JSON.stringify(distinct)
}
