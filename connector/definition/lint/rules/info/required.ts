import type { Facts } from '../../facts/facts.js'
import { nodeOf } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import type { Located } from '../../facts/references.js'
import { problem, rule } from '../../rule.js'

interface Demand {
  readonly owner: Located
  readonly names: readonly string[]
  readonly of: string
}

export const propertiesGiven = rule(
  'RequiredPropertyMissing',
  'The definition says of itself, its operations and parameters what certification asks for.',
  (facts) =>
    demands(facts).flatMap(({ owner, names, of }) =>
      names
        .filter((name) => owner.node[name] === undefined)
        .map((name) =>
          problem(owner.place, `${of} has no ${JSON.stringify(name)}; it is expected.`),
        ),
    ),
)

export const valuesGiven = rule('RequiredValueEmpty', 'What must be given is not empty.', (facts) =>
  demands(facts).flatMap(({ owner, names, of }) =>
    names
      .filter((name) => owner.node[name] === '')
      .map((name) =>
        problem(
          at(owner.place, name),
          `${JSON.stringify(name)} of ${of} is empty; expected a text.`,
        ),
      ),
  ),
)

function demands({
  root,
  info,
  operations,
  parameters,
  schemas,
  dynamicCalls,
}: Facts): readonly Demand[] {
  const contact = { node: nodeOf(info.node['contact']), place: at(info.place, 'contact') }
  return [
    { owner: root, names: ['swagger', 'info', 'host', 'schemes', 'paths'], of: 'The definition' },
    { owner: info, names: ['title', 'description', 'version', 'contact'], of: 'info' },
    ...('contact' in info.node
      ? [{ owner: contact, names: ['name', 'url', 'email'], of: 'The contact' }]
      : []),
    ...operations.map((owner) => ({ owner, names: ['summary', 'description'], of: owner.title })),
    ...operations.flatMap(({ title, responses }) =>
      responses.map((owner) => ({
        owner,
        names: ['description'],
        of: `The answer ${owner.status} of ${title}`,
      })),
    ),
    ...parameters.map((owner) => ({
      owner,
      names: [
        'name',
        'in',
        ...(owner.in === 'body' ? [] : ['type']),
        'x-ms-summary',
        'description',
      ],
      of: `The parameter ${JSON.stringify(owner.name)}`,
    })),
    ...dynamicCalls
      .filter(({ node }) => !('builtInOperation' in node) && !('capability' in node))
      .map((owner) => ({ owner, names: ['operationId'], of: owner.extension })),
    ...schemas
      .filter(({ node, property }) => property !== undefined && !('$ref' in node))
      .map((owner) => ({
        owner,
        names: ['x-ms-summary', 'description'],
        of: `The property ${JSON.stringify(owner.property)}`,
      })),
  ]
}
