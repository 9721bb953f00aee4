import type { Deviations } from '../deviations.js'

/**
 * The child elements of one kind of element, in the order of the platform's exports, with the text
 * they usually have. Undefined: the element has its place here but is usually missing. An element
 * that holds others has the text '' where it is usual.
 */
export type Standard = ReadonlyMap<string, string | undefined>

export type Texts = Readonly<Record<string, string | undefined>>

/** The names in this order, with these texts. */
export function standard(order: readonly string[], texts: Texts): Standard {
  const unplaced = Object.keys(texts).find((name) => !order.includes(name))
  if (unplaced !== undefined) throw new Error(`The element ${unplaced} has no place in its list.`)
  return new Map(order.map((name) => [name, texts[name]]))
}

/** What an element with these deviations holds, in order; elements without a place come last. */
export function textsOf(
  usual: Standard,
  { settings = {}, without = [] }: Deviations,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const [name, text] of usual) {
    const own = Object.hasOwn(settings, name) ? settings[name] : undefined
    const written = own ?? (without.includes(name) ? undefined : text)
    if (written !== undefined) texts.set(name, written)
  }
  for (const [name, text] of Object.entries(settings)) if (!usual.has(name)) texts.set(name, text)
  return texts
}

/** How these texts differ from the usual ones: what `textsOf` needs to write them again. */
export function deviationsFrom(usual: Standard, texts: ReadonlyMap<string, string>): Deviations {
  const settings = [...texts].filter(([name, text]) => usual.get(name) !== text)
  const without = [...usual].flatMap(([name, text]) =>
    text === undefined || texts.has(name) ? [] : [name],
  )
  return {
    ...(settings.length === 0 ? {} : { settings: Object.fromEntries(settings) }),
    ...(without.length === 0 ? {} : { without }),
  }
}
