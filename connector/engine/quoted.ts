const longestShown = 100

/** A value as messages show it: in quotes, shortened to about 100 characters. */
export function quoted(text: string): string {
  return text.length <= longestShown ? `"${text}"` : `"${clipped(text, longestShown)}..."`
}

/** At most `length` UTF-16 units of the text, never half of a surrogate pair. */
export function clipped(text: string, length: number): string {
  if (text.length <= length) return text
  const last = text.charCodeAt(length - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length)
}
