import type { Facts } from '../../facts/facts.js'
import { isNode, listOf, nodesOf, shown, textOf } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import type { Place } from '../../facts/place.js'
import { stepsOf, target } from '../../facts/references.js'
import type { Located } from '../../facts/references.js'
import { each, rule } from '../../rule.js'
import type { Rule } from '../../rule.js'

interface Kind {
  /** As the rule's name has it. */
  readonly name: 'Schema' | 'Parameter' | 'Response'
  readonly folder: string
  /** Where references of the kind may stand. */
  readonly places: (facts: Facts) => readonly Located[]
}

const kinds: readonly Kind[] = [
  { name: 'Schema', folder: 'definitions', places: ({ schemas }) => schemas },
  {
    name: 'Parameter',
    folder: 'parameters',
    places: ({ items, operations }) =>
      [...items, ...operations].flatMap(({ node, place }) =>
        listOf(node['parameters']).flatMap((entry, index) =>
          isNode(entry) ? [{ node: entry, place: at(place, 'parameters', index) }] : [],
        ),
      ),
  },
  {
    name: 'Response',
    folder: 'responses',
    places: ({ operations }) =>
      operations.flatMap(({ node, place }) =>
        nodesOf(node['responses']).map(([status, response]) => ({
          node: response,
          place: at(place, 'responses', status),
        })),
      ),
  },
]

/** For each kind of reference: that it is one, and that it leads somewhere. */
export const referenceRules: readonly Rule[] = kinds.flatMap(({ name, folder, places }) => [
  rule(`${name}ReferenceNotValid`, `References of this kind start with #/${folder}/.`, (facts) =>
    each(references(places(facts)), ({ reference }) =>
      !stepsOf(reference) || reference.startsWith(`#/${folder}/`)
        ? undefined
        : `The reference is ${shown(reference)}; expected one that starts with "#/${folder}/".`,
    ),
  ),
  rule(`${name}ReferenceNotFound`, `What is referred to is there.`, (facts) =>
    each(references(places(facts)), ({ reference }) =>
      !stepsOf(reference) || !reference.startsWith(`#/${folder}/`) || target(facts.root, reference)
        ? undefined
        : `The reference is ${shown(reference)}, and there is none of that name; expected one that is declared.`,
    ),
  ),
])

export const pointers = rule(
  'JsonPointerNotValid',
  'References are pointers into the definition itself.',
  (facts) =>
    each(references(kinds.flatMap(({ places }) => places(facts))), ({ reference }) =>
      stepsOf(reference)
        ? undefined
        : `The reference is ${shown(reference)}; expected a pointer into the definition, like "#/definitions/Job".`,
    ),
)

export const plainReferences = rule(
  'AdditionalPropertyNotAllowedAdjacentToRef',
  'Nothing stands beside a reference.',
  (facts) =>
    each(
      kinds.flatMap(({ places }) => places(facts)).filter(({ node }) => '$ref' in node),
      ({ node }) => {
        const beside = Object.keys(node).filter((key) => key !== '$ref')
        return beside.length > 0
          ? `Beside the reference ${shown(node['$ref'])} stands ${beside.map(shown).join(', ')}; expected nothing.`
          : undefined
      },
    ),
)

function declared(name: 'Parameter' | 'Response', folder: string): Rule {
  return rule(`${name}RefLoopNotAllowed`, 'What is shared is no reference itself.', ({ root }) =>
    each(
      nodesOf(root.node[folder]).map(([key, node]) => ({
        node,
        place: at(root.place, folder, key),
      })),
      ({ node }) =>
        '$ref' in node
          ? `The definition is the reference ${shown(node['$ref'])}; expected it to stand here.`
          : undefined,
    ),
  )
}

export const sharedParametersPlain = declared('Parameter', 'parameters')
export const sharedResponsesPlain = declared('Response', 'responses')

function references(
  places: readonly Located[],
): readonly { readonly reference: string; readonly place: Place }[] {
  return places.flatMap(({ node, place }) => {
    const reference = textOf(node['$ref'])
    return reference === undefined ? [] : [{ reference, place: at(place, '$ref') }]
  })
}
