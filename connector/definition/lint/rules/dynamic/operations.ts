import type { Facts } from '../../facts/facts.js'
import { isNode, nodeOf, shown, textOf } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import type { Place } from '../../facts/place.js'
import { each, problem, rule } from '../../rule.js'

interface Mention {
  readonly id: string
  readonly place: Place
}

export const mentionedOperation = rule(
  'OperationIdNotFound',
  'Each operation that an extension names is there.',
  (facts) =>
    each(mentions(facts), ({ id }) =>
      facts.operation(id)
        ? undefined
        : `There is no operation ${shown(id)}; expected the operationId of one.`,
    ),
)

function mentions({ dynamicCalls, operations, root }: Facts): readonly Mention[] {
  const capabilities = nodeOf(root.node['x-ms-capabilities'])
  const picker = nodeOf(capabilities['file-picker'])
  const start = at(root.place, 'x-ms-capabilities')
  return [
    ...dynamicCalls.flatMap(({ node, place }) => mention(node, place)),
    ...operations.flatMap(({ node, place }) => [
      ...mention(node['x-ms-notification'], at(place, 'x-ms-notification')),
      ...mention(
        nodeOf(node['x-ms-operation-context'])['simulate'],
        at(place, 'x-ms-operation-context', 'simulate'),
      ),
    ]),
    ...mention(capabilities['testConnection'], at(start, 'testConnection')),
    ...['open', 'browse'].flatMap((name) => mention(picker[name], at(start, 'file-picker', name))),
  ]
}

function mention(node: unknown, place: Place): readonly Mention[] {
  const id = isNode(node) ? textOf(node['operationId']) : undefined
  return id === undefined ? [] : [{ id, place: at(place, 'operationId') }]
}

export const inSchema = rule(
  'DynamicExtensionDefinitionNotAllowedInParameter',
  'The dynamic extensions of a body stand in its schema.',
  ({ parameters }) =>
    parameters
      .filter(({ in: where }) => where === 'body')
      .flatMap(({ node, place, name }) =>
        Object.keys(node)
          .filter((key) => key.startsWith('x-ms-dynamic-'))
          .map((key) =>
            problem(
              at(place, key),
              `The body ${shown(name)} has ${shown(key)}; expected it in the schema.`,
            ),
          ),
      ),
)

const tree = 'x-ms-dynamic-tree'

export const treeGiven = rule(
  'DynamicTreeExtensionMissing',
  'What is picked as a file is told in the newer form, too.',
  ({ fields }) =>
    each(fields, ({ node, path }) =>
      nodeOf(node['x-ms-dynamic-values'])['capability'] === 'file-picker' && !(tree in node)
        ? `${shown(path.join('/'))} is picked as a file and has no ${shown(tree)}; expected one.`
        : undefined,
    ),
)

export const treeSelection = rule(
  'SelectedItemValuePathNotAllowedInThisPosition',
  'Only the browsing of a tree names what is selected.',
  ({ fields }) =>
    fields.flatMap(({ node, place }) => {
      const { open, ...rest } = nodeOf(node[tree])
      const isWrong = 'selectedItemValuePath' in nodeOf(open) || 'selectedItemValuePath' in rest
      return isWrong
        ? [
            problem(
              at(place, tree),
              '"selectedItemValuePath" stands outside of "browse"; expected it there.',
            ),
          ]
        : []
    }),
)
