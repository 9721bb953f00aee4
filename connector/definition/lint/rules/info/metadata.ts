import type { Facts } from '../../facts/facts.js'
import { listOf, nodeOf, shown, textOf } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import { limits } from '../../limits.js'
import { problem, rule } from '../../rule.js'

const extension = 'x-ms-connector-metadata'

const knownCategories = [
  'AI',
  'Business Management',
  'Business Intelligence',
  'Collaboration',
  'Commerce',
  'Communication',
  'Content and Files',
  'Finance',
  'Data',
  'Human Resources',
  'Internet of Things',
  'IT Operations',
  'Lifestyle and Entertainment',
  'Marketing',
  'Productivity',
  'Sales and CRM',
  'Security',
  'Social Media',
  'Website',
]

export const metadataGiven = rule(
  'ConnectorMetadataPropertiesMissing',
  'The metadata tell the website, the privacy policy and the categories.',
  (facts) =>
    ['Website', 'Privacy policy', 'Categories']
      .filter((name) => !metadata(facts, name))
      .map((name) =>
        problem(
          at(facts.root.place, extension),
          `The metadata have no ${shown(name)}; it is expected.`,
        ),
      ),
)

export const categoriesKnown = rule(
  'InvalidConnectorCategory',
  'Each category is one of the gallery.',
  (facts) =>
    categories(facts)
      .filter((category) => !knownCategories.includes(category))
      .map((category) =>
        problem(
          at(facts.root.place, extension),
          `${shown(category)} is no category; expected one of ${knownCategories.join(', ')}.`,
        ),
      ),
)

export const categoriesFew = rule(
  'TooManyConnectorCategories',
  'A connector has at most two categories.',
  (facts) =>
    categories(facts).length > limits.categories
      ? [
          problem(
            at(facts.root.place, extension),
            `There are ${categories(facts).length} categories; expected at most ${limits.categories}.`,
          ),
        ]
      : [],
)

function metadata({ root }: Facts, name: string): string {
  const entry = listOf(root.node[extension]).find((one) => nodeOf(one)['propertyName'] === name)
  return textOf(nodeOf(entry)['propertyValue']) ?? ''
}

function categories(facts: Facts): readonly string[] {
  const text = metadata(facts, 'Categories')
  return text === '' ? [] : text.split(';').map((category) => category.trim())
}
