import { listOf, nodeOf, shown, textOf, textsOf } from '../../facts/json.js'
import { advice, each, rule } from '../../rule.js'
import type { Facts } from '../../facts/facts.js'
import type { Schema } from '../../facts/schemas.js'

export const requiredGiven = rule(
  'RequiredPropertyArrayEmpty',
  'A list of required properties has one.',
  (facts) =>
    each(requiring(facts), ({ node }) =>
      Array.isArray(node['required']) && node['required'].length === 0
        ? '"required" is []; expected at least one name, or no "required" at all.'
        : undefined,
    ),
)

export const requiredDeclared = rule(
  'RequiredPropertyDefinitionMissing',
  'Each required property is declared.',
  (facts) =>
    each(requiring(facts), ({ node }) => {
      const known = Object.keys(nodeOf(node['properties']))
      const missing =
        isObject(node) && !('allOf' in node)
          ? textsOf(node['required']).filter((name) => !known.includes(name))
          : []
      return missing.length > 0
        ? `"required" names ${missing.map(shown).join(', ')}; expected one of ${known.map(shown).join(', ')}.`
        : undefined
    }),
)

export const requiredOfObjects = rule(
  'RequiredPropertyNotOnObject',
  'Only objects have required properties.',
  (facts) =>
    each(requiring(facts), ({ node }) =>
      isObject(node)
        ? undefined
        : `"required" stands at the type ${shown(node['type'])}; expected it at an object.`,
    ),
)

export const readOnlyInput = rule(
  'RequiredReadOnlyPropertyNotAllowedAsInput',
  'Nobody has to give what only the service sets.',
  ({ fields }) =>
    each(fields, ({ position, node, isRequired, path }) =>
      position === 'input' && node['readOnly'] === true && isRequired
        ? `The input ${shown(path.join('/'))} is read-only and required; expected one of them.`
        : undefined,
    ),
)

export const internalOptional = advice(
  'InternalPropertyWithDefaultOptional',
  'An internal property with a default is required: the designer leaves out one that is not.',
  ({ fields }) =>
    each(fields, ({ position, node, isTop, isRequired, path }) =>
      position === 'input' &&
      !isTop &&
      node['x-ms-visibility'] === 'internal' &&
      'default' in node &&
      !isRequired
        ? `The internal property ${shown(path.join('/'))} has a default and is not required; it is never sent. Expected "required".`
        : undefined,
    ),
)

/** The schemas with a list of required properties; `required` of a parameter is something else. */
function requiring({ schemas }: Facts): readonly Schema[] {
  return schemas.filter(({ node }) => listOf(node['required']) === node['required'])
}

function isObject(node: Schema['node']): boolean {
  return (
    textOf(node['type']) === 'object' ||
    (!('type' in node) && 'properties' in node) ||
    'allOf' in node
  )
}
