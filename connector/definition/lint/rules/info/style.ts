import { shown } from '../../facts/json.js'
import { each, rule } from '../../rule.js'

export const alphanumericEnd = rule(
  'ValueMustEndWithAlphanumeric',
  'Titles and summaries end with a letter, a digit or a closing parenthesis.',
  ({ texts }) =>
    each(texts, ({ keyword, value }) => {
      const end = keyword === 'title' ? /[a-z0-9]$/i : /[a-z0-9)]$/i
      return ['title', 'summary', 'x-ms-summary'].includes(keyword) &&
        value !== '' &&
        !end.test(value)
        ? `${shown(value)} ends with ${shown(value.slice(-1))}; expected a letter or a digit.`
        : undefined
    }),
)

export const summaryCharacters = rule(
  'RestrictedCharactersInSummary',
  'Summaries are made of letters, digits, blanks and parentheses.',
  ({ texts }) =>
    each(texts, ({ keyword, value }) => {
      if (keyword !== 'summary' && keyword !== 'x-ms-summary') return undefined
      const body = value.replace(/[^A-Za-z0-9)]$/, '')
      const found = Array.from(body.matchAll(/[^A-Za-z0-9 ()]/gu), ([character]) => character)
      // Letters of other languages are for the rule that asks for English.
      const marks = found.filter((character) => !/\p{L}/u.test(character))
      return marks.length > 0
        ? `${shown(value)} has ${marks.map(shown).join(', ')}; expected letters, digits and blanks.`
        : undefined
    }),
)

export const sentenceCase = rule(
  'SummaryMustBeInSentenceCase',
  'Summaries of operations start with a capital letter and go on in small ones.',
  ({ texts }) =>
    each(texts, ({ keyword, value }) => {
      if (keyword !== 'summary' || value === '') return undefined
      const [first = '', ...rest] = value.split(/\s+/)
      const long = rest.filter((word) => /^[a-z]{4,}$/i.test(word))
      const isTitleCase = long.length > 1 && long.every((word) => /^[A-Z][a-z]/.test(word))
      return /^[A-Z0-9]/.test(first) && !isTitleCase
        ? undefined
        : `${shown(value)} is not in sentence case; expected one like "List the items of a job".`
    }),
)

const smallWords = /^(a|an|and|as|at|by|for|from|in|of|on|or|per|the|to|vs|via|with)$/

export const titleCase = rule(
  'SummaryMustBeInTitleCase',
  'Summaries of fields are in title case.',
  ({ texts }) =>
    each(texts, ({ keyword, value }) => {
      if (keyword !== 'x-ms-summary') return undefined
      const words = value.split(/[\s(]+/).filter((word) => word !== '')
      const wrong = words.filter(
        (word, index) => /^[a-z]/.test(word) && (index === 0 || !smallWords.test(word)),
      )
      return wrong.length > 0
        ? `${shown(value)} writes ${wrong.map(shown).join(', ')} small; expected title case.`
        : undefined
    }),
)

export const sentences = rule(
  'DescriptionMustBeASentence',
  'Descriptions are sentences: a capital letter in front, a full stop behind.',
  ({ texts }) =>
    each(texts, ({ keyword, value }) => {
      if (keyword !== 'description' || value === '') return undefined
      return /^["'(A-Z0-9]/.test(value.trim()) && /[.!?]["')]?$/.test(value.trim())
        ? undefined
        : `${shown(value)} is no sentence; expected a capital letter in front and a full stop behind.`
    }),
)

export const descriptionsOfTheirOwn = rule(
  'DescriptionRepeatsSummary',
  'Descriptions say more than the summaries.',
  ({ texts }) =>
    each(texts, ({ keyword, value, summary }) =>
      keyword === 'description' && summary !== undefined && plain(value) === plain(summary)
        ? `The description says what the summary ${shown(summary)} says; expected more.`
        : undefined,
    ),
)

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
