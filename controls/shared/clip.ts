/** A text cut to a length, never through the middle of a character. */
export function clip(
  text: string,
  longest: number,
): { readonly text: string; readonly cut: boolean } {
  if (text.length <= longest) return { text, cut: false }
  const lead = text.charCodeAt(longest - 1)
  const isHalf = lead >= 0xd800 && lead <= 0xdbff
  return { text: text.slice(0, isHalf ? longest - 1 : longest), cut: true }
}
