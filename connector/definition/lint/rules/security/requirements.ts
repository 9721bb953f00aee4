import type { Facts } from '../../facts/facts.js'
import { listOf, nodeOf, shown, textsOf } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import { each, rule } from '../../rule.js'

export const requirementDefined = rule(
  'SecurityRequirementMustBeDefined',
  'Each way to sign in that is asked for is defined.',
  (facts) =>
    each(requirements(facts), ({ name, definition }) =>
      definition
        ? undefined
        : `The requirement ${shown(name)} is not defined; expected one of ${shown(Object.keys(nodeOf(facts.root.node['securityDefinitions'])))}.`,
    ),
)

export const requirementValue = rule(
  'SecurityRequirementMustHaveValue',
  'Each way to sign in that is asked for has a list of scopes, be it empty.',
  (facts) =>
    each(requirements(facts), ({ name, value }) =>
      Array.isArray(value)
        ? undefined
        : `The requirement ${shown(name)} is ${shown(value)}; expected [].`,
    ),
)

export const requirementEmpty = rule(
  'SecurityRequirementMustHaveEmptyValue',
  'Only OAuth has scopes.',
  (facts) =>
    each(requirements(facts), ({ name, value, definition }) =>
      definition && definition['type'] !== 'oauth2' && listOf(value).length > 0
        ? `The requirement ${shown(name)} has the scopes ${shown(value)} and is not of OAuth; expected [].`
        : undefined,
    ),
)

export const requirementScopes = rule(
  'OAuthSecurityRequirementValueMustBeScopeName',
  'Each scope that is asked for is defined.',
  (facts) =>
    each(requirements(facts), ({ name, value, definition }) => {
      if (definition?.['type'] !== 'oauth2') return undefined
      const known = Object.keys(nodeOf(definition['scopes']))
      const foreign = textsOf(value).filter((scope) => !known.includes(scope))
      return foreign.length > 0
        ? `The requirement ${shown(name)} asks for ${foreign.map(shown).join(', ')}; expected scopes of ${shown(known)}.`
        : undefined
    }),
)

function requirements({ root, operations }: Facts) {
  const definitions = nodeOf(root.node['securityDefinitions'])
  return [root, ...operations].flatMap(({ node, place }) =>
    listOf(node['security']).flatMap((entry, index) =>
      Object.entries(nodeOf(entry)).map(([name, value]) => ({
        name,
        value,
        definition: name in definitions ? nodeOf(definitions[name]) : undefined,
        place: at(place, 'security', index, name),
      })),
    ),
  )
}
