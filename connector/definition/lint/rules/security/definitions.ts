import type { Facts } from '../../facts/facts.js'
import { nodesOf, shown, textOf } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import { each, rule } from '../../rule.js'

interface Shape {
  readonly required: readonly string[]
  readonly optional: readonly string[]
}

const shapes: Readonly<Record<string, Shape>> = {
  basic: { required: ['type'], optional: ['description'] },
  apiKey: { required: ['type', 'name', 'in'], optional: ['description'] },
  implicit: { required: ['type', 'flow', 'authorizationUrl', 'scopes'], optional: ['description'] },
  password: { required: ['type', 'flow', 'tokenUrl', 'scopes'], optional: ['description'] },
  application: { required: ['type', 'flow', 'tokenUrl', 'scopes'], optional: ['description'] },
  accessCode: {
    required: ['type', 'flow', 'authorizationUrl', 'tokenUrl', 'scopes'],
    optional: ['description'],
  },
}

export const schemePropertiesGiven = rule(
  'SecuritySchemePropertyRequired',
  'A way to sign in says all that its type asks for.',
  (facts) =>
    each(schemes(facts), ({ name, kind, node, shape }) => {
      const missing = (shape?.required ?? ['type']).filter((key) => !(key in node))
      return missing.length > 0
        ? `The security definition ${shown(name)} of the type ${kind} has no ${missing.map(shown).join(', ')}; expected it.`
        : undefined
    }),
)

export const schemePropertiesKnown = rule(
  'SecuritySchemePropertyNotValid',
  'A way to sign in says nothing that its type does not know.',
  (facts) =>
    each(schemes(facts), ({ name, kind, node, shape }) => {
      if (!shape) {
        return 'type' in node
          ? `The security definition ${shown(name)} is of the type ${kind}; expected one of ${Object.keys(shapes).join(', ')}.`
          : undefined
      }
      const known = [...shape.required, ...shape.optional]
      const foreign = Object.keys(node).filter(
        (key) => !known.includes(key) && !key.startsWith('x-'),
      )
      return foreign.length > 0
        ? `The security definition ${shown(name)} of the type ${kind} has ${foreign.map(shown).join(', ')}; expected one of ${known.join(', ')}.`
        : undefined
    }),
)

function schemes({ root }: Facts) {
  return nodesOf(root.node['securityDefinitions']).map(([name, node]) => {
    const type = textOf(node['type']) ?? ''
    const kind = type === 'oauth2' ? (textOf(node['flow']) ?? 'accessCode') : type
    return {
      name,
      node,
      kind,
      shape: shapes[kind],
      place: at(root.place, 'securityDefinitions', name),
    }
  })
}
