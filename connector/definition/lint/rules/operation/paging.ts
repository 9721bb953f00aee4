import { nodeOf, shown, textOf } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import { problem, rule } from '../../rule.js'
import type { Facts } from '../../facts/facts.js'
import type { Operation } from '../../facts/operations.js'
import { outputOf } from '../../facts/operations.js'
import { propertyAt } from '../../facts/outputs.js'

/** What the address of a next page may be called. */
export const nextLinkNames: readonly unknown[] = ['nextLink', '@odata.nextLink']

export const nextLinkName = rule(
  'InvalidNextLinkNameValue',
  'The address of the next page is nextLink or @odata.nextLink.',
  (facts) =>
    pageable(facts).flatMap(({ operation, name, place }) =>
      nextLinkNames.includes(name)
        ? []
        : [
            problem(
              place,
              `The nextLinkName of ${operation.title} is ${shown(name)}; expected "nextLink" or "@odata.nextLink".`,
            ),
          ],
    ),
)

export const nextLinkProduced = rule(
  'PageableOperationMustProduceNextLink',
  'A list with pages has the address of the next one among its outputs.',
  (facts) =>
    pageable(facts).flatMap(({ operation, name, place }) => {
      if (name === undefined || !nextLinkNames.includes(name)) return []
      const output = outputOf(operation)
      return output && propertyAt(output, [name], facts.resolve)
        ? []
        : [
            problem(
              place,
              `${operation.title} has pages and no output ${shown(name)}; expected one.`,
            ),
          ]
    }),
)

/** The operations with pages, and what they call the address of the next one. */
export function pageable({ operations }: Facts): readonly {
  readonly operation: Operation
  readonly name: string | undefined
  readonly place: Operation['place']
}[] {
  return operations
    .filter(({ node }) => 'x-ms-pageable' in node)
    .map((operation) => ({
      operation,
      name: textOf(nodeOf(operation.node['x-ms-pageable'])['nextLinkName']),
      place: at(operation.place, 'x-ms-pageable', 'nextLinkName'),
    }))
}
