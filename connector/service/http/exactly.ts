/**
 * Whether a row has these texts, character by character; a text that was not asked for matches any.
 * The platform compares without regard to case, but keys of a source may differ by case alone.
 */
export function hasExactly<Row extends object>(
  row: Row,
  asked: { readonly [Name in keyof Row]?: string | undefined },
): boolean {
  for (const name in asked) {
    const value: unknown = row[name]
    if (asked[name] !== undefined && value !== asked[name]) return false
  }
  return true
}
