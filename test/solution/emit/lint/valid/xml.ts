/** Ids for the package: the same word is always the same id. */
export function idOf(word: string): string {
  const hex = Buffer.from(word.padEnd(16, '.')).toString('hex').slice(0, 32)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** One element per line, so that lines of findings can be checked. */
export const lines = (...parts: readonly string[]): string => parts.filter(Boolean).join('\n')

/** `<name>text</name>` on a line of its own for each entry. */
export function texts(parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts)
    .map(([name, text]) => (text === '' ? `<${name} />` : `<${name}>${text}</${name}>`))
    .join('\n')
}

export const localized = (description: string): string =>
  `<LocalizedNames><LocalizedName description="${description}" languagecode="1033" /></LocalizedNames>`
