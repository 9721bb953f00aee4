import type { Facts } from '../../facts/facts.js'
import { shown } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import type { Located } from '../../facts/references.js'
import { each, rule } from '../../rule.js'
import {
  infoKeywords,
  itemKeywords,
  operationKeywords,
  parameterKeywords,
  responseKeywords,
  rootKeywords,
  schemaKeywords,
} from './known-keywords.js'

const unsupported = [
  'uniqueItems',
  'oneOf',
  'anyOf',
  'not',
  'patternProperties',
  'const',
  'nullable',
  'if',
]

export const keywordsSupported = rule(
  'SwaggerKeywordNotSupported',
  'Schemas do without keywords that the platform does not read.',
  ({ schemas }) =>
    schemas.flatMap(({ node, place }) =>
      each(
        unsupported
          .filter((keyword) => keyword in node)
          .map((keyword) => ({ keyword, place: at(place, keyword) })),
        ({ keyword }) =>
          `The keyword ${shown(keyword)} is not supported; expected a schema without.`,
      ),
    ),
)

export const extensionNames = rule(
  'ExtensionNameNotValid',
  'What Swagger does not know starts with x-.',
  (facts) =>
    each(unknown(facts), ({ keyword, known }) =>
      keyword.startsWith('x-') || keyword === '$ref' || unsupported.includes(keyword)
        ? undefined
        : `${shown(keyword)} is no keyword here; expected one that starts with "x-", or one of ${known.filter((name) => !name.startsWith('x-')).join(', ')}.`,
    ),
)

export const extensionsKnown = rule(
  'AdditionalPropertyNotAllowed',
  'Extensions of the platform stand where it reads them.',
  (facts) =>
    each(unknown(facts), ({ keyword, known }) =>
      keyword.startsWith('x-ms-')
        ? `${shown(keyword)} is not read here; expected one of ${known.filter((name) => name.startsWith('x-ms-')).join(', ')}.`
        : undefined,
    ),
)

function unknown({ root, info, items, operations, parameters, schemas }: Facts) {
  const owners: readonly (readonly [readonly Located[], readonly string[]])[] = [
    [[root], rootKeywords],
    [[info], infoKeywords],
    [items, itemKeywords],
    [operations, operationKeywords],
    [operations.flatMap(({ responses }) => responses), responseKeywords],
    [parameters, parameterKeywords],
    [schemas.filter((schema) => !(schema.isTop && schema.root === 'parameter')), schemaKeywords],
  ]
  return owners.flatMap(([list, known]) =>
    list.flatMap(({ node, place }) =>
      Object.keys(node)
        .filter((keyword) => !known.includes(keyword))
        .map((keyword) => ({ keyword, known, place: at(place, keyword) })),
    ),
  )
}
