import { shown, textOf } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import { limits } from '../../limits.js'
import { each, problem, rule } from '../../rule.js'

export const lengthExceeded = rule(
  'FieldLengthExceeded',
  'Titles and summaries of fields are short.',
  ({ texts }) =>
    each(texts, ({ keyword, value }) => {
      const most =
        keyword === 'title'
          ? limits.titleLength
          : keyword === 'x-ms-summary'
            ? limits.summaryLength
            : Infinity
      return value.length > most
        ? `${shown(value)} has ${value.length} characters; expected at most ${most}.`
        : undefined
    }),
)

export const lengthInRange = rule(
  'FieldLengthNotInRange',
  'The description of the connector is neither short nor long.',
  ({ info }) => {
    const { min, max } = limits.descriptionLength
    const description = textOf(info.node['description']) ?? ''
    return description === '' || (description.length >= min && description.length <= max)
      ? []
      : [
          problem(
            at(info.place, 'description'),
            `The description has ${description.length} characters; expected ${min} to ${max}.`,
          ),
        ]
  },
)

export const summaryLength = rule(
  'OperationSummaryTooLong',
  'Summaries of operations are short.',
  ({ texts }) =>
    each(texts, ({ keyword, value }) =>
      keyword === 'summary' && value.length > limits.summaryLength
        ? `${shown(value)} has ${value.length} characters; expected at most ${limits.summaryLength}.`
        : undefined,
    ),
)
