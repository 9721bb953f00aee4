const plain = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The id in lower case without braces, or null when the text is no GUID. */
export function normaliseGuid(text: string): string | null {
  if (plain.test(text)) return text
  const bare = /^\{.*\}$/.test(text) ? text.slice(1, -1) : text
  const lower = bare.toLowerCase()
  return plain.test(lower) ? lower : null
}
