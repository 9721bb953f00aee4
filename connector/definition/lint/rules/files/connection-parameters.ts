import type { Facts } from '../../facts/facts.js'
import { listOf, nodeOf, nodesOf, shown, textOf } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import type { Place } from '../../facts/place.js'
import { problem, rule } from '../../rule.js'

/** How many of which connection parameters a way to sign in needs. */
const needs: Readonly<
  Record<string, { readonly types: readonly string[]; readonly count: number }>
> = {
  oauth2: { types: ['oauthSetting'], count: 1 },
  apiKey: { types: ['string', 'securestring'], count: 1 },
  basic: { types: ['string', 'securestring'], count: 2 },
}

export const definitionsAnswered = rule(
  'SecurityDefinitionWithoutConnectionParameter',
  'A connection asks for what each way to sign in needs.',
  (facts) => {
    if (!facts.properties) return []
    const parameters = parametersOf(facts)
    return definitions(facts).flatMap(({ name, type, place }) => {
      const need = needs[type]
      const found = parameters.filter((parameter) => need?.types.includes(parameter.type))
      return !need || found.length >= need.count
        ? []
        : [
            problem(
              place,
              `The security definition ${shown(name)} is of the type ${type}, and no connection asks for what it needs; expected ${need.types.join(' or ')}.`,
            ),
          ]
    })
  },
)

export const parametersDefined = rule(
  'ConnectionParameterWithoutSecurityDefinition',
  'What a connection asks for in order to sign in belongs to a way that is defined.',
  (facts) =>
    parametersOf(facts).flatMap(({ name, type, place }) => {
      const wanted =
        type === 'oauthSetting' ? ['oauth2'] : type === 'securestring' ? ['apiKey', 'basic'] : []
      // A part of a token, such as `token:clientSecret`, belongs to the token.
      return wanted.length === 0 ||
        name.includes(':') ||
        definitions(facts).some((definition) => wanted.includes(definition.type))
        ? []
        : [
            problem(
              place,
              `The connection parameter ${shown(name)} is of the type ${type}, and no securityDefinitions go with it; expected one of the type ${wanted.join(' or ')}.`,
            ),
          ]
    }),
)

interface Named {
  readonly name: string
  readonly type: string
  readonly place: Place
}

function definitions({ root }: Facts): readonly Named[] {
  return nodesOf(root.node['securityDefinitions']).map(([name, node]) => ({
    name,
    type: textOf(node['type']) ?? '',
    place: at(root.place, 'securityDefinitions', name),
  }))
}

/** Those of the connector, and those of each of its ways to connect. */
function parametersOf({ properties }: Facts): readonly Named[] {
  if (!properties) return []
  const start = at(properties.place, 'connectionParameters')
  const sets = listOf(nodeOf(properties.node['connectionParameterSets'])['values'])
  const groups = [
    { node: nodeOf(properties.node['connectionParameters']), place: start },
    ...sets.map((set, index) => ({
      node: nodeOf(nodeOf(set)['parameters']),
      place: at(properties.place, 'connectionParameterSets', 'values', index, 'parameters'),
    })),
  ]
  return groups.flatMap(({ node, place }) =>
    nodesOf(node).map(([name, parameter]) => ({
      name,
      type: textOf(parameter['type']) ?? '',
      place: at(place, name),
    })),
  )
}
