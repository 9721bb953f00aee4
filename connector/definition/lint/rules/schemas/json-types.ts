import { dynamicExtensions } from '../../facts/dynamic-calls.js'
import type { Facts } from '../../facts/facts.js'
import { isNode, isOfType, jsonType, listOf, nodeOf, shown } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import type { Located } from '../../facts/references.js'
import { each, rule } from '../../rule.js'
import {
  contactTypes,
  dynamicTypes,
  infoTypes,
  itemTypes,
  operationTypes,
  parameterTypes,
  responseTypes,
  rootTypes,
  schemaTypes,
} from './keyword-types.js'
import type { Types } from './keyword-types.js'

export const typesOfKeywords = rule(
  'JsonTypeIncorrect',
  'Every keyword has a value of its type.',
  (facts) =>
    owners(facts).flatMap(([list, types]) =>
      list.flatMap(({ node, place }) =>
        each(
          Object.entries(types)
            .filter(([keyword]) => keyword in node)
            .map(([keyword, type]) => ({ keyword, type, place: at(place, keyword) })),
          ({ keyword, type }) => misfit(`The keyword ${shown(keyword)}`, node[keyword], type),
        ),
      ),
    ),
)

export const typesOfMembers = rule(
  'JsonMemberTypeIncorrect',
  'Paths, operations, parameters, answers, definitions and properties are objects.',
  (facts) =>
    owners(facts).flatMap(([list, types]) =>
      list.flatMap(({ node, place }) =>
        Object.keys(types)
          // The arguments of a dynamic call may be plain values.
          .filter((keyword) => ofObjects.includes(keyword) && types !== dynamicTypes)
          .flatMap((keyword) => {
            const members = isNode(node[keyword])
              ? Object.entries(node[keyword]).filter(([name]) => !name.startsWith('x-'))
              : listOf(node[keyword]).map((member, index) => [index, member] as const)
            return each(
              members.map(([name, member]) => ({ member, place: at(place, keyword, name) })),
              ({ member }) => misfit(`What stands in ${shown(keyword)}`, member, 'object'),
            )
          }),
      ),
    ),
)

/** The keywords whose members or entries are objects each. */
const ofObjects = [
  'paths',
  'definitions',
  'parameters',
  'responses',
  'properties',
  'allOf',
  'headers',
]

function misfit(what: string, value: unknown, type: string): string | undefined {
  return isOfType(value, type)
    ? undefined
    : `${what} is ${shown(value)}, of the type ${jsonType(value)}; expected ${type}.`
}

function owners(facts: Facts): readonly (readonly [readonly Located[], Types])[] {
  const { root, info, items, operations, schemas, parameters } = facts
  const contact = { node: nodeOf(info.node['contact']), place: at(info.place, 'contact') }
  const isParameter = (schema: (typeof schemas)[number]) =>
    schema.isTop && schema.root === 'parameter'
  const calls = schemas.flatMap(({ node, place }) =>
    dynamicExtensions.flatMap((name) =>
      isNode(node[name]) ? [{ node: node[name], place: at(place, name) }] : [],
    ),
  )
  return [
    [[root], rootTypes],
    [[info], infoTypes],
    [[contact], contactTypes],
    [items, itemTypes],
    [operations, operationTypes],
    [operations.flatMap(({ responses }) => responses), responseTypes],
    [parameters, parameterTypes],
    [schemas.filter((schema) => !isParameter(schema)), schemaTypes],
    [calls, dynamicTypes],
  ]
}
