import type { Facts } from '../../facts/facts.js'
import { duplicates, isOfType, jsonType, listOf, nodeOf, shown, textOf } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import { each, rule } from '../../rule.js'

export const choicesGiven = rule(
  'EnumMustContainAtLeastOneElement',
  'A list of choices has one.',
  ({ schemas }) =>
    each(schemas, ({ node }) =>
      'enum' in node && listOf(node['enum']).length === 0
        ? `The enum is ${shown(node['enum'])}; expected at least one value.`
        : undefined,
    ),
)

export const choicesTyped = rule(
  'InvalidEnumValue',
  'Choices are of the type of their schema.',
  ({ schemas }) =>
    schemas.flatMap(({ node, place }) => {
      const type = textOf(node['type'])
      const values = listOf(node['enum']).map((value, index) => ({
        value,
        place: at(place, 'enum', index),
      }))
      return each(values, ({ value }) =>
        type === undefined || isOfType(value, type)
          ? undefined
          : `The enum value ${shown(value)} is of type ${jsonType(value)}; expected ${type}.`,
      )
    }),
)

export const namedOnce = rule(
  'DuplicateEnumValuesInExtension',
  'Each choice has one name.',
  (facts) =>
    each(named(facts), ({ entries }) => {
      const twice = duplicates(entries.map((entry) => nodeOf(entry)['value']))
      return twice.length > 0
        ? `"x-ms-enum-values" names ${twice.map(shown).join(', ')} more than once; expected each once.`
        : undefined
    }),
)

export const namesGiven = rule(
  'MissingEnumValuesDisplayName',
  'Each choice that is listed with a name has one.',
  (facts) =>
    each(named(facts), ({ entries }) => {
      const nameless = entries.filter((entry) => !textOf(nodeOf(entry)['displayName']))
      return nameless.length > 0
        ? `"x-ms-enum-values" has no displayName for ${nameless.map((entry) => shown(nodeOf(entry)['value'])).join(', ')}; expected one.`
        : undefined
    }),
)

export const namedAreChoices = rule(
  'InvalidEnumValuesExtensionValue',
  'What has a name is one of the choices.',
  (facts) =>
    each(named(facts), ({ entries, choices }) => {
      const known = choices.map((choice) => JSON.stringify(choice))
      const foreign = entries
        .map((entry) => nodeOf(entry)['value'])
        .filter((value) => !known.includes(JSON.stringify(value)))
      return foreign.length > 0
        ? `"x-ms-enum-values" names ${foreign.map(shown).join(', ')}; expected values of the enum ${shown(choices)}.`
        : undefined
    }),
)

function named({ schemas }: Facts) {
  return schemas
    .filter(({ node }) => 'x-ms-enum-values' in node)
    .map(({ node, place }) => ({
      place: at(place, 'x-ms-enum-values'),
      entries: listOf(node['x-ms-enum-values']),
      choices: listOf(node['enum']),
    }))
}
