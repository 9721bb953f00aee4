import type { DynamicCall } from '../../facts/dynamic-calls.js'
import type { Facts } from '../../facts/facts.js'
import type { Field } from '../../facts/fields.js'
import { nodeOf, shown, textOf } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import { isParameter, sourcesOf } from '../../facts/sources.js'
import { each, problem, rule } from '../../rule.js'
import type { Rule } from '../../rule.js'

const forms = [
  { name: 'DynamicList', old: 'x-ms-dynamic-values', newer: 'x-ms-dynamic-list' },
  { name: 'DynamicProperties', old: 'x-ms-dynamic-schema', newer: 'x-ms-dynamic-properties' },
] as const

type Form = (typeof forms)[number]

/** Where the older form can not say what it means, the newer one stands beside it. */
export const newerFormRules: readonly Rule[] = forms.flatMap((form) => [
  rule(
    `${form.name}ExtensionRequiredForAmbiguousReferences`,
    'A name that several fields have is told by a path, too.',
    (facts) =>
      each(alone(facts, form), (call) => {
        const names = references(call, facts).filter(({ sources }) => sources.length > 1)
        return names.length > 0
          ? `${shown(form.old)} refers to ${names.map(({ name, sources }) => `${shown(name)}, which is one of ${paths(sources)}`).join('; ')}; expected ${shown(form.newer)} beside it.`
          : undefined
      }),
  ),
  rule(
    `${form.name}ExtensionRequiredForNonParameterReferences`,
    'A property of the body is told by a path, too.',
    (facts) =>
      each(alone(facts, form), (call) => {
        const names = references(call, facts).filter(
          ({ sources: [source, ...more] }) => source && more.length === 0 && !isParameter(source),
        )
        return names.length > 0
          ? `${shown(form.old)} refers to ${names.map(({ sources }) => paths(sources)).join(', ')}, which is no parameter; expected ${shown(form.newer)} beside it.`
          : undefined
      }),
  ),
])

export const propertiesForPath = rule(
  'DynamicPropertiesExtensionRequiredForPropertiesValuePath',
  'Where the older form takes the properties of a schema, the newer one takes the schema.',
  (facts) =>
    each(alone(facts, forms[1]), ({ node }) => {
      const path = textOf(node['value-path']) ?? ''
      return endsWithProperties(path)
        ? `"value-path" is ${shown(path)}, the properties of a schema; expected "x-ms-dynamic-properties" beside it.`
        : undefined
    }),
)

export const pathsAgree = rule(
  'DynamicPropertiesItemValuePathMismatch',
  'Both forms take the same schema.',
  ({ dynamicCalls }) =>
    dynamicCalls.flatMap(({ extension, node, field }) => {
      const newer = field.node['x-ms-dynamic-properties']
      if (extension !== 'x-ms-dynamic-schema' || newer === undefined) return []
      const path = (textOf(node['value-path']) ?? '').replace(/(^|\/)properties$/, '')
      const found = textOf(nodeOf(newer)['itemValuePath']) ?? ''
      return path === found
        ? []
        : [
            problem(
              at(field.place, 'x-ms-dynamic-properties', 'itemValuePath'),
              `"itemValuePath" is ${shown(found)} and "value-path" ${shown(node['value-path'])}; expected ${shown(path)}.`,
            ),
          ]
    }),
)

/** The calls in the older form without the newer one beside it. */
function alone({ dynamicCalls }: Facts, { old, newer }: Form): readonly DynamicCall[] {
  return dynamicCalls.filter(({ extension, field }) => extension === old && !(newer in field.node))
}

function references(call: DynamicCall, facts: Facts) {
  return call.args.map((argument) => ({
    name: argument.source ?? '',
    sources: sourcesOf(call, argument, facts),
  }))
}

function paths(fields: readonly Field[]): string {
  return fields.map(({ path }) => shown(path.join('/'))).join(', ')
}

function endsWithProperties(path: string): boolean {
  return /(^|\/)properties$/.test(path)
}
