import type { Facts } from '../../facts/facts.js'
import { isNode, shown, textOf } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import { each, rule } from '../../rule.js'

const prefix = 'ApiAnnotationExtensionReplacementInfo'

export const replacementOfDeprecated = rule(
  `${prefix}ForNonDeprecatedOperations`,
  'Only deprecated operations name what replaces them.',
  (facts) =>
    each(replacements(facts), ({ operation }) =>
      operation.node['deprecated'] === true
        ? undefined
        : `${operation.title} names a replacement and is not deprecated; expected "deprecated": true.`,
    ),
)

export const replacementApi = rule(
  `${prefix}MissingApiProperty`,
  'A replacement names the connector that has it.',
  (facts) =>
    each(replacements(facts), ({ node, operation }) =>
      textOf(node['api']) === undefined
        ? `The replacement of ${operation.title} has no "api"; expected the name of a connector.`
        : undefined,
    ),
)

export const replacementOperation = rule(
  `${prefix}MissingOperationIdProperty`,
  'A replacement names the operation.',
  (facts) =>
    each(replacements(facts), ({ node, operation }) =>
      textOf(node['operationId']) === undefined
        ? `The replacement of ${operation.title} has no "operationId"; expected that of an operation.`
        : undefined,
    ),
)

export const deprecatedSaid = rule(
  'DeprecatedOperationMustSaySo',
  'Summary and description of a deprecated operation say that it is deprecated.',
  ({ operations }) =>
    operations.flatMap(({ node, place, title }) =>
      node['deprecated'] !== true
        ? []
        : ['summary', 'description']
            .filter((name) => !/\(deprecated\)/i.test(textOf(node[name]) ?? ''))
            .map((name) => ({
              place: at(place, name),
              message: `${title} is deprecated and its ${name} ${shown(node[name])} does not say so; expected "(deprecated)" in it.`,
            })),
    ),
)

function replacements({ operations }: Facts) {
  return operations.flatMap((operation) => {
    const node = operation.annotation['replacement']
    const place = at(operation.place, 'x-ms-api-annotation', 'replacement')
    return isNode(node) ? [{ node, place, operation }] : []
  })
}
