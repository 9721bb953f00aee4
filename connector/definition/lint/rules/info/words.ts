import { shown } from '../../facts/json.js'
import type { Text } from '../../facts/texts.js'
import { each, rule } from '../../rule.js'

const products =
  /\b(Power ?(Apps|Automate|Platform|BI|Pages|Virtual Agents)|Copilot Studio|Dataverse|Dynamics( 365)?|Logic Apps|Microsoft Flow)\b/i

/** What a text may not name: products anywhere, and in the head what everybody sees it is. */
function restricted({ kind, keyword }: Text): readonly RegExp[] {
  if (kind !== 'info') return [products]
  return keyword === 'title'
    ? [products, /\bAPIs?\b/i, /\bconnectors?\b/i]
    : [products, /\bAPIs?\b/i]
}

export const words = rule(
  'ValueContainsRestrictedWords',
  'Texts name no product of the platform; title and description say neither API nor connector.',
  ({ texts }) =>
    each(texts, (text) => {
      const found = restricted(text).flatMap((pattern) => pattern.exec(text.value)?.[0] ?? [])
      return found.length > 0
        ? `${shown(text.value)} says ${found.map(shown).join(', ')}; expected a text without.`
        : undefined
    }),
)

/** A letter beyond A to Z, whatever it is written with. */
const foreignLetter = /(?![A-Za-z])\p{L}/u

export const english = rule('ValueMustBeInEnglish', 'Texts are in English.', ({ texts }) =>
  each(texts, ({ value }) => {
    const [letter] = foreignLetter.exec(value) ?? []
    return letter === undefined
      ? undefined
      : `${shown(value)} has the letter ${shown(letter)}; expected English.`
  }),
)
