/** Attributes, or elements that hold only text, by name. */
export type Settings = Readonly<Record<string, string>>

/**
 * What is written of a part: the standard of its kind with the part's settings over it. An empty
 * setting of a name that the standard has leaves it out.
 */
export function withStandard(standard: Settings, settings: Settings = {}): Settings {
  const written = Object.entries({ ...standard, ...settings }).filter(
    ([name, value]) => value !== '' || !(name in standard),
  )
  return Object.fromEntries(written)
}

/** The settings that `withStandard` makes `actual` of; undefined where it is the standard. */
export function deviations(standard: Settings, actual: Settings): Settings | undefined {
  const missing = Object.keys(standard).filter((name) => !(name in actual))
  const other = Object.entries(actual).filter(([name, value]) => standard[name] !== value)
  if (missing.length + other.length === 0) return undefined
  return Object.fromEntries([...missing.map((name) => [name, ''] as const), ...other])
}
