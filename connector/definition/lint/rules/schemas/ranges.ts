import { numberOf, shown, textOf } from '../../facts/json.js'
import type { Schema } from '../../facts/schemas.js'
import { each, rule } from '../../rule.js'
import type { Rule } from '../../rule.js'

const counted = ['Length', 'Items', 'Properties'] as const

/** The platform has no rule for the least number of properties below zero. */
const notNegative = ['minLength', 'maxLength', 'minItems', 'maxItems', 'maxProperties']

export const negativeRules: readonly Rule[] = notNegative.map((keyword) =>
  rule(
    `${keyword.charAt(0).toUpperCase()}${keyword.slice(1)}MustBeGreaterThanOrEqualToZero`,
    `The least of ${keyword} is zero.`,
    ({ schemas }) =>
      each(schemas, ({ node }) => {
        const value = numberOf(node[keyword])
        return value !== undefined && value < 0
          ? `${shown(keyword)} is ${value}; expected 0 or more.`
          : undefined
      }),
  ),
)

export const orderRules: readonly Rule[] = [
  ordered('MinimumShouldBeLessThanOrEqualToMaximum', 'minimum', 'maximum'),
  ...counted.map((what) =>
    ordered(`Min${what}ShouldBeLessThanOrEqualToMax${what}`, `min${what}`, `max${what}`),
  ),
]

function ordered(name: string, least: string, most: string): Rule {
  return rule(name, `What ${least} says is not above ${most}.`, ({ schemas }) =>
    each(schemas, ({ node }) => {
      const [from, to] = [numberOf(node[least]), numberOf(node[most])]
      return from !== undefined && to !== undefined && from > to
        ? `${shown(least)} is ${from} and ${shown(most)} is ${to}; expected no more than that.`
        : undefined
    }),
  )
}

export const exclusiveRules: readonly Rule[] = ['Maximum', 'Minimum'].map((bound) =>
  rule(
    `Exclusive${bound}Requires${bound}`,
    'A bound that is left out itself is there.',
    ({ schemas }) =>
      each(schemas, ({ node }) =>
        `exclusive${bound}` in node && !(bound.toLowerCase() in node)
          ? `"exclusive${bound}" stands without "${bound.toLowerCase()}"; expected both.`
          : undefined,
      ),
  ),
)

export const multiples = rule(
  'MultipleOfMustBeGreaterThanZero',
  'Steps are above zero.',
  ({ schemas }) =>
    each(schemas, ({ node }) => {
      const step = numberOf(node['multipleOf'])
      return step !== undefined && step <= 0
        ? `"multipleOf" is ${step}; expected more than 0.`
        : undefined
    }),
)

export const patterns = rule(
  'PatternShouldBeValidRegularExpression',
  'Patterns are regular expressions.',
  ({ schemas }) =>
    each(schemas, ({ node }) =>
      isPattern(node)
        ? undefined
        : `The pattern ${shown(node['pattern'])} is no regular expression; expected one.`,
    ),
)

function isPattern(node: Schema['node']): boolean {
  try {
    new RegExp(textOf(node['pattern']) ?? '')
    return true
  } catch {
    return false
  }
}
